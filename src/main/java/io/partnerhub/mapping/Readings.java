package io.partnerhub.mapping;

import io.partnerhub.model.SystemName;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Since when, in ticks of the hub's store, the fields of each system are read as they are now. What
 * is known of a copy may be older: it is of another mapping then.
 */
public final class Readings {

  /** As they ever were. */
  public static final Readings AS_EVER = new Readings(Map.of());

  /**
   * Ticks of one field in one system; 0 for ever. They are the same where it only changed its
   * place.
   *
   * @param mapped since when it is read from this place there
   * @param read since when what stands there means what it does
   */
  public record Since(long mapped, long read) {

    boolean isMoved() {
      return mapped == read;
    }

    long latest() {
      return Math.max(mapped, read);
    }
  }

  private final Map<SystemName, Map<String, Since>> since;
  private final Map<SystemName, Long> latest = new HashMap<>();

  public Readings(Map<SystemName, Map<String, Since>> since) {
    this.since = since;
    since.forEach(
        (system, fields) ->
            latest.put(system, fields.values().stream().mapToLong(Since::latest).max().orElse(0)));
  }

  /**
   * Whether nothing was known of a field when a copy was known last: it has no base there.
   *
   * @param known the tick of the last that is known of the copy
   */
  public boolean isNew(SystemName system, String field, long known) {
    return !isSettled(system, known) && of(system, field).mapped() > known;
  }

  /** Whether a field stood in another place of the system before. */
  public boolean isMoved(SystemName system, String field) {
    return of(system, field).isMoved();
  }

  /** Whether a copy was not read since the mapping of a field changed there. */
  public boolean isUnread(SystemName system, String field, long known) {
    return !isSettled(system, known) && of(system, field).latest() > known;
  }

  /** The fields of a copy that were not read since their mapping changed. */
  public Set<String> unread(SystemName system, long known) {
    if (isSettled(system, known)) {
      return Collections.emptySet(); // which may be asked for no field at all
    }
    return since.get(system).keySet().stream()
        .filter(field -> isUnread(system, field, known))
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** Whether a copy was read since any field of its system changed. */
  public boolean isSettled(SystemName system, long known) {
    return latest.getOrDefault(system, 0L) <= known;
  }

  private Since of(SystemName system, String field) {
    return since.get(system).getOrDefault(field, new Since(0, 0));
  }
}
