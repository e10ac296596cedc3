package io.partnerhub.sync;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.SystemName;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Judges what a replay would come to. Pure. */
final class Forecasting {

  private final Mapping mapping;
  private final LastTry last;

  Forecasting(Mapping mapping, LastTry last) {
    this.mapping = mapping;
    this.last = last;
  }

  /**
   * Judges.
   *
   * @param dossier null where the record is gone
   * @param obstacle why the hub itself would not send it; null where nothing is in the way
   */
  Forecast of(Letter letter, Dossier dossier, String obstacle) {
    if (!letter.state().isOpen()) {
      return Forecast.superseded("it is not in the queue any more: " + letter.state().word());
    }
    if (dossier == null) {
      return Forecast.superseded("its record is not there any more");
    }
    SystemName system = letter.system();
    Due due = Due.of(mapping, dossier, system);
    if (due.isOver()) {
      return Forecast.superseded("nothing of it is to be written any more");
    }
    if (!dossier.attemptsOn(system).isEmpty()) {
      return Forecast.cannotTell("a write is under way: its answer will tell");
    }
    if (!due.isDue() || obstacle != null) {
      return Forecast.stillFails(
          "the hub would not send it: " + (due.isDue() ? obstacle : due.blocked()));
    }
    if (last.action() == null) {
      return new Forecast(
          Forecast.Verdict.WOULD_SUCCEED,
          "what it waited for is there now; the hub writes it by itself");
    }
    return compared(
        due,
        GivenUp.named(
            mapping, system, due.fields(), due.values(mapping, system, dossier.record())));
  }

  private Forecast compared(Due due, Map<String, String> wouldSend) {
    if (!due.action().name().equals(last.action())) {
      return Forecast.cannotTell(
          "it would be another kind of write now: %s, no longer %s"
              .formatted(due.action().inWords(), Write.Action.valueOf(last.action()).inWords()));
    }
    Set<String> changed = new TreeSet<>();
    changed.addAll(wouldSend.keySet());
    changed.addAll(last.sent().keySet());
    changed.removeIf(field -> isSame(field, wouldSend));
    return changed.isEmpty()
        ? unchanged()
        : Forecast.cannotTell(
            "other values would be sent than those that failed: " + String.join(", ", changed));
  }

  private boolean isSame(String field, Map<String, String> wouldSend) {
    return wouldSend.containsKey(field) == last.sent().containsKey(field)
        && Objects.equals(wouldSend.get(field), last.sent().get(field));
  }

  private Forecast unchanged() {
    return switch (last.reason().kind()) {
      case VALUE, MISSING ->
          Forecast.stillFails("the same values would be sent: " + last.reason().message());
      case REFERENCE, DUPLICATE ->
          Forecast.cannotTell(
              "the same values would be sent; whether another record of that system is still in the"
                  + " way only a try tells");
      default ->
          Forecast.cannotTell(
              "the same values would be sent; it was not about them (%s), so only a try tells"
                  .formatted(last.reason().kind().word()));
    };
  }
}
