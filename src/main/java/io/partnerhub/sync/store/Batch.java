package io.partnerhub.sync.store;

import io.partnerhub.model.NativeId;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import java.util.List;

/**
 * Replicas of one location that one worker writes next.
 *
 * @param claim number of the claim; another worker's claim of the same replica has another
 * @param location where they are to be written
 * @param copies of those that have one, as they were when they were claimed
 */
public record Batch(
    long claim,
    RecordType type,
    SystemName system,
    String location,
    List<Long> records,
    List<NativeId> copies) {

  /** Whether some of them have no copy yet. */
  public boolean hasAdds() {
    return copies.size() < records.size();
  }

  /** Whether none of them has a copy. */
  public boolean isOfAdds() {
    return copies.isEmpty();
  }

  /** The first of a batch of adds. */
  public Batch first(int most) {
    return of(records.subList(0, Math.min(most, records.size())));
  }

  /** The others. */
  public Batch after(int first) {
    return of(records.subList(Math.min(first, records.size()), records.size()));
  }

  private Batch of(List<Long> some) {
    return new Batch(claim, type, system, location, some, List.of());
  }
}
