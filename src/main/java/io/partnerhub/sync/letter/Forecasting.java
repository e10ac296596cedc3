package io.partnerhub.sync.letter;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.merge.Due;
import io.partnerhub.sync.store.Letter;
import java.util.Optional;

/** Judges what a replay would come to, as far as the hub alone can tell. Pure. */
final class Forecasting {

  private final Mapping mapping;
  private final LastTry last;

  Forecasting(Mapping mapping, LastTry last) {
    this.mapping = mapping;
    this.last = last;
  }

  /** What a replay of one that left the queue comes to; empty for one that is in it. */
  static Optional<Forecast> closed(Letter letter) {
    return letter.state().isOpen()
        ? Optional.empty()
        : Optional.of(
            Forecast.superseded("it is not in the queue any more: " + letter.state().word()));
  }

  /**
   * Judges; empty where a write would be sent that its system is to judge.
   *
   * @param dossier null where the record is gone
   * @param obstacle why the hub itself would not send it; null where nothing is in the way
   */
  Optional<Forecast> of(Letter letter, Dossier dossier, String obstacle) {
    Optional<Forecast> closed = closed(letter);
    if (closed.isPresent()) {
      return closed;
    }
    if (dossier == null) {
      return Optional.of(Forecast.superseded("its record is not there any more"));
    }
    SystemName system = letter.system();
    if (!mapping.sides().containsKey(system)) {
      return Optional.of(
          Forecast.stillFails(
              "the mapping of %s does not name %s any more: discard it"
                  .formatted(mapping.type(), system)));
    }
    Due due = Due.of(mapping, dossier, system);
    if (due.isOver()) {
      return Optional.of(Forecast.superseded("nothing of it is to be written any more"));
    }
    if (!dossier.attemptsOn(system).isEmpty()) {
      return Optional.of(Forecast.cannotTell("a write is under way: its answer will tell"));
    }
    if (!due.isDue() || obstacle != null) {
      return Optional.of(
          Forecast.stillFails(
              "the hub would not send it: " + (due.isDue() ? obstacle : due.blocked())));
    }
    return last.action() == null
        ? Optional.of(
            Forecast.wouldSucceed("what it waited for is there now; the hub writes it by itself"))
        : Optional.empty();
  }
}
