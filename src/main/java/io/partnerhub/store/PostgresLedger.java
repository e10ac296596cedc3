package io.partnerhub.store;

import io.partnerhub.ledger.Ledger;
import io.partnerhub.ledger.Line;
import io.partnerhub.ledger.Past;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.LedgerEntry;
import io.partnerhub.sync.Origin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** The ledger on PostgreSQL; reads one picture of a record and its lines, and locks nothing. */
public final class PostgresLedger implements Ledger {

  private final Jdbi jdbi;
  private final MappedSystems mapped;

  public PostgresLedger(DataSource dataSource, MappedSystems mapped) {
    this.mapped = mapped;
    this.jdbi = Jdbi.create(dataSource);
    this.jdbi.registerArrayType(Long.class, "bigint");
  }

  @Override
  public List<Long> recordsOf(RecordType type, String key) {
    return jdbi.withHandle(
        h ->
            h.createQuery("select id from record where type = :type and key = :key order by id")
                .bind("type", type.name())
                .bind("key", key)
                .mapTo(Long.class)
                .list());
  }

  @Override
  public List<String> keysLike(RecordType type, String key, int most) {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select distinct key from record where type = :type and key is not null"
                        + " and upper(left(key, 1)) = upper(left(:key, 1)) limit :most")
                .bind("type", type.name())
                .bind("key", key)
                .bind("most", most)
                .mapTo(String.class)
                .list());
  }

  @Override
  public Optional<Past> past(RecordType type, long record, int most) {
    return jdbi.inTransaction(
        TransactionIsolationLevel.REPEATABLE_READ,
        h -> {
          Dossier dossier = new Loading(h, type, mapped).dossiers(List.of(record)).get(record);
          return dossier == null
              ? Optional.empty()
              : Optional.of(new Past(dossier, due(h, record), lines(h, dossier, most)));
        });
  }

  private static Map<SystemName, Past.Standing> due(Handle handle, long record) {
    Map<SystemName, Past.Standing> due = new TreeMap<>();
    handle
        .createQuery(
            "select system, due, blocked from replica p where record_id = :record and "
                + SideRows.isNamed("p"))
        .bind("record", record)
        .map(
            (row, context) ->
                due.put(
                    new SystemName(row.getString("system")),
                    new Past.Standing(row.getBoolean("due"), row.getString("blocked"))))
        .list();
    return due;
  }

  private static List<Line> lines(Handle handle, Dossier dossier, int most) {
    List<Line> lines =
        handle
            .createQuery(
                "select * from ledger where record_id = :record order by id desc limit :most")
            .bind("record", dossier.record().id())
            .bind("most", most)
            .map((row, context) -> line(row))
            .collectIntoList();
    if (most > 0 && lines.size() == most) {
      lines.addAll(sources(handle, dossier, lines.get(most - 1).id(), most));
    }
    return lines;
  }

  /** Of the lines before one, those of the reads and choices that the agreed values come from. */
  private static List<Line> sources(Handle handle, Dossier dossier, long before, int most) {
    List<Long> readings =
        dossier.record().origins().values().stream().map(Origin::reading).distinct().toList();
    return handle
        .createQuery(
            "select * from (select * from ledger where record_id = :record and id < :before"
                + "   and (reading > 0 and reading = any(:readings) or event = 'CHOSEN')"
                + "   order by event = 'CHOSEN', id desc limit :most) l order by id desc")
        .bind("record", dossier.record().id())
        .bind("before", before)
        .bindArray("readings", Long.class, readings)
        .bind("most", most)
        .map((row, context) -> line(row))
        .list();
  }

  static Line line(ResultSet row) throws SQLException {
    LedgerEntry entry =
        new LedgerEntry(
            row.getLong("record_id"),
            new SystemName(row.getString("system")),
            LedgerEntry.Event.valueOf(row.getString("event")),
            row.getLong("reading"),
            row.getLong("attempt"),
            Rows.instant(row, "stamp"),
            JsonColumns.decisions(row.getString("decisions")),
            row.getString("note"),
            row.getString("version"),
            row.getString("changed_by"));
    return new Line(row.getLong("id"), Rows.instant(row, "at"), entry);
  }
}
