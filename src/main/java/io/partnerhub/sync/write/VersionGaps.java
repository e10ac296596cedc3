package io.partnerhub.sync.write;

import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Suspect;
import io.partnerhub.sync.Write;
import io.partnerhub.sync.store.Known;
import io.partnerhub.sync.store.Transaction;
import io.partnerhub.sync.system.Answer;
import io.partnerhub.sync.system.Checkpoint;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells by the versions of locations whether anybody else wrote beside us. */
final class VersionGaps {

  private VersionGaps() {}

  /**
   * Where a location's version moved by no more than our own calls, nobody else changed it: what we
   * wrote need not be read again. Else an edit may have been overwritten: suspects are kept; and
   * where it was read meanwhile without what we added, that is read once more, as it may be gone.
   * To be called before what the calls came to is stored, which makes known what was added.
   */
  static void settle(Transaction tx, SystemName system, Push.Sent sent) {
    for (Map.Entry<String, Answer.Versions> entry : sent.answer().versions().entrySet()) {
      String location = entry.getKey();
      Answer.Versions after = entry.getValue();
      Checkpoint checkpoint = tx.checkpoint(system, location);
      Long before = sent.armed().fresh().versions().get(location);
      if (checkpoint.version() == after.after() - after.calls()) {
        tx.checkpoint(system, checkpoint.at(after.after(), after.stamp(), tx.now()), null);
      } else if (checkpoint.version() >= after.after() && !wereSeen(tx, system, sent, location)) {
        tx.checkpoint(system, checkpoint.unread(), null);
      }
      if (before != null && before != after.after() - after.calls()) {
        tx.suspect(system, suspects(sent, location));
      }
    }
  }

  /** Whether reads have shown all copies that were made in a location, moved there included. */
  private static boolean wereSeen(
      Transaction tx, SystemName system, Push.Sent sent, String location) {
    Set<String> made = new HashSet<>();
    for (int i = 0; i < sent.armed().attempts().size(); i++) {
      if (sent.answer().outcomes().get(i) instanceof Outcome.Written written
          && written.id() != null
          && !written.id().equals(sent.armed().attempts().get(i).target())
          && written.id().location().equals(location)) {
        made.add(written.id().id());
      }
    }
    if (made.isEmpty()) {
      return true;
    }
    Known known = tx.known(system, Set.of(), made, List.of());
    made.removeAll(known.recordOf().keySet());
    made.removeAll(known.strays().keySet());
    return made.isEmpty();
  }

  private static List<Suspect> suspects(Push.Sent sent, String location) {
    return sent.armed().attempts().stream()
        .filter(a -> a.action() == Write.Action.UPDATE && a.target().location().equals(location))
        .map(a -> Suspect.of(a, sent.armed().fresh().readAt(), true))
        .toList();
  }
}
