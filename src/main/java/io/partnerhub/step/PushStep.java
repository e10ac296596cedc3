package io.partnerhub.step;

import io.partnerhub.model.RecordType;
import io.partnerhub.sync.store.Batch;
import io.partnerhub.sync.store.Store;
import io.partnerhub.sync.system.SystemUnavailable;
import io.partnerhub.sync.system.Urgency;
import io.partnerhub.sync.write.Push;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one system, batch by batch; the body is the batch on its way, null when there is none. */
public final class PushStep {

  private static final Logger LOG = LoggerFactory.getLogger(PushStep.class);

  private final Store store;
  private final Map<RecordType, Push> pushes;
  private final Availability availability;
  private final Gathering.Turn turn;
  private final Map<RecordType, Gathering.Turn> derived;

  /**
   * @param pushes by type, parents before children
   */
  public PushStep(
      Store store,
      Map<RecordType, Push> pushes,
      Availability availability,
      Gathering gathering,
      Deriving deriving) {
    this.store = store;
    this.pushes = pushes;
    this.availability = availability;
    this.turn = gathering.turn();
    this.derived =
        pushes.keySet().stream().collect(Collectors.toMap(Function.identity(), deriving::turn));
  }

  /**
   * The next batch: what people see change goes before what is copied for the first time, whatever
   * its type; of that, parents go before children, so that calls are full. It is null when nothing
   * is due, the system is away or its budget spent, a short read is about to find more, or the hub
   * is stopping.
   */
  public Batch claim(CamelContext context) {
    if (turn.mustWait() || context.isStopping()) {
      return null;
    }
    Set<RecordType> due = store.mayBeDue(pushes.keySet(), availability.system());
    Batch changes = availability.mayCall(Urgency.CHANGE) ? first(due, Push::claimUpdates) : null;
    return changes == null && availability.mayCall(Urgency.BULK)
        ? first(due, Push::claim)
        : changes;
  }

  /** A type that cannot be claimed stops no other. */
  private Batch first(Set<RecordType> due, Function<Push, Optional<Batch>> claim) {
    for (Map.Entry<RecordType, Push> push : pushes.entrySet()) {
      if (!due.contains(push.getKey()) || derived.get(push.getKey()).mustWait()) {
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
    Optional<Availability.Call> begun = availability.begin();
    if (begun.isEmpty()) {
      pushes.get(batch.type()).giveBack(batch, availability.until());
      return null;
    }
    try (Availability.Call call = begun.get()) {
      return readFirst(batch, call);
    }
  }

  private Push.Fresh readFirst(Batch batch, Availability.Call call) {
    Push push = pushes.get(batch.type());
    try {
      Push.Fresh fresh = push.readFirst(batch);
      if (!batch.copies().isEmpty()) { // else nothing may have been asked
        call.answered();
      }
      return fresh;
    } catch (SystemUnavailable e) {
      call.cameTo(e);
      push.giveBack(batch, availability.until(e));
      return null;
    }
  }

  public Push.Armed storeIntent(Push.Fresh fresh) {
    return pushes.get(fresh.batch().type()).storeIntent(fresh);
  }

  /** A hub that is stopping ends the call under way, and makes no further one of the batch. */
  public Push.Sent send(Push.Armed armed, CamelContext context) {
    Push push = pushes.get(armed.fresh().batch().type());
    BooleanSupplier goesOn = () -> mayAddMore(context);
    if (armed.attempts().isEmpty()) {
      return push.send(armed, context::isStopping, goesOn);
    }
    try (Availability.Call call = availability.beginWrite()) {
      Push.Sent sent = push.send(armed, context::isStopping, goesOn);
      sent.answer().unavailable().ifPresentOrElse(call::failed, call::answered);
      return sent;
    }
  }

  /** What people see change goes before what is copied for the first time. */
  private boolean mayAddMore(CamelContext context) {
    return !context.isStopping()
        && availability.mayCall(Urgency.BULK)
        && pushes.values().stream().noneMatch(Push::hasUpdates);
  }

  /** Stores the answer; what the system says of being away pauses it. */
  public void settle(Push.Sent sent) {
    try (Availability.Call call = availability.beginWrite()) {
      settle(sent, call);
    }
  }

  private void settle(Push.Sent sent, Availability.Call call) {
    try {
      pushes.get(sent.armed().fresh().batch().type()).settle(sent);
    } catch (SystemUnavailable e) {
      call.cameTo(e);
    }
  }
}
