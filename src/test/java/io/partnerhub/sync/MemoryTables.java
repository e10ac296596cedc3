package io.partnerhub.sync;

import io.partnerhub.model.NativeId;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.merge.Due;
import io.partnerhub.sync.store.Changes;
import io.partnerhub.sync.store.FieldForm;
import io.partnerhub.sync.store.GivenUp;
import io.partnerhub.sync.store.Told;
import io.partnerhub.sync.system.Checkpoint;
import io.partnerhub.sync.system.ToldEdit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What the store's tables hold. */
final class MemoryTables {

  private static final Set<Stray.Why> WAIT_FOR_TWINS =
      Set.of(Stray.Why.DOUBLE_KEY, Stray.Why.SEVERAL_RECORDS, Stray.Why.TOO_EARLY);

  /** A replica's row. */
  static final class Standing {
    Replica replica;
    Due due;
    String heldKey;
    boolean telling;
    long claim;
    String claimedBy;
    Instant leaseUntil;

    void free() {
      claim = 0;
      claimedBy = null;
      leaseUntil = null;
    }
  }

  /** An attempt's row. */
  static final class Open {
    final String hub;
    final Instant leaseUntil;
    Attempt attempt;
    Instant lostAt;

    Open(Attempt attempt, String hub, Instant leaseUntil) {
      this.attempt = attempt;
      this.hub = hub;
      this.leaseUntil = leaseUntil;
    }

    void close(long tick) {
      attempt =
          new Attempt(
              attempt.id(),
              attempt.record(),
              attempt.system(),
              attempt.action(),
              attempt.target(),
              attempt.destination(),
              attempt.key(),
              attempt.fields(),
              attempt.values(),
              attempt.before(),
              attempt.opened(),
              tick);
    }
  }

  /** A checkpoint's row. */
  record Source(Checkpoint checkpoint, Instant readUntil) {}

  private record Kept(SystemName system, Suspect suspect, Instant at) {}

  final Map<Long, AgreedRecord> records = new TreeMap<>();
  final Map<Long, String> keys = new HashMap<>();
  final Map<Long, Map<SystemName, Standing>> standings = new TreeMap<>();
  final Map<Long, Open> open = new TreeMap<>();
  final List<LedgerEntry> ledger = new ArrayList<>();
  final Map<List<Object>, GivenUp> letters = new LinkedHashMap<>();
  private final Map<SystemName, Map<String, Stray>> strays = new TreeMap<>();
  private final Map<SystemName, Map<String, Source>> sources = new TreeMap<>();
  private final Map<SystemName, MemoryQuarantine> quarantines = new TreeMap<>();
  private final Map<Long, Kept> suspects = new TreeMap<>();
  private final Set<SystemName> mapped = new TreeSet<>();
  private final Set<SystemName> readBefore = new TreeSet<>();
  final MemorySides sides = new MemorySides(this);
  final List<FieldForm> forms = new ArrayList<>();
  private long tick;
  private long record;
  private long attempt;
  private long claim;
  private long suspect;
  private final List<ToldEdit> told = new ArrayList<>();
  private long nextTold;
  private Instant toldUntil = Instant.EPOCH;

  MemoryQuarantine quarantine(SystemName system, Supplier<Instant> now) {
    return quarantines.computeIfAbsent(system, s -> new MemoryQuarantine(this, s, now));
  }

  Collection<MemoryQuarantine> quarantines() {
    return quarantines.values();
  }

  /** The systems that the hub's mapping names. */
  void map(Set<SystemName> systems) {
    mapped.clear();
    mapped.addAll(systems);
  }

  Set<SystemName> mapped() {
    return mapped;
  }

  /** To be read from the beginning, which is no first contact where it was read before. */
  void readAnew(SystemName system) {
    sources(system)
        .replaceAll(
            (name, source) -> {
              if (source.checkpoint().complete()) {
                readBefore.add(system);
              }
              Checkpoint start = Checkpoint.start(name).withSurplus(Checkpoint.UNSWEPT);
              return new Source(start, source.readUntil());
            });
  }

  boolean wasReadBefore(SystemName system) {
    return readBefore.contains(system);
  }

  private boolean isKept(Replica replica) {
    MemoryQuarantine quarantine = quarantines.get(replica.system());
    return quarantine != null && quarantine.keeps(replica.id());
  }

  long nextTick() {
    return ++tick;
  }

  long nextRecord() {
    return ++record;
  }

  long nextAttempt() {
    return ++attempt;
  }

  long nextClaim() {
    return ++claim;
  }

  Source source(SystemName system, String source) {
    return sources(system).getOrDefault(source, new Source(Checkpoint.start(source), null));
  }

  Map<String, Source> sources(SystemName system) {
    return sources.computeIfAbsent(system, s -> new TreeMap<>());
  }

  Map<String, Stray> strays(SystemName system) {
    return strays.computeIfAbsent(system, s -> new LinkedHashMap<>());
  }

  /** Those that a count of what is known there includes. */
  List<Stray> straysIn(SystemName system, String location) {
    return strays(system).values().stream()
        .filter(s -> s.id().location().equals(location) && s.why() != Stray.Why.REPLACED)
        .toList();
  }

  List<Stray> strays() {
    return strays.values().stream().flatMap(m -> m.values().stream()).toList();
  }

