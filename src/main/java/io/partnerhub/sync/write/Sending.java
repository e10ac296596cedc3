package io.partnerhub.sync.write;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.sync.Attempt;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.Write;
import io.partnerhub.sync.read.Ahead;
import io.partnerhub.sync.store.Store;
import io.partnerhub.sync.system.Answer;
import io.partnerhub.sync.system.Connector;
import io.partnerhub.sync.system.SystemUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Makes a batch's calls; what one of them came to is stored while the next is under way. */
final class Sending {

  private final Store store;
  private final Mapping mapping;
  private final Connector connector;
  private final Settle settle;
  private final Ahead beside;

  Sending(Store store, Mapping mapping, Connector connector, Settle settle, Ahead beside) {
    this.store = store;
    this.mapping = mapping;
    this.connector = connector;
    this.settle = settle;
    this.beside = beside;
  }

  /**
   * Gives what is still to be stored: the last call, with what was not tried after it.
   *
   * @param stops asked between two calls: whether no more are to be made
   */
  Push.Sent send(Push.Armed armed, BooleanSupplier stops) {
    List<String> duplicates = new ArrayList<>();
    Supplier<List<String>> settling = List::of;
    int most = mostInACall(armed.attempts());
    Push.Armed rest = armed;
    while (true) {
      Push.Sent sent = call(rest.first(most), settling);
      duplicates.addAll(settling.get());
      Push.Armed later = rest.after(most, sent.answer().versions());
      if (later.attempts().isEmpty()) {
        return sent.withDuplicates(duplicates);
      }
      if (sent.answer().isPutOffWhole()) {
        return notTried(rest, sent, "an earlier call of this batch failed")
            .withDuplicates(duplicates);
      }
      if (stops.getAsBoolean()) {
        return notTried(rest, sent, "the hub was stopped").withDuplicates(duplicates);
      }
      settling = beside.start(() -> settle.settle(connector, sent));
      rest = later;
    }
  }

  /** What is not alike goes to the connector as a whole, which knows how it makes fewest calls. */
  private int mostInACall(List<Attempt> attempts) {
    Attempt first = attempts.get(0);
    boolean alike =
        attempts.stream()
            .allMatch(
                a ->
                    a.action() == first.action()
                        && a.target().location().equals(first.target().location()));
    return alike && first.action() != Write.Action.MOVE
        ? connector.callSize(mapping)
        : attempts.size();
  }

  /** A call that fails by a defect of ours leaves nothing unsaid of what is stored beside it. */
  private Push.Sent call(Push.Armed armed, Supplier<List<String>> settling) {
    try {
      return call(armed);
    } catch (RuntimeException e) {
      try {
        settling.get();
      } catch (RuntimeException beside) {
        e.addSuppressed(beside);
      }
      throw e;
    }
  }

  private Push.Sent call(Push.Armed armed) {
    if (!store.now().isBefore(armed.sendBefore())) {
      return new Push.Sent(armed, tooLate(armed), store.tick());
    }
    Map<NativeId, String> tags = armed.fresh().tags();
    List<Write> writes = armed.attempts().stream().map(a -> a.write(tags.get(a.target()))).toList();
    Answer answer = connector.write(mapping, writes);
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

  /** All that is left is put off with the call, as long as that where it was put off itself. */
  private static Push.Sent notTried(Push.Armed rest, Push.Sent sent, String because) {
    Optional<SystemUnavailable> unavailable = sent.answer().unavailable();
    Outcome putOff =
        new Outcome.RetryLater(
            new Outcome.Reason(
                unavailable.map(u -> u.reason().kind()).orElse(ReasonClass.CONFLICT),
                "NOT_TRIED",
                "Not tried: " + because),
            unavailable.map(SystemUnavailable::after).orElse(null));
    List<Outcome> outcomes = new ArrayList<>(sent.answer().outcomes());
    while (outcomes.size() < rest.attempts().size()) {
      outcomes.add(putOff);
    }
    return new Push.Sent(rest, new Answer(outcomes, sent.answer().versions()), sent.answered());
  }
}
