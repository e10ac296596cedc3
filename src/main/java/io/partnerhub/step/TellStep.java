package io.partnerhub.step;

import io.partnerhub.model.NativeId;
import io.partnerhub.sync.read.InTurn;
import io.partnerhub.sync.system.SystemUnavailable;
import io.partnerhub.sync.system.Urgency;
import io.partnerhub.sync.write.Telling;
import java.util.List;
import java.util.Optional;

/** Says on one system's copies of no record why they have none. */
public final class TellStep {

  private final List<Telling> tellings;
  private final Availability availability;

  /**
   * @param tellings one for each type in the system
   */
  public TellStep(List<Telling> tellings, Availability availability) {
    this.tellings = tellings;
    this.availability = availability;
  }

  /** One batch of each type, where the system answers and has calls left for what can wait. */
  public void strays() {
    if (availability.mayCall(Urgency.BULK)) {
      InTurn.each(tellings, this::tell);
    }
  }

  private void tell(Telling telling) {
    List<NativeId> untold = telling.untold();
    if (untold.isEmpty()) {
      return;
    }
    Optional<Availability.Call> begun = availability.begin();
    if (begun.isEmpty()) {
      return;
    }
    try (Availability.Call call = begun.get()) {
      tell(telling, untold, call);
    }
  }

  private static void tell(Telling telling, List<NativeId> untold, Availability.Call call) {
    try {
      telling.tell(untold);
      call.answered();
    } catch (SystemUnavailable e) {
      call.failed(e);
    }
  }
}
