package io.partnerhub.store;

import io.partnerhub.model.NativeId;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.store.Quarantine;
import io.partnerhub.sync.store.Stop;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** What the guard on mass change keeps of one system. */
final class Kept implements Quarantine {

  private final Handle handle;
  private final RecordType type;
  private final SystemName system;
  private final Instant now;

  Kept(Handle handle, RecordType type, SystemName system, Instant now) {
    this.handle = handle;
    this.type = type;
    this.system = system;
    this.now = now;
  }

  @Override
  public Standing standing(Collection<String> nativeIds) {
    Map<String, Mark> marks = new HashMap<>();
    Map<String, Integer> waiting = new HashMap<>();
    Set<Boolean> stopped = new HashSet<>();
    new RoundTrip(handle)
        .ask(
            "select native_id, mark from kept"
                + " where type = :type and system = :system and native_id = any(:ids)",
            row -> marks.put(row.getString(1), Mark.valueOf(row.getString(2))))
        .ask(
            "select location, count(*) from kept where type = :type and system = :system"
                + " and mark = 'WAITS' group by location",
            row -> waiting.put(row.getString(1), row.getInt(2)))
        .ask(
            "select exists (select 1 from stop where type = :type and system = :system)",
            row -> stopped.add(row.getBoolean(1)))
        .with(all -> of(all).bindArray("ids", String.class, List.copyOf(nativeIds)))
        .make();
    return new Standing(marks, waiting, stopped.contains(true));
  }

  @Override
  public int known(String location) {
    return of(handle.createQuery(
            "select count(*) from replica where type = :type and system = :system"
                + " and location = :location and state = 'LINKED'"))
        .bind("location", location)
        .mapTo(Integer.class)
        .one();
  }

  @Override
  public void keep(Collection<NativeId> copies, boolean missing) {
    of(handle.createUpdate(
            "insert into kept (type, system, native_id, location, missing, mark, since)"
                + " select :type, :system, id, location, :missing, 'WAITS', :now"
                + " from unnest(:ids, :locations) as x(id, location)"
                + " on conflict do nothing"))
        .bindArray("ids", String.class, copies.stream().map(NativeId::id).toList())
        .bindArray("locations", String.class, copies.stream().map(NativeId::location).toList())
        .bind("missing", missing)
        .bind("now", now)
        .execute();
  }

  @Override
  public void remove(Collection<String> nativeIds) {
    of(handle.createUpdate(
            "delete from kept where type = :type and system = :system and native_id = any(:ids)"))
        .bindArray("ids", String.class, List.copyOf(nativeIds))
        .execute();
  }

  @Override
  public void found(String location, Set<String> nativeIds) {
    of(handle.createUpdate(
            "delete from kept where type = :type and system = :system and location = :location"
                + " and missing and native_id = any(:ids)"))
        .bind("location", location)
        .bindArray("ids", String.class, List.copyOf(nativeIds))
        .execute();
  }

  @Override
  public List<String> unsettled(Instant keptBefore) {
    return of(handle.createQuery(
            "select location from kept where type = :type and system = :system"
                + " and mark = 'WAITS' group by location having max(since) <= :before"
                + " union select location from stop where type = :type and system = :system"))
        .bind("before", keptBefore)
        .mapTo(String.class)
        .list();
  }

  @Override
  public void stop(String location, int limit) {
    of(handle.createUpdate(
            "insert into stop (type, system, location, since, at_most)"
                + " values (:type, :system, :location, :now, :limit) on conflict do nothing"))
        .bind("location", location)
        .bind("now", now)
        .bind("limit", limit)
        .execute();
  }

  @Override
  public boolean resume(String location) {
    return of(handle.createUpdate(
                "delete from stop"
                    + " where type = :type and system = :system and location = :location"))
            .bind("location", location)
            .execute()
        > 0;
  }

  @Override
  public int release(String location, Mark mark) {
    of(handle.createUpdate(
            "update replica r set read_again = nextval('tick'), look_at = null from kept k"
                + " where k.type = :type and k.system = :system and k.location = :location"
                + " and k.mark = 'WAITS' and r.type = k.type and r.system = k.system"
                + " and r.native_id = k.native_id"))
        .bind("location", location)
        .execute();
    return of(handle.createUpdate(
            "update kept set mark = :mark where type = :type and system = :system"
                + " and location = :location and mark = 'WAITS'"))
        .bind("mark", mark.name())
        .bind("location", location)
        .execute();
  }

  boolean isKeeping() {
    return of(handle.createQuery(
            "select exists (select 1 from kept where type = :type and system = :system)"
                + " or exists (select 1 from stop where type = :type and system = :system)"))
        .mapTo(Boolean.class)
        .one();
  }

  Set<String> toSweep() {
    return new HashSet<>(
        of(handle.createQuery(
                "select distinct location from kept"
                    + " where type = :type and system = :system and missing and mark <> 'WAITS'"))
            .mapTo(String.class)
            .list());
  }

  static List<Stop> stops(Handle handle, RecordType type) {
    return handle
        .createQuery(
            "select s.*, (select count(*) from replica r where r.type = s.type"
                + "   and r.system = s.system and r.location = s.location and r.state = 'LINKED')"
                + "   as known, count(k.native_id) filter (where not k.missing) as changed,"
                + " count(k.native_id) filter (where k.missing) as missing"
                + " from stop s left join kept k on k.type = s.type and k.system = s.system"
                + "   and k.location = s.location and k.mark = 'WAITS'"
                + " where s.type = :type group by s.type, s.system, s.location"
                + " order by s.since, s.system, s.location")
        .bind("type", type.name())
        .map((row, context) -> stop(row, type))
        .list();
  }

  private static Stop stop(ResultSet row, RecordType type) throws SQLException {
    return new Stop(
        type,
        new SystemName(row.getString("system")),
        row.getString("location"),
        Rows.instant(row, "since"),
        row.getInt("changed"),
        row.getInt("missing"),
        row.getInt("known"),
        row.getInt("at_most"));
  }

  private <S extends SqlStatement<S>> S of(S statement) {
    return statement.bind("type", type.name()).bind("system", system.value());
  }
}
