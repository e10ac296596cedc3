package io.partnerhub.ledger;

import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Dossier;
import java.util.List;
import java.util.Map;

/**
 * A record with its lines of the ledger.
 *
 * @param due what each system's copy is due
 * @param newestFirst the newest lines, as many as were asked for, and older ones that values come
 *     from
 */
public record Past(Dossier dossier, Map<SystemName, Standing> due, List<Line> newestFirst) {

  /**
   * What a copy is due.
   *
   * @param isDue a write
   * @param waitsFor why it cannot be written yet; null when it can, or need not be
   */
  public record Standing(boolean isDue, String waitsFor) {

    static final Standing IN_STEP = new Standing(false, null);
  }
}
