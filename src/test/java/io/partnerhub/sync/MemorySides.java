package io.partnerhub.sync;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.store.Sides;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The contract of a type's systems in memory. */
final class MemorySides implements Sides {

  private final MemoryTables tables;
  private final Set<SystemName> named = new TreeSet<>();
  private final TreeMap<SystemName, Long> unstated = new TreeMap<>();

  MemorySides(MemoryTables tables) {
    this.tables = tables;
  }

  @Override
  public boolean isSettled() {
    return unstated.isEmpty() && named.equals(tables.mapped());
  }

  /** There is one type only. */
  @Override
  public void noOthersThan(Collection<RecordType> types) {}

  @Override
  public Change take() {
    Set<SystemName> joined = new TreeSet<>(tables.mapped());
    joined.removeAll(named);
    Set<SystemName> left = new TreeSet<>(named);
    left.removeAll(tables.mapped());
    joined.forEach(tables::readAnew);
    joined.forEach(system -> unstated.put(system, 0L));
    unstated.keySet().removeAll(left);
    named.clear();
    named.addAll(tables.mapped());
    return new Change(joined, left);
  }

  @Override
  public Optional<Unstated> next(int limit) {
    if (unstated.isEmpty()) {
      return Optional.empty();
    }
    SystemName system = unstated.firstKey();
    List<Long> records =
        tables.records.values().stream()
            .filter(r -> r.id() > unstated.get(system))
            .filter(r -> tables.keys.get(r.id()) != null || r.agreed().get("key") == null)
            .map(AgreedRecord::id)
            .limit(limit)
            .toList();
    return Optional.of(new Unstated(system, records, records.size() < limit));
  }

  @Override
  public void stated(Unstated some) {
    if (some.last()) {
      unstated.remove(some.system());
    } else {
      unstated.put(some.system(), some.records().get(some.records().size() - 1));
    }
  }
}
