package io.partnerhub.store;

import io.partnerhub.sync.Batch;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The replicas of a batch that are still its worker's. */
final class ClaimedRows {

  private final Handle handle;
  private final Batch batch;

  ClaimedRows(Handle handle, Batch batch) {
    this.handle = handle;
    this.batch = batch;
  }

  Set<Long> all() {
    return records("true");
  }

  Set<Long> barred() {
    return records(Claims.BARRED);
  }

  private Set<Long> records(String which) {
    return new HashSet<>(
        handle
            .createQuery(
                "select p.record_id from replica p join record r on r.id = p.record_id"
                    + " where p.system = :system and p.claim = :claim"
                    + " and p.record_id = any(:records) and "
                    + which)
            .bind("system", batch.system().value())
            .bind("claim", batch.claim())
            .bindArray("records", Long.class, batch.records())
            .mapTo(Long.class)
            .list());
  }

  /**
   * Gives some back.
   *
   * @param tryAt not to be tried before; null leaves that as it is
   */
  void release(Collection<Long> records, Instant tryAt) {
    if (records.isEmpty()) {
      return;
    }
    handle
        .createUpdate(
            "update replica set claim = null, lease_until = null,"
                + " try_at = coalesce(:tryAt, try_at)"
                + " where system = :system and claim = :claim and record_id = any(:records)")
        .bind("tryAt", tryAt)
        .bind("system", batch.system().value())
        .bind("claim", batch.claim())
        .bindArray("records", Long.class, List.copyOf(records))
        .execute();
  }
}
