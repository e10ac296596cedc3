package io.partnerhub.sync.letter;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.ChoiceRefused;
import io.partnerhub.sync.Chooser;
import io.partnerhub.sync.Decision;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.LedgerEntry;
import io.partnerhub.sync.Replica;
import io.partnerhub.sync.Trouble;
import io.partnerhub.sync.merge.Due;
import io.partnerhub.sync.merge.Merged;
import io.partnerhub.sync.store.Letter;
import io.partnerhub.sync.store.Parent;
import io.partnerhub.sync.store.Transaction;
import io.partnerhub.sync.store.Workbench;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Some dead letters with their records, while an admin acts on them in one transaction. */
final class LetterDesk {

  private final Mapping mapping;
  private final Transaction tx;
  private final Map<Long, Letter> letters;
  private final Map<Long, String> obstacles;
  private final Workbench bench;
  private final Map<Move, List<Long>> moves = new HashMap<>();

  private record Move(Letter.State from, Letter.State to) {}

  LetterDesk(Mapping mapping, Transaction tx, Collection<Long> ids) {
    this.mapping = mapping;
    this.tx = tx;
    this.letters = tx.letters().find(ids);
    this.obstacles = tx.letters().obstacles(ids);
    this.bench =
        new Workbench(
            mapping,
            tx.dossiers(letters.values().stream().map(Letter::record).distinct().toList()));
  }

  void replay(long id, Chooser by) {
    Letter letter = open(id);
    refuseUnnamed(letter);
    refuseUnderWay(letter);
    Due due = Due.of(mapping, dossier(letter), letter.system());
    String obstacle = due.isDue() ? obstacles.get(id) : due.blocked();
    if (obstacle != null) {
      throw new ChoiceRefused(
          "Dead letter %d cannot be tried now; mend this first: %s".formatted(id, obstacle));
    }
    tryAgain(letter);
    note(letter, LedgerEntry.Event.REPLAYED, "replayed " + by.inWords());
  }

  /**
   * What replays would come to, by letter; those that do not exist are missing.
   *
   * @param asked gets what only the systems can judge
   */
  Map<Long, Forecast> forecast(Collection<LastTry> tries, List<Prospect> asked) {
    Map<Long, Forecast> forecasts = new TreeMap<>();
    for (LastTry last : tries) {
      Letter letter = letters.get(last.letter());
      if (letter != null) {
        Dossier dossier = bench.get(letter.record());
        new Forecasting(mapping, last)
            .of(letter, dossier, obstacles.get(letter.id()))
            .ifPresentOrElse(
                forecast -> forecasts.put(letter.id(), forecast),
                () -> asked.add(Prospect.of(mapping, last, dossier, letter.system())));
      }
    }
    return forecasts;
  }

  void discard(long id, Chooser by) {
    Letter letter = open(id);
    if (isNamed(letter)) {
      refuseUnderWay(letter);
      Replica replica = dossier(letter).replica(letter.system());
      bench.put(dossier(letter).with(replica.troubled(replica.trouble().discarded())));
    }
    move(letter, Letter.State.DISCARDED);
    note(letter, LedgerEntry.Event.DISCARDED, "discarded " + by.inWords());
  }

  void restore(long id, Chooser by) {
    Letter letter = letter(id);
    if (letter.state() != Letter.State.DISCARDED) {
      throw new ChoiceRefused(
          "Dead letter %d is %s: only a discarded one can be restored"
              .formatted(id, letter.state().word()));
    }
    refuseUnnamed(letter);
    Dossier dossier = bench.get(letter.record());
    Replica replica = dossier == null ? null : dossier.replica(letter.system());
    if (replica == null || !letter.newest() || replica.trouble().fate() != Trouble.Fate.DISCARDED) {
      throw new ChoiceRefused(
          "Dead letter %d is over: what it could not write has changed since it was discarded"
              .formatted(id));
    }
    bench.put(dossier.with(replica.troubled(restored(replica.trouble()))));
    move(letter, Letter.State.OPEN);
    note(letter, LedgerEntry.Event.RESTORED, "restored " + by.inWords());
  }

