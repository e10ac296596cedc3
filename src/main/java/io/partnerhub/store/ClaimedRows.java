package io.partnerhub.store;

import io.partnerhub.sync.store.Batch;
import io.partnerhub.sync.store.Claimed;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

  /**
   * What holds of them.
   *
   * @param resolved fields that name a parent there
   */
  Claimed all(Set<String> resolved) {
    Set<Long> mine = new HashSet<>();
    Set<Long> barred = new HashSet<>();
    Map<Long, Set<String>> waiting = new HashMap<>();
    RoundTrip trip =
        new RoundTrip(handle)
            .ask(
                "select p.record_id, "
                    + Claims.BARRED
                    + " as barred from replica p join record r on r.id = p.record_id"
                    + " where p.system = :system and p.claim = :claim"
                    + " and p.record_id = any(:records)",
                row -> {
                  mine.add(row.getLong("record_id"));
                  if (row.getBoolean("barred")) {
                    barred.add(row.getLong("record_id"));
                  }
                })
            .with(
                all ->
                    all.bind("system", batch.system().value())
                        .bind("claim", batch.claim())
                        .bindArray("records", Long.class, batch.records()));
    if (!resolved.isEmpty()) {
      trip.ask(
              "select f.record_id, f.field from reference f"
                  + " where f.record_id = any(:records) and f.field = any(:fields) and "
                  + Waiting.missing(":system"),
              row ->
                  waiting
                      .computeIfAbsent(row.getLong("record_id"), r -> new HashSet<>())
                      .add(row.getString("field")))
          .with(all -> all.bindArray("fields", String.class, List.copyOf(resolved)));
    }
    trip.make();
    return new Claimed(mine, barred, waiting);
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
