package io.partnerhub.step;

import io.partnerhub.sync.Derive;
import java.util.List;
import org.apache.camel.CamelContext;

/** Works out derived fields, for every record type that has some; harmless when none has. */
public final class DeriveStep {

  private final List<Derive> derives;

  /**
   * @param derives children before their parents
   */
  public DeriveStep(List<Derive> derives) {
    this.derives = derives;
  }

  /** Every record whose children changed; what is left when the hub stops stays marked. */
  public void marked(CamelContext context) {
    for (Derive derive : derives) {
      boolean more = true;
      while (more && !context.isStopping()) {
        more = derive.once();
      }
    }
  }
}