  /** What waited for its parent goes by itself again; what was refused is tried no more. */
  private static Trouble restored(Trouble trouble) {
    return Parent.MISSING.equals(trouble.reason().code())
        ? trouble.withLetter(trouble.reason())
        : trouble.givenUp();
  }

  List<Decision> edit(long id, FieldEdits edits, Chooser by) {
    Letter letter = open(id);
    refuseUnnamed(letter);
    refuseUnderWay(letter);
    Merged edited = new Editing(mapping, dossier(letter), by, tx.now(), tx.tick()).edit(edits);
    bench.take(SystemName.HUB, edited, LedgerEntry.Event.CHOSEN, null, 0);
    if (Due.of(mapping, dossier(letter), letter.system()).isDue()) {
      tryAgain(letter);
      note(letter, LedgerEntry.Event.REPLAYED, "edited and replayed " + by.inWords());
    }
    return edited.decisions();
  }

  void assign(long id, String to, Chooser by) {
    Letter letter = open(id);
    tx.letters().assign(id, to);
    note(letter, LedgerEntry.Event.ASSIGNED, by.inWords());
  }

  /** Moves come first: what an admin ended is not ended once more as superseded. */
  void finish() {
    moves.forEach((move, ids) -> tx.letters().move(ids, move.from(), move.to()));
    tx.save(SystemName.HUB, bench.finish(tx));
  }

  private void tryAgain(Letter letter) {
    Replica replica = dossier(letter).replica(letter.system());
    bench.put(dossier(letter).with(replica.troubled(replica.trouble().replayed())));
    move(letter, Letter.State.REPLAYING);
  }

  private void move(Letter letter, Letter.State to) {
    moves.computeIfAbsent(new Move(letter.state(), to), m -> new ArrayList<>()).add(letter.id());
  }

  private Letter letter(long id) {
    return existing(letters, id);
  }

  private static Letter existing(Map<Long, Letter> letters, long id) {
    Letter letter = letters.get(id);
    if (letter == null) {
      throw new ChoiceRefused("There is no dead letter " + id);
    }
    return letter;
  }

  /** One of some letters, by its number; refuses one that has left the queue. */
  static Letter inQueue(Map<Long, Letter> letters, long id) {
    Letter letter = existing(letters, id);
    if (!letter.state().isOpen()) {
      throw new ChoiceRefused(
          "Dead letter %d is not in the queue any more: it is %s"
              .formatted(id, letter.state().word()));
    }
    return letter;
  }

  private Letter open(long id) {
    Letter letter = inQueue(letters, id);
    if (bench.get(letter.record()) == null) {
      throw new ChoiceRefused("The record of dead letter %d is not there any more".formatted(id));
    }
    return letter;
  }

  private boolean isNamed(Letter letter) {
    return mapping.sides().containsKey(letter.system());
  }

  private void refuseUnnamed(Letter letter) {
    if (!isNamed(letter)) {
      throw new ChoiceRefused(
          "The mapping of %s does not name %s any more: dead letter %d can only be discarded"
              .formatted(mapping.type(), letter.system(), letter.id()));
    }
  }

  /** What an answer that is still to come says would meet another state. */
  private void refuseUnderWay(Letter letter) {
    if (!dossier(letter).attemptsOn(letter.system()).isEmpty()) {
      throw new ChoiceRefused(
          "The write of dead letter %d is under way; look again in a moment"
              .formatted(letter.id()));
    }
  }

  private Dossier dossier(Letter letter) {
    return Objects.requireNonNull(bench.get(letter.record()));
  }

  private void note(Letter letter, LedgerEntry.Event event, String what) {
    bench.changes().ledger(entry(letter, event, what));
  }

  static LedgerEntry entry(Letter letter, LedgerEntry.Event event, String what) {
    return LedgerEntry.of(
        letter.record(), letter.system(), event, "dead letter %d %s".formatted(letter.id(), what));
  }
}
