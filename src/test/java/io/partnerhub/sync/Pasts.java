package io.partnerhub.sync;

import io.partnerhub.ledger.Line;
import io.partnerhub.ledger.Past;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.merge.Due;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the ledger's readers would get of a record. */
final class Pasts {

  private Pasts() {}

  /**
   * A record with its lines.
   *
   * @param ledger every entry of every record, oldest first
   */
  static Past of(Dossier dossier, Mapping mapping, List<LedgerEntry> ledger) {
    Map<SystemName, Past.Standing> due = new HashMap<>();
    for (SystemName system : dossier.replicas().keySet()) {
      Due now = Due.of(mapping, dossier, system);
      due.put(system, new Past.Standing(now.isDue(), now.blocked()));
    }
    List<Line> lines = new ArrayList<>();
    for (LedgerEntry entry : ledger) {
      if (entry.record() == dossier.record().id()) {
        lines.add(0, new Line(lines.size(), null, entry));
      }
    }
    return new Past(dossier, due, lines);
  }
}
