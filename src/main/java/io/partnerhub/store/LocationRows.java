package io.partnerhub.store;

import io.partnerhub.model.NativeId;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Stray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The copies known in one location, to compare with what a sweep found there. */
final class LocationRows {

  private static final String LINKED =
      "coalesce((select copies from linked"
          + " where type = :type and system = :system and location = :location), 0)";

  /**
   * PostgreSQL looks such a query's result up by hash; a list that is a parameter it goes through
   * row by row.
   */
  static final String ABSENT = "native_id not in (select unnest(cast(:ids as text[])))";

  /** The opposite, which is no join either, whatever the statistics say. */
  static final String PRESENT = "(native_id in (select unnest(cast(:ids as text[])))) is true";

  /** A picture of then is newer than all that is known of the copy, as the fence has it. */
  static final String JUDGED =
      "(read_ended < :before and wrote_ended < :before and record_id not" + Claims.IN_CALL + ")";

  private final Handle handle;
  private final RecordType type;
  private final SystemName system;
  private final String location;

  LocationRows(Handle handle, RecordType type, SystemName system, String location) {
    this.handle = handle;
    this.type = type;
    this.system = system;
    this.location = location;
  }

  /** Linked copies, last read and written before a tick, that are not in a set, by record. */
  Map<Long, NativeId> missing(Set<String> ids, long before) {
    Map<Long, NativeId> missing = new LinkedHashMap<>();
    query(
            "select record_id, location, native_id from replica"
                + " where type = :type and system = :system and location = :location"
                + " and state = 'LINKED' and "
                + ABSENT
                + " and "
                + JUDGED)
        .bind("before", before)
        .bindArray("ids", String.class, List.copyOf(ids))
        .map((row, context) -> missing.put(row.getLong("record_id"), Rows.nativeId(row)))
        .list();
    return missing;
  }

  /** Strays set aside before a tick that are not in a set. */
  List<Stray> missingStrays(Set<String> ids, long before) {
    return query(
            "select * from stray where type = :type and system = :system and location = :location"
                + " and why <> 'REPLACED' and until_tick < :before and "
                + ABSENT)
        .bind("before", before)
        .bindArray("ids", String.class, List.copyOf(ids))
        .map((row, context) -> Rows.stray(row))
        .list();
  }

  /** Copies known there, strays included. */
  int count() {
    return query(
            "select "
                + LINKED
                + " + (select count(*) from stray where type = :type and system = :system"
                + "   and location = :location and why <> 'REPLACED')")
        .mapTo(Integer.class)
        .one();
  }

  /** Copies known there that are not in a set and were read or written since, or are just now. */
  int unjudged(Set<String> ids, long before) {
    return query(
            "select (select count(*) from replica where type = :type and system = :system"
                + "   and location = :location and state = 'LINKED' and "
                + ABSENT
                + " and not "
                + JUDGED
                + ") + (select count(*) from stray where type = :type and system = :system"
                + "   and location = :location and why <> 'REPLACED'"
                + "   and until_tick >= :before and "
                + ABSENT
                + ")")
        .bind("before", before)
        .bindArray("ids", String.class, List.copyOf(ids))
        .mapTo(Integer.class)
        .one();
  }

  /** Linked copies there. */
  int linked() {
    return query("select " + LINKED).mapTo(Integer.class).one();
  }

  private Query query(String sql) {
    return handle
        .createQuery(sql)
        .bind("type", type.name())
        .bind("system", system.value())
        .bind("location", location);
  }
}
