package io.partnerhub.connector.salesforce;

import io.partnerhub.sync.system.Checkpoint;
import java.time.Duration;
import java.time.Instant;

/**
 * How one page moves the checkpoint. A row's stamp is set before its transaction commits, so rows
 * can appear behind the watermark: polls read an overlap again until the watermark is settled.
 *
 * @param from the checkpoint that the page was read with
 * @param begun the store's clock when the first page of this read was asked for
 * @param paged the read has more than one page
 * @param last this is its last page
 */
record Progress(Checkpoint from, Instant begun, boolean paged, boolean last) {

  /**
   * The checkpoint after the page.
   *
   * @param greatest the greatest stamp on the page; null when it is empty
   * @param now the store's clock
   */
  Checkpoint after(Instant greatest, Instant now, Duration overlap) {
    Instant reached = capped(greatest);
    boolean moved =
        reached != null && (from.watermark() == null || reached.isAfter(from.watermark()));
    return new Checkpoint(
        from.source(),
        from.complete() || last,
        from.version(),
        moved ? reached : from.watermark(),
        moved ? now : from.watermarkFoundAt(),
        !moved && (from.settled() || isSettledBy(overlap)),
        from.surplus());
  }

  /** Rows of an early page may have changed while the later ones were read. */
  private Instant capped(Instant greatest) {
    return paged && greatest != null && greatest.isAfter(begun) ? begun : greatest;
  }

  private boolean isSettledBy(Duration overlap) {
    return last
        && from.watermarkFoundAt() != null
        && !begun.isBefore(from.watermarkFoundAt().plus(overlap));
  }
}
