package io.partnerhub.sync.write;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.sync.Attempt;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Write;
import io.partnerhub.sync.read.Ahead;
import io.partnerhub.sync.system.Answer;
import io.partnerhub.sync.system.Connector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Makes a batch's calls; what one of them came to is stored while the next is under way. */
final class Sending {

  private final Mapping mapping;
  private final Connector connector;
  private final Settle settle;
  private final Calls calls;
  private final Ahead beside;

  Sending(Mapping mapping, Connector connector, Settle settle, Calls calls, Ahead beside) {
    this.mapping = mapping;
    this.connector = connector;
    this.settle = settle;
    this.calls = calls;
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
      Push.Sent sent = calls.make(rest.first(most), settling);
      duplicates.addAll(settling.get());
      Push.Armed later = rest.after(most, sent.answer().versions());
      if (later.attempts().isEmpty()) {
        return sent.withDuplicates(duplicates);
      }
      if (sent.answer().isPutOffWhole()) {
        return notTried(rest, sent, Calls.FAILED).withDuplicates(duplicates);
      }
      if (stops.getAsBoolean()) {
        return notTried(rest, sent, Calls.STOPPED).withDuplicates(duplicates);
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

  private static Push.Sent notTried(Push.Armed rest, Push.Sent sent, String because) {
    Outcome putOff = Calls.notTried(sent, because);
    List<Outcome> outcomes = new ArrayList<>(sent.answer().outcomes());
    while (outcomes.size() < rest.attempts().size()) {
      outcomes.add(putOff);
    }
    Answer all = new Answer(outcomes, sent.answer().versions(), sent.answer().along());
    return new Push.Sent(rest, all, sent.answered());
  }
}
