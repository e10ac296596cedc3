package io.partnerhub.store;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Batch;
import io.partnerhub.sync.Parent;
import io.partnerhub.sync.Patience;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Which writes wait for a parent. A parent is there once its copy in the same system shows the key
 * that the child names, so that a renamed parent is waited for until it was written too.
 */
final class Waiting {

  /** The references {@code f} that the due write of replica {@code p} lacks a parent for. */
  private static final String MISSING_OF_P =
      "from reference f where f.record_id = p.record_id and f.field = any(p.awaits) and "
          + missing("p.system");

  /** The due write of replica {@code p} lacks a parent. */
  static final String WAITS = "exists (select 1 " + MISSING_OF_P + ")";

  /** The first parent that the due write of replica {@code p} lacks, as {@code w}. */
  static final String FIRST_MISSING =
      " left join lateral (select f.to_type, f.to_key "
          + MISSING_OF_P
          + " order by f.field limit 1) w on p.due and p.awaits is not null";

  private final Handle handle;

  Waiting(Handle handle) {
    this.handle = handle;
  }

  /** The parent of reference {@code f} is not in a system; only linked copies have a key. */
  private static String missing(String system) {
    return "not exists (select 1 from replica o where o.type = f.to_type and o.key = f.to_key"
        + " and o.system = "
        + system
        + ")";
  }

  /** Of a claim's records, the references among these fields whose parents are not there. */
  Map<Long, Set<String>> of(Batch batch, Set<String> fields) {
    Map<Long, Set<String>> waiting = new HashMap<>();
    handle
        .createQuery(
            "select f.record_id, f.field from reference f"
                + " where f.record_id = any(:records) and f.field = any(:fields) and "
                + missing(":system"))
        .bind("system", batch.system().value())
        .bindArray("records", Long.class, batch.records())
        .bindArray("fields", String.class, List.copyOf(fields))
        .map(
            (row, context) ->
                waiting
                    .computeIfAbsent(row.getLong("record_id"), r -> new HashSet<>())
                    .add(row.getString("field")))
        .list();
    return waiting;
  }

  /** Records that wait since before an instant and are not marked yet, with the parent. */
  Map<Long, Parent> overdue(RecordType type, SystemName system, Instant dueBefore, int limit) {
    Map<Long, Parent> overdue = new HashMap<>();
    handle
        .createQuery(
            "select p.record_id, w.to_type, w.to_key from replica p"
                + FIRST_MISSING
                + " where p.type = :type and p.system = :system and p.due"
                + " and p.awaits is not null and p.due_since <= :before"
                + " and p.reason_code is distinct from :code and w.to_key is not null"
                + " limit :limit")
        .bind("type", type.name())
        .bind("system", system.value())
        .bind("before", dueBefore)
        .bind("code", Patience.CODE)
        .bind("limit", limit)
        .map(
            (row, context) ->
                overdue.put(
                    row.getLong("record_id"),
                    new Parent(new RecordType(row.getString("to_type")), row.getString("to_key"))))
        .list();
    return overdue;
  }
}
