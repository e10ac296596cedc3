package io.partnerhub.store;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.Known;
import io.partnerhub.sync.Stray;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Loads whole dossiers, a page of them in a few statements. */
final class Loading {

  private final Handle handle;
  private final RecordType type;
  private final Remembered remembered;

  Loading(Handle handle, RecordType type, Remembered remembered) {
    this.handle = handle;
    this.remembered = remembered;
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
    return new Dossiers(handle, remembered).load(ids);
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
}
