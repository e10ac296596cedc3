package io.partnerhub.sync;

import io.partnerhub.model.NativeId;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.store.Batch;
import io.partnerhub.sync.store.Claim;
import io.partnerhub.sync.store.HeldCopy;
import io.partnerhub.sync.store.HeldKey;
import io.partnerhub.sync.store.Stop;
import io.partnerhub.sync.store.Store;
import io.partnerhub.sync.store.Told;
import io.partnerhub.sync.store.Transaction;
import io.partnerhub.sync.system.Checkpoint;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The store's contract in memory, for one record type and one caller at a time: fast enough for
 * thousands of histories. The same histories run on PostgreSQL too, so that it cannot drift.
 */
final class MemoryStore implements Store {

  private final Map<String, Instant> lookAt = new HashMap<>();
  private final MemoryTables tables = new MemoryTables();
  private final Clock clock;
  private final String hubId;

  MemoryStore(Clock clock, String hubId) {
    this.clock = clock;
    this.hubId = hubId;
  }

  MemoryTables tables() {
    return tables;
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
  public <T> T inTransaction(RecordType type, Function<Transaction, T> work) {
    return work.apply(new MemoryTransaction(tables, clock, hubId));
  }

  @Override
  public List<Checkpoint> checkpoints(
      RecordType type, SystemName system, Collection<String> sources) {
    return sources.stream().map(s -> tables.source(system, s).checkpoint()).toList();
  }

  @Override
  public Set<RecordType> mayBeDue(Collection<RecordType> types, SystemName system) {
    boolean due = tables.replicas(system).stream().anyMatch(s -> s.due.isDue());
    return due ? Set.copyOf(types) : Set.of();
  }

  @Override
  public void quiet(RecordType type, SystemName system, Collection<String> sources, Instant until) {
    for (String source : sources) {
      MemoryTables.Source now = tables.source(system, source);
      if (now.checkpoint().complete() && now.readUntil().isBefore(until)) {
        tables.sources(system).put(source, new MemoryTables.Source(now.checkpoint(), until));
      }
    }
  }

  @Override
  public Optional<Batch> claim(Claim asked) {
    List<MemoryTables.Standing> claimable = claimable(asked);
    List<String> locations =
        claimable.stream().map(s -> s.due.location()).distinct().sorted().toList();
    Optional<String> location =
        locations.stream()
            .filter(l -> l.compareTo(asked.behind()) > 0)
            .findFirst()
            .or(() -> locations.stream().findFirst());
    return location.map(l -> take(asked, l, claimable));
  }

  @Override
  public boolean isClaimable(Claim asked) {
    return !claimable(asked).isEmpty();
  }

  private List<MemoryTables.Standing> claimable(Claim asked) {
    return tables.replicas(asked.system()).stream()
        .filter(s -> tables.isClaimable(s, now()))
        .filter(
            s ->
                switch (asked.which()) {
                  case ALL -> true;
                  case UPDATES -> s.replica.id() != null;
                  case ADDS -> s.replica.id() == null;
                })
        .filter(s -> asked.place() == null || s.due.location().equals(asked.place()))
        .toList();
  }

  private Batch take(Claim asked, String location, List<MemoryTables.Standing> claimable) {
    long claim = tables.nextClaim();
    List<Long> records = new ArrayList<>();
    List<NativeId> copies = new ArrayList<>();
    claimable.stream()
        .filter(s -> s.due.location().equals(location))
        .sorted(
            Comparator.comparing((MemoryTables.Standing s) -> s.replica.id() == null)
                .thenComparing(s -> s.replica.record()))
        .limit(asked.limit())
        .forEach(
            s -> {
              s.claim = claim;
              s.claimedBy = hubId;
              s.leaseUntil = asked.leaseUntil();
              records.add(s.replica.record());
              Optional.ofNullable(s.replica.id()).ifPresent(copies::add);
            });
    return new Batch(claim, asked.type(), asked.system(), location, records, copies);
  }

  /** There is one type only. */
  @Override
  public boolean hasRenames(RecordType type) {
    return false;
  }

  @Override
  public Set<String> seen(RecordType type, SystemName system, Collection<String> nativeIds) {
    Set<String> seen = new HashSet<>(tables.strays(system).keySet());
    tables.replicas(system).stream()
        .filter(s -> s.replica.id() != null)
        .forEach(s -> seen.add(s.replica.id().id()));
    seen.retainAll(nativeIds);
    return seen;
  }

  @Override
  public List<NativeId> toReadAgain(RecordType type, SystemName system, int limit) {
    List<NativeId> copies = new ArrayList<>();
    for (MemoryTables.Standing s : tables.replicas(system)) {
      boolean open = tables.attemptsOn(s.replica).stream().anyMatch(Attempt::mayStillLand);
      if (s.replica.fence().readAgain() > 0
          && s.replica.id() != null
          && !open
          && !tables.quarantine(system, this::now).waits(s.replica.id())
          && !isLeft(s.replica.id())) {
        copies.add(s.replica.id());
      }
    }
    tables.strays(system).values().stream()
        .filter(s -> s.lookAgain() && !isLeft(s.id()))
        .forEach(s -> copies.add(s.id()));
    return copies.stream().limit(limit).toList();
  }

  private boolean isLeft(NativeId id) {
    return lookAt.containsKey(id.id()) && now().isBefore(lookAt.get(id.id()));
  }

  @Override
  public int knownRows(RecordType type, SystemName system, String location) {
    return tables.knownIn(system, location);
  }

  @Override
  public synchronized List<NativeId> untold(
      RecordType type, SystemName system, Set<Stray.Why> whys, int limit) {
    return tables.strays(system).values().stream()
        .filter(s -> s.isUntold() && whys.contains(s.why()))
        .filter(s -> s.tellAt() == null || !s.tellAt().isAfter(clock.instant()))
        .map(Stray::id)
        .limit(limit)
        .toList();
  }

  @Override
  public void lookLater(
      RecordType type, SystemName system, Collection<String> nativeIds, Instant at) {
    nativeIds.forEach(id -> lookAt.put(id, at));
  }

  @Override
  public int expire(RecordType type) {
    return lose(o -> o.leaseUntil.isBefore(now()));
  }

  @Override
  public int expireAllOf(String hub) {
    tables.freeClaimsOf(hub);
    return lose(o -> o.hub.equals(hub));
  }

  private int lose(java.util.function.Predicate<MemoryTables.Open> which) {
    List<MemoryTables.Open> lost =
        tables.attempts().stream().filter(o -> o.lostAt == null && which.test(o)).toList();
    lost.forEach(o -> o.lostAt = now());
    return lost.size();
  }

  @Override
  public int close(RecordType type, Instant lostBefore) {
    int closed = 0;
    for (MemoryTables.Open open : tables.attempts()) {
      if (open.attempt.mayStillLand() && open.lostAt != null && !open.lostAt.isAfter(lostBefore)) {
        open.close(tables.nextTick());
        MemoryTables.Standing standing =
            tables.standing(open.attempt.record(), open.attempt.system());
        standing.replica =
            standing.replica.fenced(standing.replica.fence().again(open.attempt.closed()));
        standing.free();
        closed++;
      }
    }
    return closed;
  }

  @Override
  public Map<String, Long> lostAdds(RecordType type, SystemName system, int limit) {
    Map<String, Long> adds = new LinkedHashMap<>();
    tables.attempts().stream()
        .map(o -> o.attempt)
        .filter(a -> a.system().equals(system) && !a.mayStillLand())
        .filter(a -> a.action() == Write.Action.ADD || isMovedAway(a))
        .limit(limit)
        .forEach(a -> adds.put(a.key(), a.id()));
    return adds;
  }

  private boolean isMovedAway(Attempt attempt) {
    return attempt.action() == Write.Action.MOVE
        && tables.standing(attempt.record(), attempt.system()).replica.id() == null;
  }

  @Override
  public boolean isMarkedForRollup(RecordType type) {
    return false;
  }

  @Override
  public Told told(RecordType type, SystemName system, int limit) {
    return tables.told(system, now().minus(Told.KEPT));
  }

  @Override
  public List<Suspect> suspects(
      RecordType type, SystemName system, Set<String> without, int limit) {
    return tables.suspects(system).stream()
        .filter(Objects::nonNull)
        .filter(suspect -> !without.contains(suspect.copy().location()))
        .limit(limit)
        .toList();
  }

  @Override
  public List<Long> heldRecords(RecordType type, long after, int limit) {
    return tables.records.values().stream()
        .filter(r -> r.id() > after && !r.held().isEmpty())
        .map(AgreedRecord::id)
        .limit(limit)
        .toList();
  }

  @Override
  public List<HeldCopy> heldCopies(RecordType type, int limit) {
    throw new UnsupportedOperationException("no history lists copies");
  }

  @Override
  public List<HeldKey> heldKeys(RecordType type, int limit) {
    throw new UnsupportedOperationException("no history lists keys");
  }

  @Override
  public List<Stop> stops(RecordType type) {
    return tables.quarantines().stream().flatMap(q -> q.stops(type).stream()).toList();
  }

  @Override
  public Set<String> toSweep(RecordType type, SystemName system) {
    return tables.quarantine(system, this::now).toSweep();
  }

  @Override
  public boolean isKeeping(RecordType type, SystemName system) {
    return tables.quarantine(system, this::now).isKeeping();
  }
}
