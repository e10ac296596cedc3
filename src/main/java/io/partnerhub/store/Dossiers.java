package io.partnerhub.store;

import io.partnerhub.model.SystemName;
import io.partnerhub.sync.AgreedRecord;
import io.partnerhub.sync.Attempt;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.Replica;
import java.sql.ResultSet;
import java.sql.SQLException;
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

/** Loads whole dossiers, a page in a few statements; of rows that are remembered the version. */
final class Dossiers {

  private static final String VERSION = Remembered.VERSION.formatted("t");

  private static final String VERSIONS =
      "select 'record' as part, id as record_id, null as system, id, "
          + VERSION
          + " from record t where id = any(:ids)"
          + " union all select 'replica', record_id, system, 0, "
          + VERSION
          + " from replica t where record_id = any(:ids)"
          + " union all select 'attempt', record_id, system, id, "
          + VERSION
          + " from attempt t where record_id = any(:ids)";

  /** How a row becomes a part of a dossier, if it does. */
  private interface Reading {
    boolean read(ResultSet row) throws SQLException;
  }

  private final Handle handle;
  private final Remembered remembered;
  private final Map<Long, AgreedRecord> records = new TreeMap<>();
  private final Map<Long, Map<SystemName, Replica>> replicas = new HashMap<>();
  private final Map<Long, Map<Long, Attempt>> attempts = new HashMap<>();

  Dossiers(Handle handle, Remembered remembered) {
    this.handle = handle;
    this.remembered = remembered;
  }

  /** Those that are there, in the order of their ids. */
  Map<Long, Dossier> load(Collection<Long> ids) {
    Set<Long> known = new HashSet<>();
    Set<Long> ofRecords = new HashSet<>();
    ids.forEach(id -> (remembered.has(id) ? known : ofRecords).add(id));
    Set<Long> ofReplicas = new HashSet<>(ofRecords);
    Set<Long> ofAttempts = new HashSet<>(ofRecords);
    each(
        VERSIONS,
        known,
        row ->
            switch (row.getString("part")) {
              case "record" -> recalled(row) || ofRecords.add(row.getLong("record_id"));
              case "replica" -> recalledReplica(row) || ofReplicas.add(row.getLong("record_id"));
              default -> recalledAttempt(row) || ofAttempts.add(row.getLong("record_id"));
            });
    each(
        "select *, " + VERSION + " from record t where id = any(:ids)",
        ofRecords,
        row -> recalled(row) || take(Rows.record(row), version(row)));
    each(
        "select *, " + VERSION + " from replica t where record_id = any(:ids)",
        ofReplicas,
        row -> recalledReplica(row) || take(Rows.replica(row), version(row)));
    each(
        "select *, " + VERSION + " from attempt t where record_id = any(:ids)",
        ofAttempts,
        row -> recalledAttempt(row) || take(Rows.attempt(row), version(row)));
    return all();
  }

  private Map<Long, Dossier> all() {
    Map<Long, Dossier> dossiers = new LinkedHashMap<>();
    records.forEach(
        (id, record) ->
            dossiers.put(
                id,
                new Dossier(
                    record,
                    replicas.getOrDefault(id, Map.of()),
                    List.copyOf(attempts.getOrDefault(id, Map.of()).values()))));
    return dossiers;
  }

  private boolean recalled(ResultSet row) throws SQLException {
    AgreedRecord record = remembered.record(row.getLong("id"), version(row));
    return record != null && add(record);
  }

  private boolean recalledReplica(ResultSet row) throws SQLException {
    Replica replica =
        remembered.replica(row.getLong("record_id"), row.getString("system"), version(row));
    return replica != null && add(replica);
  }

  private boolean recalledAttempt(ResultSet row) throws SQLException {
    Attempt attempt = remembered.attempt(row.getLong("id"), version(row));
    return attempt != null && add(attempt);
  }

  private boolean take(AgreedRecord record, String version) {
    remembered.put(record, version);
    return add(record);
  }

  private boolean take(Replica replica, String version) {
    remembered.put(replica, version);
    return add(replica);
  }

  private boolean take(Attempt attempt, String version) {
    remembered.put(attempt, version);
    return add(attempt);
  }

  private boolean add(AgreedRecord record) {
    records.put(record.id(), record);
    return true;
  }

  private boolean add(Replica replica) {
    replicas.computeIfAbsent(replica.record(), k -> new TreeMap<>()).put(replica.system(), replica);
    return true;
  }

  private boolean add(Attempt attempt) {
    attempts.computeIfAbsent(attempt.record(), k -> new TreeMap<>()).put(attempt.id(), attempt);
    return true;
  }

  private static String version(ResultSet row) throws SQLException {
    return row.getString("version");
  }

  private void each(String sql, Collection<Long> ids, Reading reading) {
    if (!ids.isEmpty()) {
      Query query = handle.createQuery(sql).bindArray("ids", Long.class, List.copyOf(ids));
      query.map((row, context) -> reading.read(row)).list();
    }
  }
}
