package io.partnerhub.store;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Chooser;
import io.partnerhub.sync.ConnectorAct;
import io.partnerhub.sync.ConnectorAct.Act;
import io.partnerhub.sync.system.Checkpoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** What administrators do to connectors, each act stored with its effect. */
public final class ConnectorActs {

  private final Jdbi jdbi;
  private final Clock clock;

  public ConnectorActs(DataSource dataSource, Clock clock) {
    this.jdbi = Jdbi.create(dataSource);
    this.clock = clock;
  }

  /** How far a source of a record type has been read. */
  public record OneSource(RecordType type, SystemName system, Checkpoint checkpoint) {}

  /** Keeps an act that changes nothing else. */
  public void keep(SystemName system, Act act, Chooser by, String note) {
    jdbi.useHandle(handle -> keep(handle, system, act, by, note));
  }

  /** The act by which a system is paused; empty while it is not. */
  public Optional<ConnectorAct> pause(SystemName system) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select * from connector_act where system = :system"
                            + " and act in ('PAUSED', 'RESUMED') order by id desc limit 1")
                    .bind("system", system.value())
                    .map((row, context) -> act(row))
                    .findOne())
        .filter(last -> last.act() == Act.PAUSED);
  }

  /** Newest first. */
  public List<ConnectorAct> newest(int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from connector_act order by id desc limit :limit")
                .bind("limit", limit)
                .map((row, context) -> act(row))
                .list());
  }

  /** Every source that was ever read of a system, type by type. */
  public List<OneSource> sources(SystemName system) {
    return jdbi.withHandle(
        handle ->
            sources(
                handle.createQuery(
                    "select * from checkpoint where system = :system order by type, source"),
                system));
  }

  private static List<OneSource> sources(Query which, SystemName system) {
    return which
        .bind("system", system.value())
        .map(
            (row, context) ->
                new OneSource(new RecordType(row.getString("type")), system, Rows.checkpoint(row)))
        .list();
  }

  /**
   * Sets the checkpoints of a source back, so that it is read again from there.
   *
   * @param to null for its very beginning; that it was read completely once stays true, so that a
   *     mass change is noticed
   * @return how many checkpoints that were; none changes nothing
   */
  public int reset(SystemName system, String source, Instant to, Chooser by) {
    return jdbi.inTransaction(
        handle -> {
          List<OneSource> reset =
              locked(handle, system, source).stream()
                  .filter(one -> to == null || one.checkpoint().isReadBeyond(to))
                  .toList();
          reset.forEach(one -> put(handle, one, to));
          if (!reset.isEmpty()) {
            String note = source + " is read again from " + (to == null ? "its beginning" : to);
            keep(handle, system, Act.RESET, by, note);
          }
          return reset.size();
        });
  }

  private void put(Handle handle, OneSource one, Instant to) {
    Checkpoint was = one.checkpoint();
    Instant now = clock.instant();
    new CheckpointRows(handle, one.type(), one.system())
        .put(to == null ? was.readAnew(now) : was.readFrom(to, now), null);
    if (to == null) {
      handle
          .createUpdate(
              "update checkpoint set read_until = null"
                  + " where type = :type and system = :system and source = :source")
          .bind("type", one.type().name())
          .bind("system", one.system().value())
          .bind("source", was.source())
          .execute();
    }
  }

  /** What is under way when a system is paused may still move them. */
  private static List<OneSource> locked(Handle handle, SystemName system, String source) {
    return sources(
        handle
            .createQuery(
                "select * from checkpoint where system = :system and source = :source"
                    + " order by type for update")
            .bind("source", source),
        system);
  }

  private void keep(Handle handle, SystemName system, Act act, Chooser by, String note) {
    handle
        .createUpdate(
            "insert into connector_act (at, system, act, who, reason, note)"
                + " values (:at, :system, :act, :who, :reason, :note)")
        .bind("at", clock.instant())
        .bind("system", system.value())
        .bind("act", act.name())
        .bind("who", by.who())
        .bind("reason", by.reason())
        .bind("note", note)
        .execute();
  }

  private static ConnectorAct act(ResultSet row) throws SQLException {
    return new ConnectorAct(
        Rows.instant(row, "at"),
        new SystemName(row.getString("system")),
        Act.valueOf(row.getString("act")),
        new Chooser(row.getString("who"), row.getString("reason")),
        row.getString("note"));
  }
}
