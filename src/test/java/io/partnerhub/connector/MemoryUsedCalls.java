package io.partnerhub.connector;

import io.partnerhub.sync.system.UsedCalls;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/** What outlives a hub in a test; it can be away. */
public final class MemoryUsedCalls implements UsedCalls {

  private final TreeMap<Instant, Slice> slices = new TreeMap<>();
  private boolean away;
  private int kept;

  void away(boolean isAway) {
    away = isAway;
  }

  /** How often something was kept. */
  int kept() {
    return kept;
  }

  long calls() {
    return slices.values().stream()
        .flatMap(slice -> slice.calls().values().stream())
        .mapToLong(Long::longValue)
        .sum();
  }

  @Override
  public List<Slice> since(Instant begin) {
    return List.copyOf(slices.tailMap(begin).values());
  }

  @Override
  public void keep(Slice slice, Instant forgetBefore) {
    if (away) {
      throw new IllegalStateException("the store is away");
    }
    kept++;
    slices.put(slice.begin(), slice);
    slices.headMap(forgetBefore).clear();
  }
}
