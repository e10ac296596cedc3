package io.partnerhub.sync.write;

import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Suspect;
import io.partnerhub.sync.Write;
import io.partnerhub.sync.store.Transaction;
import io.partnerhub.sync.system.Answer;
import io.partnerhub.sync.system.Checkpoint;
import java.util.List;
import java.util.Map;

/** Tells by the versions of locations whether anybody else wrote beside us. */
final class VersionGaps {

  private VersionGaps() {}

  /**
   * Where a location's version moved by no more than our own calls, nobody else changed it: what we
   * wrote need not be read again. Else an edit may have been overwritten: suspects are kept.
   */
  static void settle(Transaction tx, SystemName system, Push.Sent sent) {
    for (Map.Entry<String, Answer.Versions> entry : sent.answer().versions().entrySet()) {
      String location = entry.getKey();
      Answer.Versions after = entry.getValue();
      Checkpoint checkpoint = tx.checkpoint(system, location);
      Long before = sent.armed().fresh().versions().get(location);
      if (checkpoint.version() == after.after() - after.calls()) {
        tx.checkpoint(system, checkpoint.at(after.after(), after.stamp(), tx.now()), null);
      }
      if (before != null && before != after.after() - after.calls()) {
        tx.suspect(system, suspects(sent, location));
      }
    }
  }

  private static List<Suspect> suspects(Push.Sent sent, String location) {
    return sent.armed().attempts().stream()
        .filter(a -> a.action() == Write.Action.UPDATE && a.target().location().equals(location))
        .map(a -> Suspect.of(a, sent.armed().fresh().readAt(), true))
        .toList();
  }
}
