package io.partnerhub.store;

import org.jdbi.v3.core.Handle;

/**
 * Keeps PostgreSQL's statistics up with a first load: autovacuum looks only once a minute, and
 * plans for an empty table take thousands of times longer on a full one.
 */
final class PlannerStatistics {

  private static final int FEW = 500;

  private static final long UNASKED = -1;

  private long known = UNASKED;
  private long added;

  synchronized void added(int records) {
    added += records;
  }

  /** Takes new statistics whenever the tables have twice as many rows. */
  synchronized void keepUp(Handle handle) {
    if (added == 0) {
      return;
    }
    if (known == UNASKED) {
      known = recordsAtLastLook(handle);
    }
    if (added > FEW + known) {
      known += added;
      added = 0;
      handle.execute("analyze record, reference, replica");
    }
  }

  /** A store that was filled before this hub started has statistics already. */
  private static long recordsAtLastLook(Handle handle) {
    return handle
        .createQuery(
            "select cast(greatest(0, reltuples) as bigint) from pg_class"
                + " where oid = cast('record' as regclass)")
        .mapTo(Long.class)
        .one();
  }
}
