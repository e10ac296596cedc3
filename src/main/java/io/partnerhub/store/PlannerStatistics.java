package io.partnerhub.store;

import org.jdbi.v3.core.Handle;

/**
 * Keeps PostgreSQL's statistics up with a first load: autovacuum looks only once a minute, and
 * plans for an empty table take thousands of times longer on a full one.
 */
final class PlannerStatistics {

  private static final int FEW = 500;

  private final Growth records = new Growth("record", "record, reference, replica");
  private final Growth strays = new Growth("stray", "stray");

  void added(int count) {
    records.added(count);
  }

  /** Some may be known already: that they are counted again only makes it sooner. */
  void addedStrays(int count) {
    strays.added(count);
  }

  /** Takes new statistics whenever tables have twice as many rows. */
  void keepUp(Handle handle) {
    records.keepUp(handle);
    strays.keepUp(handle);
  }

  /** Tables that grow with one of them. */
  private static final class Growth {

    private static final long UNASKED = -1;

    private final String table;
    private final String tables;
    private long known = UNASKED;
    private long added;

    Growth(String table, String tables) {
      this.table = table;
      this.tables = tables;
    }

    synchronized void added(int count) {
      added += count;
    }

    void keepUp(Handle handle) {
      if (isTwiceAsMany(handle)) {
        handle.execute("analyze " + tables);
      }
    }

    private synchronized boolean isTwiceAsMany(Handle handle) {
      if (added == 0) {
        return false;
      }
      if (known == UNASKED) {
        known = rowsAtLastLook(handle);
      }
      if (added <= FEW + known) {
        return false;
      }
      known += added;
      added = 0;
      return true;
    }

    /** A store that was filled before this hub started has statistics already. */
    private long rowsAtLastLook(Handle handle) {
      return handle
          .createQuery(
              "select cast(greatest(0, reltuples) as bigint) from pg_class"
                  + " where oid = cast(:table as regclass)")
          .bind("table", table)
          .mapTo(Long.class)
          .one();
    }
  }
}
