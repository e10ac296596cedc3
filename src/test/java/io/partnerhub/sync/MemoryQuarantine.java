package io.partnerhub.sync;

import io.partnerhub.model.NativeId;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.store.Quarantine;
import io.partnerhub.sync.store.Stop;
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
import java.util.TreeSet;
import java.util.function.Supplier;

/** The quarantine's contract in memory. */
final class MemoryQuarantine implements Quarantine {

  /** A kept copy's row. */
  private record Row(NativeId copy, boolean missing, Mark mark, Instant since) {}

  private record Passed(NativeId copy, Instant at) {}

  private record Stopped(Instant since, int limit) {}

  private final MemoryTables tables;
  private final SystemName system;
  private final Supplier<Instant> now;
  private final Map<String, Row> rows = new LinkedHashMap<>();
  private final Map<String, Stopped> stops = new TreeMap<>();
  private final List<Passed> passed = new ArrayList<>();

  MemoryQuarantine(MemoryTables tables, SystemName system, Supplier<Instant> now) {
    this.tables = tables;
    this.system = system;
    this.now = now;
  }

  boolean keeps(NativeId copy) {
    return copy != null && rows.containsKey(copy.id());
  }

  boolean waits(NativeId copy) {
    return keeps(copy) && rows.get(copy.id()).mark() == Mark.WAITS;
  }

  @Override
  public Standing standing(Collection<String> nativeIds, Instant since) {
    Map<String, Mark> marks = new HashMap<>();
    nativeIds.stream().filter(rows::containsKey).forEach(id -> marks.put(id, rows.get(id).mark()));
    Map<String, Integer> waiting = new HashMap<>();
    rows.values().stream()
        .filter(row -> row.mark() == Mark.WAITS)
        .forEach(row -> waiting.merge(row.copy().location(), 1, Integer::sum));
    Map<String, Integer> lately = new HashMap<>();
    passed.stream()
        .filter(p -> p.at().isAfter(since))
        .forEach(p -> lately.merge(p.copy().location(), 1, Integer::sum));
    return new Standing(marks, waiting, lately, !stops.isEmpty());
  }

  @Override
  public int changed(String location, Instant since, Collection<String> these) {
    Set<String> changed = new HashSet<>(these);
    waiting(location).forEach(row -> changed.add(row.copy().id()));
    passed.stream()
        .filter(p -> p.at().isAfter(since) && p.copy().location().equals(location))
        .forEach(p -> changed.add(p.copy().id()));
    return changed.size();
  }

  void passed(Collection<NativeId> copies, Instant until) {
    passed.removeIf(p -> !p.at().isAfter(until));
    copies.forEach(copy -> passed.add(new Passed(copy, now.get())));
  }

  @Override
  public int known(String location) {
    return tables.linkedIn(system, location).size();
  }

  @Override
  public void keep(Collection<NativeId> copies, boolean missing) {
    copies.forEach(c -> rows.putIfAbsent(c.id(), new Row(c, missing, Mark.WAITS, now.get())));
  }

  @Override
  public void remove(Collection<String> nativeIds) {
    rows.keySet().removeAll(nativeIds);
  }

  @Override
  public void found(String location, Set<String> nativeIds) {
    rows.values()
        .removeIf(
            r ->
                r.missing()
                    && r.copy().location().equals(location)
                    && nativeIds.contains(r.copy().id()));
  }

  @Override
  public List<String> unsettled(Instant keptBefore) {
    Set<String> locations = new TreeSet<>(stops.keySet());
    for (Row row : rows.values()) {
      String location = row.copy().location();
      if (waiting(location).stream().noneMatch(r -> r.since().isAfter(keptBefore))
          && row.mark() == Mark.WAITS) {
        locations.add(location);
      }
    }
    return new ArrayList<>(locations);
  }

  @Override
  public void stop(String location, int limit) {
    stops.putIfAbsent(location, new Stopped(now.get(), limit));
  }

  @Override
  public boolean resume(String location) {
    passed.removeIf(p -> p.copy().location().equals(location));
    return stops.remove(location) != null;
  }

  @Override
  public List<NativeId> release(String location, Mark mark) {
    List<Row> waiting = waiting(location);
    for (Row row : waiting) {
      rows.put(row.copy().id(), new Row(row.copy(), row.missing(), mark, row.since()));
      tables.replicas(system).stream()
          .filter(s -> row.copy().equals(s.replica.id()))
          .forEach(s -> s.replica = s.replica.fenced(s.replica.fence().again(tables.nextTick())));
    }
    return waiting.stream().map(Row::copy).toList();
  }

  boolean isKeeping() {
    return !rows.isEmpty() || !stops.isEmpty();
  }

  Set<String> toSweep() {
    Set<String> locations = new HashSet<>();
    rows.values().stream()
        .filter(r -> r.missing() && r.mark() != Mark.WAITS)
        .forEach(r -> locations.add(r.copy().location()));
    return locations;
  }

  List<Stop> stops(RecordType type) {
    List<Stop> all = new ArrayList<>();
    stops.forEach(
        (location, stop) -> {
          int missing = (int) waiting(location).stream().filter(Row::missing).count();
          all.add(
              new Stop(
                  type,
                  system,
                  location,
                  stop.since(),
                  waiting(location).size() - missing,
                  missing,
                  known(location),
                  stop.limit()));
        });
    return all;
  }

  private List<Row> waiting(String location) {
    return rows.values().stream()
        .filter(r -> r.mark() == Mark.WAITS && r.copy().location().equals(location))
        .toList();
  }
}
