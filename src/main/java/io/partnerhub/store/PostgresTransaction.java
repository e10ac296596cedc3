package io.partnerhub.store;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Attempt;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.Stray;
import io.partnerhub.sync.Suspect;
import io.partnerhub.sync.store.Batch;
import io.partnerhub.sync.store.Changes;
import io.partnerhub.sync.store.Claimed;
import io.partnerhub.sync.store.FieldForms;
import io.partnerhub.sync.store.Known;
import io.partnerhub.sync.store.Letters;
import io.partnerhub.sync.store.Quarantine;
import io.partnerhub.sync.store.References;
import io.partnerhub.sync.store.Rollups;
import io.partnerhub.sync.store.Sides;
import io.partnerhub.sync.store.Transaction;
import io.partnerhub.sync.system.Checkpoint;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** One transaction on the records of one type, on one connection. */
final class PostgresTransaction implements Transaction {

  private final Handle handle;
  private final RecordType type;
  private final Node node;
  private long began;

  /**
   * On a connection that has the type for itself, or goes beside others of it.
   *
   * @param began a tick since it has the type for itself; 0 where it goes beside others
   */
  PostgresTransaction(Handle handle, RecordType type, Node node, long began) {
    this.handle = handle;
    this.type = type;
    this.node = node;
    this.began = began;
  }

  Handle handle() {
    return handle;
  }

  /** The first is that with which it began: nothing of the type changed since. */
  @Override
  public long tick() {
    long tick = began == 0 ? next() : began;
    began = 0;
    return tick;
  }

  private long next() {
    return handle.createQuery("select nextval('tick')").mapTo(Long.class).one();
  }

  @Override
  public Instant now() {
    return node.clock().instant();
  }

  @Override
  public Known known(
      SystemName system,
      Set<String> sources,
      Collection<String> nativeIds,
      Collection<String> keys) {
    return new Loading(handle, type, node.mapped()).known(system, sources, nativeIds, keys);
  }

  @Override
  public Map<Long, Dossier> dossiers(Collection<Long> records) {
    return new Loading(handle, type, node.mapped()).dossiers(records);
  }

  @Override
  public List<Long> newRecordIds(int count) {
    node.statistics().added(count);
    return handle
        .createQuery("select nextval('record_id') from generate_series(1, :count)")
        .bind("count", count)
        .mapTo(Long.class)
        .list();
  }

  @Override
  public void save(SystemName system, Changes changes) {
    save(system, changes, Saving.NO_CLAIM);
  }

  @Override
  public void settle(SystemName system, Changes changes, Batch batch, Collection<Long> records) {
    save(system, changes, batch.claim());
    Set<Long> others = new HashSet<>(records);
    changes.standings().stream()
        .map(Changes.Standing::replica)
        .filter(r -> r.system().equals(system))
        .forEach(r -> others.remove(r.record()));
    release(batch, others, null);
  }

  private void save(SystemName system, Changes changes, long claim) {
    new Saving(handle, type, now()).save(system, changes, claim);
    node.statistics().addedStrays(changes.strays().size());
    node.statistics().keepUp(handle);
  }

  @Override
  public Rollups rollups() {
    return new RollupMarks(handle, type);
  }

  @Override
  public Sides sides(Mapping mapping) {
    return new SideRows(handle, mapping);
  }

  @Override
  public FieldForms forms() {
    return new FieldFormRows(handle, type);
  }

  @Override
  public Checkpoint checkpoint(SystemName system, String source) {
    return new CheckpointRows(handle, type, system).find(source);
  }

  @Override
  public void checkpoint(SystemName system, Checkpoint checkpoint, Instant readUntil) {
    new CheckpointRows(handle, type, system).put(checkpoint, readUntil);
  }

  @Override
  public Claimed claimed(Batch batch, Set<String> resolved) {
    return new ClaimedRows(handle, batch).all(resolved);
  }

  @Override
  public Letters letters() {
    return new LetterRows(handle, type, now());
  }

  @Override
  public References references() {
    return new ReferenceRows(handle, type);
  }

  @Override
  public void release(Batch batch, Collection<Long> records, Instant tryAt) {
    new ClaimedRows(handle, batch).release(records, tryAt);
  }

  @Override
  public List<Attempt> open(Batch batch, List<Attempt> attempts, Instant leaseUntil) {
    if (attempts.isEmpty()) {
      return attempts;
    }
    var rows = new Tables(type).attempts(node.hubId(), leaseUntil);
    Map<Long, Long> idOf = new HashMap<>(); // by record: each has one open attempt at most
    new RoundTrip(handle)
        .ask(
            rows.insertInto("attempt") + " returning record_id, id",
            row -> idOf.put(row.getLong("record_id"), row.getLong("id")))
        .with(update -> rows.bind(update, attempts))
        .make();
    return attempts.stream().map(attempt -> attempt.numbered(idOf.get(attempt.record()))).toList();
  }

  @Override
  public void lost(Collection<Long> attempts) {
    if (!attempts.isEmpty()) {
      handle
          .createUpdate("update attempt set lost_at = :now where id = any(:ids)")
          .bind("now", now())
          .bindArray("ids", Long.class, List.copyOf(attempts))
          .execute();
    }
  }

  @Override
  public void suspect(SystemName system, List<Suspect> suspects) {
    if (!suspects.isEmpty()) {
      new Saving(handle, type, now()).suspect(system, suspects);
    }
  }

  @Override
  public void cleared(Collection<Long> suspects) {
    handle
        .createUpdate("delete from suspect where id = any(:ids)")
        .bindArray("ids", Long.class, List.copyOf(suspects))
        .execute();
  }

  @Override
  public void heard(SystemName system, Map<String, Long> untilEdit) {
    new ToldEdits(handle).heard(type, system, untilEdit);
  }

  @Override
  public Map<Long, NativeId> missing(
      SystemName system, String location, Set<String> ids, long before) {
    return new LocationRows(handle, type, system, location).missing(ids, before);
  }

  @Override
  public int unjudged(SystemName system, String location, Set<String> ids, long before) {
    return new LocationRows(handle, type, system, location).unjudged(ids, before);
  }

  @Override
  public int knownRows(SystemName system, String location) {
    return new LocationRows(handle, type, system, location).count();
  }

  @Override
  public List<Stray> missingStrays(
      SystemName system, String location, Set<String> ids, long before) {
    return new LocationRows(handle, type, system, location).missingStrays(ids, before);
  }

  @Override
  public Quarantine quarantine(SystemName system) {
    return new Kept(handle, type, system, now());
  }
}
