package io.partnerhub.store;

import io.partnerhub.ledger.Line;
import io.partnerhub.ledger.Past;
import io.partnerhub.ledger.RecentPasts;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Dossier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Records and their recent lines on PostgreSQL: one picture of each few hundred, no lock. */
public final class PostgresPasts implements RecentPasts {

  private static final int RECORDS = 500;

  private final Jdbi jdbi;
  private final MappedSystems mapped;

  public PostgresPasts(DataSource dataSource, MappedSystems mapped) {
    this.mapped = mapped;
    this.jdbi = Jdbi.create(dataSource);
    this.jdbi.registerArrayType(Long.class, "bigint");
  }

  @Override
  public void each(RecordType type, Instant since, Consumer<Past> take) {
    List<Long> records = records(type, since);
    for (int from = 0; from < records.size(); from += RECORDS) {
      List<Long> some = records.subList(from, Math.min(records.size(), from + RECORDS));
      pasts(type, some, since).forEach(take);
    }
  }

  private List<Long> records(RecordType type, Instant since) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select distinct record_id from ledger"
                        + " where type = :type and at >= :since order by record_id")
                .bind("type", type.name())
                .bind("since", since)
                .mapTo(Long.class)
                .list());
  }

  private List<Past> pasts(RecordType type, List<Long> records, Instant since) {
    return jdbi.inTransaction(
        TransactionIsolationLevel.REPEATABLE_READ,
        h -> {
          Map<Long, Dossier> dossiers = new Loading(h, type, mapped).dossiers(records);
          Map<Long, Map<SystemName, Past.Standing>> due = due(h, records);
          Map<Long, List<Line>> lines = lines(h, records, since);
          return dossiers.entrySet().stream()
              .map(
                  d ->
                      new Past(
                          d.getValue(),
                          due.getOrDefault(d.getKey(), Map.of()),
                          lines.getOrDefault(d.getKey(), List.of())))
              .toList();
        });
  }

  private static Map<Long, Map<SystemName, Past.Standing>> due(Handle handle, List<Long> records) {
    Map<Long, Map<SystemName, Past.Standing>> due = new HashMap<>();
    handle
        .createQuery(
            "select record_id, system, due, blocked from replica where record_id = any(:ids)")
        .bindArray("ids", Long.class, records)
        .map(
            (row, context) ->
                due.computeIfAbsent(row.getLong("record_id"), r -> new TreeMap<>())
                    .put(
                        new SystemName(row.getString("system")),
                        new Past.Standing(row.getBoolean("due"), row.getString("blocked"))))
        .list();
    return due;
  }

  private static Map<Long, List<Line>> lines(Handle handle, List<Long> records, Instant since) {
    Map<Long, List<Line>> lines = new HashMap<>();
    handle
        .createQuery(
            "select * from ledger where record_id = any(:ids) and at >= :since order by id desc")
        .bindArray("ids", Long.class, records)
        .bind("since", since)
        .map((row, context) -> PostgresLedger.line(row))
        .forEach(l -> lines.computeIfAbsent(l.entry().record(), r -> new ArrayList<>()).add(l));
    return lines;
  }
}
