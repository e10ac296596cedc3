package io.partnerhub.sync;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.SystemName;
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
import java.time.Clock;
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
import java.util.stream.LongStream;

/** The transaction's contract on the tables in memory; it has no way back. */
final class MemoryTransaction implements Transaction {

  private final MemoryTables tables;
  private final Clock clock;
  private final String hubId;

  MemoryTransaction(MemoryTables tables, Clock clock, String hubId) {
    this.tables = tables;
    this.clock = clock;
    this.hubId = hubId;
  }

  @Override
  public long tick() {
    return tables.nextTick();
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public Known known(
      SystemName system,
      Set<String> sources,
      Collection<String> nativeIds,
      Collection<String> keys) {
    Map<String, Long> recordOf = new HashMap<>();
    for (MemoryTables.Standing s : tables.replicas(system)) {
      if (s.replica.id() != null && nativeIds.contains(s.replica.id().id())) {
        recordOf.put(s.replica.id().id(), s.replica.record());
      }
    }
    Map<String, Set<Long>> byKey = recordsByKey(system, keys);
    Set<Long> records = new HashSet<>(recordOf.values());
    byKey.values().forEach(records::addAll);
    Map<String, Stray> strays = new HashMap<>();
    Map<String, List<String>> straysByKey = new HashMap<>();
    for (Stray stray : tables.strays(system).values()) {
      boolean hasKey = stray.key() != null && keys.contains(stray.key());
      if (nativeIds.contains(stray.id().id()) || hasKey) {
        strays.put(stray.id().id(), stray);
        if (stray.why() != Stray.Why.REPLACED && stray.why() != Stray.Why.OVERTAKEN) {
          straysByKey.computeIfAbsent(stray.key(), k -> new ArrayList<>()).add(stray.id().id());
        }
      }
    }
    Map<String, Instant> readUntil = new HashMap<>();
    tables.sources(system).forEach((source, row) -> readUntil.put(source, row.readUntil()));
    boolean complete =
        tables.wasReadBefore(system)
            || sources.stream().allMatch(s -> tables.source(system, s).checkpoint().complete());
    return new Known(recordOf, dossiers(records), byKey, strays, straysByKey, complete, readUntil);
  }

  private Map<String, Set<Long>> recordsByKey(SystemName system, Collection<String> keys) {
    Map<String, Set<Long>> byKey = new HashMap<>();
    tables.keys.forEach((record, key) -> add(byKey, keys, key, record));
    tables
        .standings
        .values()
        .forEach(
            m ->
                m.values().stream()
                    .filter(s -> tables.mapped().contains(s.replica.system()))
                    .forEach(s -> add(byKey, keys, s.heldKey, s.replica.record())));
    tables.attempts().stream()
        .map(o -> o.attempt)
        .filter(a -> a.system().equals(system))
        .filter(a -> a.action() == Write.Action.ADD || a.action() == Write.Action.MOVE)
        .forEach(a -> add(byKey, keys, a.key(), a.record()));
    return byKey;
  }

  private static void add(
      Map<String, Set<Long>> byKey, Collection<String> keys, String key, long record) {
    if (key != null && keys.contains(key)) {
      byKey.computeIfAbsent(key, k -> new HashSet<>()).add(record);
    }
  }

  @Override
  public Map<Long, Dossier> dossiers(Collection<Long> records) {
    Map<Long, Dossier> dossiers = new LinkedHashMap<>();
    for (Map.Entry<Long, AgreedRecord> entry : tables.records.entrySet()) {
      long id = entry.getKey();
      if (records.contains(id)) {
        Map<SystemName, Replica> replicas = new TreeMap<>();
        for (SystemName system : tables.mapped()) {
          MemoryTables.Standing row = tables.standing(id, system);
          replicas.put(system, row == null ? Replica.absent(id, system) : row.replica);
        }
        List<Attempt> attempts =
            tables.attemptsOf(id).stream()
                .filter(a -> tables.mapped().contains(a.system()))
                .toList();
        dossiers.put(id, new Dossier(entry.getValue(), replicas, attempts));
      }
    }
    return dossiers;
  }

  @Override
  public List<Long> newRecordIds(int count) {
    return LongStream.range(0, count).mapToObj(i -> tables.nextRecord()).toList();
  }

  @Override
  public void save(SystemName system, Changes changes) {
    changes.removedRecords().forEach(tables::remove);
    for (AgreedRecord record : changes.records()) {
      tables.records.put(record.id(), record);
      tables.keys.put(record.id(), changes.keyOf(record));
    }
    changes.standings().forEach(tables::put);
    for (Replica replica : changes.fences()) {
      MemoryTables.Standing standing = tables.standing(replica.record(), replica.system());
      standing.replica = standing.replica.fenced(replica.fence());
    }
    tables.open.keySet().removeAll(changes.settledAttempts());
    Map<String, Stray> strays = tables.strays(system);
    strays.keySet().removeAll(changes.removedStrays());
    changes.strays().forEach(s -> strays.put(s.id().id(), s));
    changes
        .buried()
        .forEach((other, some) -> some.forEach(s -> tables.strays(other).put(s.id().id(), s)));
    tables.lookAgainAtStrays(s -> isToBeLookedAt(s, changes));
    changes.letterless().forEach(r -> tables.letters.remove(List.of(r.record(), r.system())));
    changes.givenUp().forEach(g -> tables.letters.put(List.of(g.record(), g.system()), g));
    tables.ledger.addAll(changes.ledger());
    Changes.Passed passed = changes.passed();
    tables.quarantine(system, this::now).passed(passed.copies(), passed.until());
  }

  private static boolean isToBeLookedAt(Stray stray, Changes changes) {
    return stray.key() != null
        && changes.keysToLookAt().contains(stray.key())
        && stray.why() != Stray.Why.REPLACED
        && stray.why() != Stray.Why.EMPTY_KEY;
  }

  @Override
  public Rollups rollups() {
    throw new UnsupportedOperationException("There is one type here, which has no children");
  }

  @Override
  public Sides sides(Mapping mapping) {
    return tables.sides;
  }

  @Override
  public FieldForms forms() {
    return new MemoryForms(tables);
  }

  @Override
  public Checkpoint checkpoint(SystemName system, String source) {
    return tables.source(system, source).checkpoint();
  }

  @Override
  public void checkpoint(SystemName system, Checkpoint checkpoint, Instant readUntil) {
    Instant before = tables.source(system, checkpoint.source()).readUntil();
    tables
        .sources(system)
        .put(
            checkpoint.source(),
            new MemoryTables.Source(checkpoint, readUntil == null ? before : readUntil));
  }

  @Override
  public Claimed claimed(Batch batch, Set<String> resolved) {
    Set<Long> mine = new HashSet<>();
    Set<Long> barred = new HashSet<>();
    for (MemoryTables.Standing one : claimed(batch, batch.records())) {
      mine.add(one.replica.record());
      if (tables.isBarred(one)) {
        barred.add(one.replica.record());
      }
    }
    return new Claimed(mine, barred, Map.of());
  }

  @Override
  public Letters letters() {
    throw new UnsupportedOperationException("no history mends a dead letter");
  }

  @Override
  public References references() {
    return new NoReferences();
  }

  @Override
  public void release(Batch batch, Collection<Long> records, Instant tryAt) {
    for (MemoryTables.Standing s : claimed(batch, records)) {
      s.free();
      if (tryAt != null) {
        Trouble trouble = s.replica.trouble();
        s.replica = s.replica.troubled(trouble.notBefore(tryAt));
      }
    }
  }

  private List<MemoryTables.Standing> claimed(Batch batch, Collection<Long> records) {
    return tables.replicas(batch.system()).stream()
        .filter(s -> s.claim == batch.claim() && records.contains(s.replica.record()))
        .toList();
  }

  @Override
  public List<Attempt> open(Batch batch, List<Attempt> attempts, Instant leaseUntil) {
    List<Attempt> opened = attempts.stream().map(a -> a.numbered(tables.nextAttempt())).toList();
    opened.forEach(a -> tables.open.put(a.id(), new MemoryTables.Open(a, hubId, leaseUntil)));
    return opened;
  }

  @Override
  public void lost(Collection<Long> attempts) {
    attempts.stream()
        .map(tables.open::get)
        .filter(java.util.Objects::nonNull)
        .forEach(o -> o.lostAt = now());
  }

  @Override
  public void suspect(SystemName system, List<Suspect> suspects) {
    suspects.forEach(s -> tables.suspect(system, s, now()));
  }

  @Override
  public void cleared(Collection<Long> suspects) {
    tables.cleared(suspects);
  }

  @Override
  public void heard(SystemName system, Map<String, Long> untilEdit) {
    tables.heard(untilEdit);
  }

  @Override
  public int unjudged(SystemName system, String location, Set<String> ids, long before) {
    Collection<NativeId> judged = missing(system, location, ids, before).values();
    long linked =
        tables.linkedIn(system, location).stream()
            .filter(id -> !ids.contains(id.id()) && !judged.contains(id))
            .count();
    long strays =
        tables.straysIn(system, location).stream()
            .filter(s -> !ids.contains(s.id().id()) && s.until() >= before)
            .count();
    return (int) (linked + strays);
  }

  @Override
  public int knownRows(SystemName system, String location) {
    return tables.knownIn(system, location);
  }

  @Override
  public Map<Long, NativeId> missing(
      SystemName system, String location, Set<String> ids, long before) {
    Map<Long, NativeId> missing = new LinkedHashMap<>();
    for (MemoryTables.Standing s : tables.replicas(system)) {
      Replica replica = s.replica;
      if (replica.isLinked()
          && replica.id().location().equals(location)
          && replica.fence().readEnded() < before
          && replica.fence().wroteEnded() < before
          && !ids.contains(replica.id().id())
          && tables.attemptsOn(replica).isEmpty()) {
        missing.put(replica.record(), replica.id());
      }
    }
    return missing;
  }

  @Override
  public List<Stray> missingStrays(
      SystemName system, String location, Set<String> ids, long before) {
    return tables.straysIn(system, location).stream()
        .filter(s -> !ids.contains(s.id().id()) && s.until() < before)
        .toList();
  }

  @Override
  public Quarantine quarantine(SystemName system) {
    return tables.quarantine(system, this::now);
  }
}
