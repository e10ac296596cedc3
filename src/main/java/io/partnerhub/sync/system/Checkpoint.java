package io.partnerhub.sync.system;

import java.time.Instant;

/**
 * How far one source (an object, a sheet) has been read. The connector sets the meaning; the store
 * keeps it in the transaction that merges what was read.
 *
 * @param source the location that is read
 * @param complete the source has been read to its end at least once
 * @param version version of the source at its last read; 0 where it has none
 * @param watermark the greatest change stamp found in the data; null before the first row
 * @param watermarkFoundAt when the hub first saw this watermark (the store's clock); null with it
 * @param settled a read begun long enough after {@code watermarkFoundAt} found nothing newer, so
 *     that nothing can still appear at or just behind the watermark
 * @param surplus rows that the source counts but never shows, learnt by the last sweep; {@link
 *     #UNSWEPT} until a sweep went through
 * @param cursor where the source said to read on; null where it gives no cursors that last
 */
public record Checkpoint(
    String source,
    boolean complete,
    long version,
    Instant watermark,
    Instant watermarkFoundAt,
    boolean settled,
    int surplus,
    String cursor) {

  /** What was deleted is told by nothing but a comparison of all ids, which is still to be made. */
  public static final int UNSWEPT = Integer.MIN_VALUE;

  /** How far a source has been read that gives no cursors that last. */
  public Checkpoint(
      String source,
      boolean complete,
      long version,
      Instant watermark,
      Instant watermarkFoundAt,
      boolean settled,
      int surplus) {
    this(source, complete, version, watermark, watermarkFoundAt, settled, surplus, null);
  }

  /** Nothing was read yet. */
  public static Checkpoint start(String source) {
    return new Checkpoint(source, false, 0, null, null, false, 0);
  }

  /**
   * The same, after changes that were all the hub's own.
   *
   * @param stamp the greatest of them; null where it is not known
   */
  public Checkpoint at(long newVersion, Instant stamp, Instant now) {
    boolean newer = stamp != null && (watermark == null || stamp.isAfter(watermark));
    return new Checkpoint(
        source,
        complete,
        newVersion,
        newer ? stamp : watermark,
        newer ? now : watermarkFoundAt,
        settled && !newer,
        surplus,
        cursor);
  }

  /** The same, where the source said to read on here. */
  public Checkpoint readOnAt(String newCursor) {
    return new Checkpoint(
        source, complete, version, watermark, watermarkFoundAt, settled, surplus, newCursor);
  }

  /**
   * The same, which is read once more whoever made its newest versions; a source without versions
   * is as it was.
   */
  public Checkpoint unread() {
    return new Checkpoint(
        source, complete, oldVersion(), watermark, watermarkFoundAt, settled, surplus, cursor);
  }

  /**
   * The same, where everything is read again, deleted copies too. A source that was read to its end
   * stays so.
   */
  public Checkpoint readAnew(Instant now) {
    return complete
        ? new Checkpoint(
            source,
            true,
            oldVersion(),
            watermark == null ? null : Instant.EPOCH,
            now,
            false,
            cursor == null ? surplus : UNSWEPT,
            null)
        : start(source);
  }

  /** Whether a change later than this was read. */
  public boolean isReadBeyond(Instant then) {
    return watermark != null && watermark.isAfter(then);
  }

  /** The same, where what changed since then is read again. */
  public Checkpoint readFrom(Instant then, Instant now) {
    return new Checkpoint(source, complete, oldVersion(), then, now, false, surplus, null);
  }

  /** Of what was read before; the newest ones may all be the hub's own. */
  private long oldVersion() {
    return version > 1 ? 1 : 0;
  }

  /** Whether everything is read again, and nothing of it was read yet. */
  public boolean isReadAnew() {
    return Instant.EPOCH.equals(watermark);
  }

  /** Whether its ids are still to be compared with what is known, whatever it counts. */
  public boolean isUnswept() {
    return surplus == UNSWEPT;
  }

  /** The same, where the source counts so many rows more than are known. */
  public Checkpoint withSurplus(int newSurplus) {
    return new Checkpoint(
        source, complete, version, watermark, watermarkFoundAt, settled, newSurplus, cursor);
  }
}