  void lookAgainAtStrays(Predicate<Stray> which) {
    strays.values().forEach(m -> m.replaceAll((id, s) -> which.test(s) ? s.again() : s));
  }

  Standing standing(long ofRecord, SystemName system) {
    return standings.get(ofRecord).get(system);
  }

  void freeClaimsOf(String hub) {
    standings.values().stream()
        .flatMap(m -> m.values().stream())
        .filter(s -> hub.equals(s.claimedBy))
        .forEach(Standing::free);
  }

  List<Standing> replicas(SystemName system) {
    return standings.values().stream().map(m -> m.get(system)).filter(Objects::nonNull).toList();
  }

  Collection<Open> attempts() {
    return open.values();
  }

  List<Attempt> attemptsOn(Replica replica) {
    return attemptsOf(replica.record()).stream()
        .filter(a -> a.system().equals(replica.system()))
        .toList();
  }

  List<Attempt> attemptsOf(long ofRecord) {
    return open.values().stream().map(o -> o.attempt).filter(a -> a.record() == ofRecord).toList();
  }

  List<Suspect> suspects(SystemName system) {
    return suspects.values().stream()
        .filter(k -> k.system().equals(system))
        .map(Kept::suspect)
        .toList();
  }

  Collection<Long> suspects() {
    return suspects.keySet();
  }

  void suspect(SystemName system, Suspect s, Instant now) {
    long id = ++suspect;
    suspects.put(
        id,
        new Kept(
            system,
            new Suspect(
                id,
                s.record(),
                s.copy(),
                s.fields(),
                s.before(),
                s.since(),
                s.wrote(),
                s.answered()),
            now));
  }

  void tell(List<ToldEdit> edits, Instant until) {
    edits.forEach(e -> told.add(e.numbered(++nextTold)));
    toldUntil = until;
  }

  void heard(Map<String, Long> until) {
    told.removeIf(e -> e.id() <= until.getOrDefault(e.copy().id(), 0L));
  }

  /** Suspects whose copies events told of, or that none will tell of any more. */
  Told told(SystemName system, Instant old) {
    Set<String> copies =
        told.stream().filter(ToldEdit::byHub).map(e -> e.copy().id()).collect(Collectors.toSet());
    Set<Long> untold =
        suspects.values().stream()
            .filter(k -> k.system().equals(system))
            .filter(
                k ->
                    k.suspect().since().isBefore(old)
                        || k.at().isBefore(toldUntil.minus(Told.LATE)))
            .map(k -> k.suspect().id())
            .collect(Collectors.toSet());
    return new Told(
        suspects(system).stream()
            .filter(s -> copies.contains(s.copy().id()) || untold.contains(s.id()))
            .toList(),
        untold,
        List.copyOf(told));
  }

  void cleared(Collection<Long> ids) {
    suspects.keySet().removeAll(ids);
  }

  void remove(long gone) {
    records.remove(gone);
    keys.remove(gone);
    standings.remove(gone);
    open.values().removeIf(o -> o.attempt.record() == gone);
    suspects.values().removeIf(k -> k.suspect().record() == gone);
  }

  void put(Changes.Standing changed) {
    Replica replica = changed.replica();
    for (Standing other : replicas(replica.system())) {
      if (other.replica.record() != replica.record() && sameCopy(other.replica, replica)) {
        throw new IllegalStateException("Two replicas have copy " + replica.id());
      }
    }
    Standing standing =
        standings
            .computeIfAbsent(replica.record(), r -> new TreeMap<>())
            .computeIfAbsent(replica.system(), s -> new Standing());
    standing.replica = replica;
    standing.due = changed.due();
    standing.telling = changed.telling();
    standing.heldKey = replica.isLinked() ? changed.heldKey() : null;
  }

  private static boolean sameCopy(Replica a, Replica b) {
    return a.id() != null && b.id() != null && a.id().id().equals(b.id().id());
  }

  boolean isClaimable(Standing s, Instant now) {
    return s.due.isDue()
        && (s.telling || !s.replica.trouble().fate().rests())
        && (s.leaseUntil == null || s.leaseUntil.isBefore(now))
        && (s.replica.trouble().tryAt() == null || !s.replica.trouble().tryAt().isAfter(now))
        && attemptsOn(s.replica).isEmpty()
        && !isKept(s.replica)
        && !isBarred(s);
  }

  boolean isBarred(Standing s) {
    String key = keys.get(s.replica.record());
    return key != null
        && (keys.values().stream().filter(key::equals).count() > 1
            || (s.replica.id() == null && hasTwin(s.replica, key)));
  }

  private boolean hasTwin(Replica absent, String key) {
    boolean another =
        replicas(absent.system()).stream()
            .anyMatch(s -> key.equals(s.heldKey) && s.replica.record() != absent.record());
    return another
        || strays(absent.system()).values().stream()
            .anyMatch(
                s -> s.key() != null && s.key().equals(key) && WAIT_FOR_TWINS.contains(s.why()));
  }

  int knownIn(SystemName system, String location) {
    return linkedIn(system, location).size() + straysIn(system, location).size();
  }

  List<NativeId> linkedIn(SystemName system, String location) {
    return replicas(system).stream()
        .filter(s -> s.replica.isLinked() && s.replica.id().location().equals(location))
        .map(s -> s.replica.id())
        .toList();
  }
}
