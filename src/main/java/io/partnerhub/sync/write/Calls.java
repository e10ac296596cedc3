package io.partnerhub.sync.write;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.Write;
import io.partnerhub.sync.store.Store;
import io.partnerhub.sync.system.Answer;
import io.partnerhub.sync.system.Connector;
import io.partnerhub.sync.system.SystemUnavailable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes single calls, and says of what was not tried why. */
final class Calls {

  static final String FAILED = "an earlier call of this batch failed";
  static final String STOPPED = "the hub was stopped";

  private final Store store;
  private final Mapping mapping;
  private final Connector connector;

  Calls(Store store, Mapping mapping, Connector connector) {
    this.store = store;
    this.mapping = mapping;
    this.connector = connector;
  }

  /** A call that fails by a defect of ours leaves nothing unsaid of what is stored beside it. */
  Push.Sent make(Push.Armed armed, Supplier<?> beside) {
    try {
      return make(armed);
    } catch (RuntimeException e) {
      try {
        beside.get();
      } catch (RuntimeException other) {
        e.addSuppressed(other);
      }
      throw e;
    }
  }

  private Push.Sent make(Push.Armed armed) {
    if (!store.now().isBefore(armed.sendBefore())) {
      return new Push.Sent(armed, tooLate(armed), store.tick());
    }
    Map<NativeId, String> tags = armed.fresh().tags();
    List<Write> writes = armed.attempts().stream().map(a -> a.write(tags.get(a.target()))).toList();
    Answer answer = connector.write(mapping, writes, armed.sendBefore());
    return new Push.Sent(armed, answer, store.tick());
  }

  /** A worker that was held up for so long must not write: what it is about may be settled. */
  private static Answer tooLate(Push.Armed armed) {
    Outcome notSent =
        new Outcome.RetryLater(
            new Outcome.Reason(
                ReasonClass.CONFLICT,
                "held-up",
                "not sent: the hub was held up for longer than its lease"),
            null);
    return new Answer(armed.attempts().stream().map(a -> notSent).toList(), Map.of());
  }

  /** What is not tried after a call is put off as long as that, where it was put off itself. */
  static Outcome.RetryLater notTried(Push.Sent after, String because) {
    Optional<SystemUnavailable> unavailable = after.answer().unavailable();
    return Outcome.RetryLater.notTried(
        unavailable.map(u -> u.reason().kind()).orElse(ReasonClass.CONFLICT),
        because,
        unavailable.map(SystemUnavailable::after).orElse(null));
  }
}
