package io.partnerhub.store;

import org.jdbi.v3.core.Handle;

/**
 * Keeps PostgreSQL's statistics up with a first load: autovacuum looks only once a minute, and
 * plans for an empty table take thousands of times longer on a full one.
 */
final class PlannerStatistics {

  private static final int FEW = 500;

  private long known;
  private long changed;

  /** Takes new statistics whenever the tables have grown by half. */
  synchronized void changed(Handle handle, int rows) {
    changed += rows;
    if (changed > FEW + known / 2) {
      known += changed;
      changed = 0;
      handle.execute("analyze record, reference, replica");
    }
  }
}
