package io.partnerhub.store;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.AgreedRecord;
import io.partnerhub.sync.Attempt;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.Known;
import io.partnerhub.sync.Replica;
import io.partnerhub.sync.Stray;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Loads whole dossiers, a page of them in a few statements. */
final class Loading {

  private final Handle handle;
  private final RecordType type;

  Loading(Handle handle, RecordType type) {
    this.handle = handle;
    this.type = type;
  }

  Known known(
      SystemName system,
      Set<String> sources,
      Collection<String> nativeIds,
      Collection<String> keys) {
    Map<String, Long> recordOf = recordOf(system, nativeIds);
    Map<String, Set<Long>> byKey = recordsByKey(system, keys);
    Set<Long> records = new HashSet<>(recordOf.values());
    byKey.values().forEach(records::addAll);
    Map<String, Stray> strays = new HashMap<>();
    Map<String, List<String>> straysByKey = new HashMap<>();
    for (Stray stray : strays(system, nativeIds, keys)) {
      strays.put(stray.id().id(), stray);
      if (stray.why() != Stray.Why.REPLACED && stray.why() != Stray.Why.OVERTAKEN) {
        straysByKey.computeIfAbsent(stray.key(), k -> new ArrayList<>()).add(stray.id().id());
      }
    }
    Map<String, Instant> readUntil = new HashMap<>();
    boolean complete = readUntil(system, sources, readUntil);
    return new Known(recordOf, dossiers(records), byKey, strays, straysByKey, complete, readUntil);
  }

  Map<Long, Dossier> dossiers(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return new LinkedHashMap<>();
    }
    Map<Long, AgreedRecord> records = new LinkedHashMap<>();
    byIds("select * from record where id = any(:ids) order by id", ids)
        .map((row, context) -> Rows.record(row))
        .forEach(r -> records.put(r.id(), r));
    Map<Long, Map<SystemName, Replica>> replicas = new HashMap<>();
    byIds("select * from replica where record_id = any(:ids)", ids)
        .map((row, context) -> Rows.replica(row))
        .forEach(
            r -> replicas.computeIfAbsent(r.record(), k -> new TreeMap<>()).put(r.system(), r));
    Map<Long, List<Attempt>> attempts = new HashMap<>();
    byIds("select * from attempt where record_id = any(:ids) order by id", ids)
        .map((row, context) -> Rows.attempt(row))
        .forEach(a -> attempts.computeIfAbsent(a.record(), k -> new ArrayList<>()).add(a));
    Map<Long, Dossier> dossiers = new LinkedHashMap<>();
    records.forEach(
        (id, record) ->
            dossiers.put(
                id,
                new Dossier(
                    record,
                    replicas.getOrDefault(id, Map.of()),
                    attempts.getOrDefault(id, List.of()))));
    return dossiers;
  }

  /** Those of these copies that are a record's, or strays. */
  Set<String> seen(SystemName system, Collection<String> nativeIds) {
    String of = " where type = :type and system = :system and native_id = any(:ids)";
    return Set.copyOf(
        query("select native_id from replica" + of + " union select native_id from stray" + of)
            .bind("system", system.value())
            .bindArray("ids", String.class, List.copyOf(nativeIds))
            .mapTo(String.class)
            .list());
  }

  private Map<String, Long> recordOf(SystemName system, Collection<String> nativeIds) {
    Map<String, Long> recordOf = new HashMap<>();
    query(
            "select native_id, record_id from replica"
                + " where type = :type and system = :system and native_id = any(:ids)")
        .bind("system", system.value())
        .bindArray("ids", String.class, List.copyOf(nativeIds))
        .map((row, context) -> recordOf.put(row.getString(1), row.getLong(2)))
        .list();
    return recordOf;
  }

  private Map<String, Set<Long>> recordsByKey(SystemName system, Collection<String> keys) {
    Map<String, Set<Long>> byKey = new HashMap<>();
    query(
            "select key, id from record where type = :type and key = any(:keys)"
                + " union select key, record_id from replica"
                + "   where type = :type and key = any(:keys) and state = 'LINKED'"
                + " union select key, record_id from attempt where type = :type"
                + "   and system = :system and action = 'ADD' and key = any(:keys)")
        .bind("system", system.value())
        .bindArray("keys", String.class, List.copyOf(keys))
        .map(
            (row, context) ->
                byKey.computeIfAbsent(row.getString(1), k -> new HashSet<>()).add(row.getLong(2)))
        .list();
    return byKey;
  }

  private List<Stray> strays(
      SystemName system, Collection<String> nativeIds, Collection<String> keys) {
    return query(
            "select * from stray where type = :type and system = :system"
                + " and (native_id = any(:ids) or key = any(:keys))")
        .bind("system", system.value())
        .bindArray("ids", String.class, List.copyOf(nativeIds))
        .bindArray("keys", String.class, List.copyOf(keys))
        .map((row, context) -> Rows.stray(row))
        .list();
  }

  /** Fills in how far each source was read; gives whether all were read completely. */
  private boolean readUntil(
      SystemName system, Set<String> sources, Map<String, Instant> readUntil) {
    Set<String> complete = new HashSet<>();
    query(
            "select source, complete, read_until from checkpoint"
                + " where type = :type and system = :system")
        .bind("system", system.value())
        .map(
            (row, context) -> {
              readUntil.put(row.getString("source"), Rows.instant(row, "read_until"));
              return row.getBoolean("complete") && complete.add(row.getString("source"));
            })
        .list();
    return complete.containsAll(sources);
  }

  private Query query(String sql) {
    return handle.createQuery(sql).bind("type", type.name());
  }

  private Query byIds(String sql, Collection<Long> ids) {
    return handle.createQuery(sql).bindArray("ids", Long.class, List.copyOf(ids));
  }
}
