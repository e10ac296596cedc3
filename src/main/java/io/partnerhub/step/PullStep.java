package io.partnerhub.step;

import io.partnerhub.sync.Pull;
import io.partnerhub.sync.SystemUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Reads one system, for every record type in turn. */
public final class PullStep {

  private final List<Pull> pulls;
  private final MappingGate gate;
  private final Availability availability;
  private final Gathering gathering;
  private final Duration grace;

  /**
   * @param grace how long after its answer was lost a call may still land
   */
  public PullStep(
      List<Pull> pulls,
      MappingGate gate,
      Availability availability,
      Gathering gathering,
      Duration grace) {
    this.pulls = pulls;
    this.gate = gate;
    this.availability = availability;
    this.gathering = gathering;
    this.grace = grace;
  }

  /** What changed since the last read. */
  public void news() {
    gathering.during(() -> each(Pull::news));
  }

  /** What was committed long behind its stamp. */
  public void secondPass() {
    each(Pull::secondPass);
  }

  /** Which copies are still there. */
  public void sweep() {
    each(Pull::sweep);
  }

  /** What became of calls whose answer was lost. */
  public void closeLost() {
    pulls.forEach(p -> p.closeLost(grace));
  }

  private void each(Consumer<Pull> read) {
    if (!availability.mayCall()) {
      return;
    }
    int begun = availability.begin();
    try {
      gate.check();
      pulls.forEach(read);
      availability.answered(begun);
    } catch (SystemUnavailable e) {
      availability.failed(e);
    }
  }
}
