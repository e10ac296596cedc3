package io.partnerhub.sync.write;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.read.Ahead;
import io.partnerhub.sync.system.Answer;
import io.partnerhub.sync.system.Connector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Adds copies to one place, call by call. While one is under way, what the last one came to is
 * stored, and the next is made ready: no system waits for the store.
 */
final class Adding {

  private final Mapping mapping;
  private final Connector connector;
  private final Settle settle;
  private final Calls calls;
  private final Ahead ahead;
  private final Intents intents;

  Adding(
      Mapping mapping,
      Connector connector,
      Settle settle,
      Calls calls,
      Ahead ahead,
      Intents intents) {
    this.mapping = mapping;
    this.connector = connector;
    this.settle = settle;
    this.calls = calls;
    this.ahead = ahead;
    this.intents = intents;
  }

  /**
   * What was done beside a call.
   *
   * @param next what the next call makes; empty when there is none
   */
  private record Beside(List<String> duplicates, Optional<Push.Armed> next) {}

  /**
   * Gives what is still to be stored: the last call.
   *
   * @param stops asked between two calls: whether no more are to be made
   * @param more what is added after the first batch
   */
  Push.Sent send(Push.Armed first, BooleanSupplier stops, Supplier<Optional<Push.Fresh>> more) {
    List<String> duplicates = new ArrayList<>();
    Optional<Push.Sent> before = Optional.empty();
    Push.Armed now = first;
    while (true) {
      // keys that are there already are looked for at the end, which must not be far then
      Supplier<Beside> work = beside(before, now, duplicates.isEmpty() ? more : Optional::empty);
      Push.Sent sent = calls.make(now, work);
      Beside done = work.get();
      duplicates.addAll(done.duplicates());
      if (done.next().isEmpty()) {
        return sent.withDuplicates(duplicates);
      }
      Push.Armed next = done.next().get();
      if (sent.answer().isPutOffWhole() || stops.getAsBoolean()) {
        leave(next, sent);
        return sent.withDuplicates(duplicates);
      }
      before = Optional.of(sent);
      now = next;
    }
  }

  /** More is claimed, and its place read, while what the last call came to is stored. */
  private Supplier<Beside> beside(
      Optional<Push.Sent> before, Push.Armed now, Supplier<Optional<Push.Fresh>> more) {
    return ahead.start(
        () -> {
          boolean atEnd = now.later().records().isEmpty();
          Supplier<Optional<Push.Fresh>> rest = () -> Optional.of(now.fresh().of(now.later()));
          Supplier<Optional<Push.Fresh>> later = atEnd ? ahead.start(more) : rest;
          List<String> duplicates =
              before.map(sent -> settle.settle(connector, sent)).orElse(List.of());
          if (atEnd && !duplicates.isEmpty()) {
            later.get().ifPresent(some -> intents.giveBack(some.batch(), Duration.ZERO));
            return new Beside(duplicates, Optional.empty());
          }
          return new Beside(duplicates, later.get().flatMap(this::arm));
        });
  }

  private Optional<Push.Armed> arm(Push.Fresh fresh) {
    return Optional.of(intents.store(fresh, connector.callSize(mapping)))
        .filter(armed -> !armed.attempts().isEmpty());
  }

  /** What was made ready for a call that is not made. */
  private void leave(Push.Armed next, Push.Sent after) {
    String because = after.answer().isPutOffWhole() ? Calls.FAILED : Calls.STOPPED;
    Outcome.RetryLater notTried = Calls.notTried(after, because);
    List<Outcome> outcomes = Collections.<Outcome>nCopies(next.attempts().size(), notTried);
    settle.settle(connector, new Push.Sent(next, new Answer(outcomes, Map.of()), after.answered()));
    intents.giveBack(next.later(), notTried.after());
  }
}
