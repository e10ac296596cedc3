package io.partnerhub.step;

import io.partnerhub.sync.kin.Derive;
import java.util.List;
import org.apache.camel.CamelContext;

/** Works out derived fields, for every record type that has some; harmless when none has. */
public final class DeriveStep {

  private final List<Derive> derives;
  private final Deriving deriving;

  /**
   * @param derives children before their parents
   */
  public DeriveStep(List<Derive> derives, Deriving deriving) {
    this.derives = derives;
    this.deriving = deriving;
  }

  /** Every record whose children changed; what is left when the hub stops stays marked. */
  public void marked(CamelContext context) {
    for (Derive derive : derives) {
      deriving.during(derive.type(), () -> marked(derive, context));
    }
  }

  private static void marked(Derive derive, CamelContext context) {
    boolean more = true;
    while (more && !context.isStopping()) {
      more = derive.once();
    }
  }
}
