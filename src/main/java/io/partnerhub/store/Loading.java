package io.partnerhub.store;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import io.partnerhub.sync.AgreedRecord;
import io.partnerhub.sync.Attempt;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.Replica;
import io.partnerhub.sync.Stray;
import io.partnerhub.sync.store.Known;
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

/** Loads whole dossiers, a page of them in two round trips. */
final class Loading {

  private static final String RECORD_OF =
      "select native_id, record_id from replica"
          + " where type = :type and system = :system and native_id = any(:ids)";

  private static final String BY_KEY =
      "select key, id from record where type = :type and key = any(:keys)"
          + " union select p.key, p.record_id from replica p"
          + "   where p.type = :type and p.key = any(:keys) and p.state = 'LINKED' and "
          + SideRows.isNamed("p")
          + " union select key, record_id from attempt where type = :type"
          + "   and system = :system and action in ('ADD', 'MOVE') and key = any(:keys)";

  private static final String STRAYS =
      "select * from stray where type = :type and system = :system"
          + " and (native_id = any(:ids) or key = any(:keys))";

  /** How far each source was read. */
  private static final String SOURCES =
      "select source, complete or read_before as complete, read_until from checkpoint"
          + " where type = :type and system = :system";

  private final Handle handle;
  private final RecordType type;
  private final MappedSystems mapped;

  Loading(Handle handle, RecordType type, MappedSystems mapped) {
    this.handle = handle;
    this.type = type;
    this.mapped = mapped;
  }

  Known known(
      SystemName system,
      Set<String> sources,
      Collection<String> nativeIds,
      Collection<String> keys) {
    Map<String, Long> recordOf = new HashMap<>();
    Map<String, Set<Long>> byKey = new HashMap<>();
    List<Stray> found = new ArrayList<>();
    Map<String, Instant> readUntil = new HashMap<>();
    Set<String> complete = new HashSet<>();
    new RoundTrip(handle)
        .ask(RECORD_OF, row -> recordOf.put(row.getString(1), row.getLong(2)))
        .ask(
            BY_KEY,
            row ->
                byKey.computeIfAbsent(row.getString(1), k -> new HashSet<>()).add(row.getLong(2)))
        .ask(STRAYS, row -> found.add(Rows.stray(row)))
        .ask(
            SOURCES,
            row -> {
              readUntil.put(row.getString("source"), Rows.instant(row, "read_until"));
              if (row.getBoolean("complete")) {
                complete.add(row.getString("source"));
              }
            })
        .with(
            all ->
                all.bind("type", type.name())
                    .bind("system", system.value())
                    .bindArray("ids", String.class, List.copyOf(nativeIds))
                    .bindArray("keys", String.class, List.copyOf(keys)))
        .make();
    Set<Long> records = new HashSet<>(recordOf.values());
    byKey.values().forEach(records::addAll);
    Map<String, Stray> strays = new HashMap<>();
    found.forEach(stray -> strays.put(stray.id().id(), stray));
    return new Known(
        recordOf,
        dossiers(records),
        byKey,
        strays,
        straysByKey(found),
        complete.containsAll(sources),
        readUntil);
  }

  /** Those with which others of their key are twins. */
  private static Map<String, List<String>> straysByKey(List<Stray> strays) {
    Map<String, List<String>> byKey = new HashMap<>();
    for (Stray stray : strays) {
      if (stray.why() != Stray.Why.REPLACED && stray.why() != Stray.Why.OVERTAKEN) {
        byKey.computeIfAbsent(stray.key(), k -> new ArrayList<>()).add(stray.id().id());
      }
    }
    return byKey;
  }

  Map<Long, Dossier> dossiers(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return new LinkedHashMap<>();
    }
    Map<Long, AgreedRecord> records = new LinkedHashMap<>();
    Map<Long, Map<SystemName, Replica>> replicas = new HashMap<>();
    Map<Long, List<Attempt>> attempts = new HashMap<>();
    Map<String, Values> known = new HashMap<>();
    new RoundTrip(handle)
        .ask(
            "select * from record where id = any(:ids) order by id",
            row -> {
              AgreedRecord record = Rows.record(row);
              records.put(record.id(), record);
            })
        .ask(
            "select * from replica where record_id = any(:ids)",
            row -> {
              Replica copy = Rows.replica(row, known);
              replicas
                  .computeIfAbsent(copy.record(), k -> new TreeMap<>())
                  .put(copy.system(), copy);
            })
        .ask(
            "select * from attempt where record_id = any(:ids) order by id",
            row -> {
              Attempt attempt = Rows.attempt(row, known);
              attempts.computeIfAbsent(attempt.record(), k -> new ArrayList<>()).add(attempt);
            })
        .with(all -> all.bindArray("ids", Long.class, List.copyOf(ids)))
        .make();
    Map<Long, Dossier> dossiers = new LinkedHashMap<>();
    records.forEach(
        (id, record) ->
            dossiers.put(
                id,
                mapped.among(
                    type,
                    new Dossier(
                        record,
                        replicas.getOrDefault(id, Map.of()),
                        attempts.getOrDefault(id, List.of())))));
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

  private Query query(String sql) {
    return handle.createQuery(sql).bind("type", type.name());
  }
}
