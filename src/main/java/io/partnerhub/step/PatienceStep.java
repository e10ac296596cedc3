package io.partnerhub.step;

import io.partnerhub.model.SystemName;
import io.partnerhub.sync.kin.Patience;
import io.partnerhub.sync.read.InTurn;
import io.partnerhub.sync.store.Parent;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of parents that do not come to one system, once each time that more wait for them. */
public final class PatienceStep {

  private static final Logger LOG = LoggerFactory.getLogger(PatienceStep.class);

  /** More than these are not told one by one: a whole type may be missing. */
  private static final int MOST_LINES = 20;

  private final SystemName system;
  private final List<Patience> patiences;

  /**
   * @param patiences one for each type in the system
   */
  public PatienceStep(SystemName system, List<Patience> patiences) {
    this.system = system;
    this.patiences = patiences;
  }

  public void missingParents() {
    InTurn.each(patiences, patience -> tell(patience.escalate()));
  }

  private void tell(Map<Parent, Integer> marked) {
    marked.entrySet().stream()
        .limit(MOST_LINES)
        .forEach(
            each ->
                LOG.warn(
                    "{} records wait for too long for {}, which is not in {}: add it there, or"
                        + " correct them; they are written as soon as it is there",
                    each.getValue(),
                    each.getKey(),
                    system));
    if (marked.size() > MOST_LINES) {
      LOG.warn("… and for {} others in {}", marked.size() - MOST_LINES, system);
    }
  }
}
