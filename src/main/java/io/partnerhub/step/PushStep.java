package io.partnerhub.step;

import io.partnerhub.model.RecordType;
import io.partnerhub.sync.Batch;
import io.partnerhub.sync.Push;
import io.partnerhub.sync.SystemUnavailable;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one system, batch by batch; the body is the batch on its way, null when there is none. */
public final class PushStep {

  private static final Logger LOG = LoggerFactory.getLogger(PushStep.class);

  private final Map<RecordType, Push> pushes;
  private final Availability availability;
  private final Gathering gathering;
  private final Deriving deriving;

  /**
   * @param pushes by type, parents before children
   */
  public PushStep(
      Map<RecordType, Push> pushes,
      Availability availability,
      Gathering gathering,
      Deriving deriving) {
    this.pushes = pushes;
    this.availability = availability;
    this.gathering = gathering;
    this.deriving = deriving;
  }

  /**
   * The next batch: what people see change goes before what is copied for the first time, whatever
   * its type; of that, parents go before children, so that calls are full. It is null when nothing
   * is due, the system is away, a short read is about to find more, or the hub is stopping.
   */
  public Batch claim(CamelContext context) {
    if (!availability.mayCall() || gathering.isUnderWay() || context.isStopping()) {
      return null;
    }
    Batch changes = first(Push::claimUpdates);
    return changes != null ? changes : first(Push::claim);
  }

  /** A type that cannot be claimed stops no other. */
  private Batch first(Function<Push, Optional<Batch>> claim) {
    for (Map.Entry<RecordType, Push> push : pushes.entrySet()) {
      if (deriving.isUnderWay(push.getKey())) {
        continue;
      }
      try {
        Optional<Batch> batch = claim.apply(push.getValue());
        if (batch.isPresent()) {
          return batch.get();
        }
      } catch (RuntimeException e) {
        LOG.error(
            "No {} can be taken to be written to {}", push.getKey(), availability.system(), e);
      }
    }
    return null;
  }

  /** Null when the system cannot be read: the batch waits. */
  public Push.Fresh readFirst(Batch batch) {
    Push push = pushes.get(batch.type());
    try {
      int begun = availability.begin();
      Push.Fresh fresh = push.readFirst(batch);
      availability.answered(begun);
      return fresh;
    } catch (SystemUnavailable e) {
      availability.failed(e);
      push.giveBack(batch, availability.until());
      return null;
    }
  }

  public Push.Armed storeIntent(Push.Fresh fresh) {
    return pushes.get(fresh.batch().type()).storeIntent(fresh);
  }

  public Push.Sent send(Push.Armed armed) {
    return pushes.get(armed.fresh().batch().type()).send(armed);
  }

  /** Stores the answer; what the system says of being away pauses it. */
  public void settle(Push.Sent sent) {
    try {
      pushes.get(sent.armed().fresh().batch().type()).settle(sent);
    } catch (SystemUnavailable e) {
      availability.failed(e);
    }
  }
}
