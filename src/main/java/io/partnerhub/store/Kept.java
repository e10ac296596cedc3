package io.partnerhub.store;

import io.partnerhub.model.NativeId;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.store.Quarantine;
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
  public Standing standing(Collection<String> nativeIds, Instant since) {
    Map<String, Mark> marks = new HashMap<>();
    Map<String, Integer> waiting = new HashMap<>();
    Map<String, Integer> passed = new HashMap<>();
    Set<Boolean> stopped = new HashSet<>();
    new RoundTrip(handle)
        .ask(
            "select native_id, mark from kept"
                + " where type = :type and system = :system and "
                + LocationRows.PRESENT,
            row -> marks.put(row.getString(1), Mark.valueOf(row.getString(2))))
        .ask(
            "select location, count(*) from kept where type = :type and system = :system"
                + " and mark = 'WAITS' group by location",
            row -> waiting.put(row.getString(1), row.getInt(2)))
        .ask(
            "select location, sum(copies) from passed where type = :type and system = :system"
                + " and at > :since group by location",
            row -> passed.put(row.getString(1), row.getInt(2)))
        .ask(
            "select exists (select 1 from stop where type = :type and system = :system)",
            row -> stopped.add(row.getBoolean(1)))
        .with(all -> of(all).bindArray("ids", String.class, List.copyOf(nativeIds)))
        .with(all -> all.bind("since", since))
        .make();
    return new Standing(marks, waiting, passed, stopped.contains(true));
  }

  @Override
  public int changed(String location, Instant since, Collection<String> these) {
    return of(handle.createQuery(
            "select count(*) from (select unnest(cast(:ids as text[]))"
                + " union select native_id from kept where type = :type and system = :system"
                + "   and location = :location and mark = 'WAITS'"
                + " union select unnest(native_ids) from passed where type = :type"
                + "   and system = :system and location = :location and at > :since) changed"))
        .bind("location", location)
        .bind("since", since)
        .bindArray("ids", String.class, List.copyOf(these))
        .mapTo(Integer.class)
        .one();
  }

  @Override
  public int known(String location) {
    return new LocationRows(handle, type, system, location).linked();
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
            "delete from kept where type = :type and system = :system and " + LocationRows.PRESENT))
        .bindArray("ids", String.class, List.copyOf(nativeIds))
        .execute();
  }

  @Override
  public void found(String location, Set<String> nativeIds) {
    of(handle.createUpdate(
            "delete from kept where type = :type and system = :system and location = :location"
                + " and missing and "
                + LocationRows.PRESENT))
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
    of(handle.createUpdate(
            "delete from passed"
                + " where type = :type and system = :system and location = :location"))
        .bind("location", location)
        .execute();
    return of(handle.createUpdate(
                "delete from stop"
                    + " where type = :type and system = :system and location = :location"))
            .bind("location", location)
            .execute()
        > 0;
  }

  @Override
  public List<NativeId> release(String location, Mark mark) {
    of(handle.createUpdate(
            "update replica r set read_again = nextval('tick'), look_at = null from kept k"
                + " where k.type = :type and k.system = :system and k.location = :location"
                + " and k.mark = 'WAITS' and r.type = k.type and r.system = k.system"
                + " and r.native_id = k.native_id"))
        .bind("location", location)
        .execute();
    return of(handle.createQuery(
            "update kept set mark = :mark where type = :type and system = :system"
                + " and location = :location and mark = 'WAITS' returning native_id"))
        .bind("mark", mark.name())
        .bind("location", location)
        .mapTo(String.class)
        .map(id -> new NativeId(location, id))
        .list();
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

  private <S extends SqlStatement<S>> S of(S statement) {
    return statement.bind("type", type.name()).bind("system", system.value());
  }
}
