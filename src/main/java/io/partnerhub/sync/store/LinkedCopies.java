package io.partnerhub.sync.store;

import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Replica;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** By how many the linked copies of each place become more, or fewer. */
public final class LinkedCopies {

  /** Where a system keeps copies. */
  public record Place(SystemName system, String location) {}

  private final Map<Place, Integer> more = new HashMap<>();

  /**
   * Counts a copy where it is linked now, and no more where it was.
   *
   * @param was null for a new one
   * @param is null for one that goes with its record
   */
  void changed(Replica was, Replica is) {
    Place from = placeOf(was);
    Place to = placeOf(is);
    if (!Objects.equals(from, to)) {
      add(from, -1);
      add(to, 1);
    }
  }

  /** The places that have others than before, by how many more. */
  public Map<Place, Integer> more() {
    return more;
  }

  private static Place placeOf(Replica replica) {
    return replica != null && replica.isLinked()
        ? new Place(replica.system(), replica.id().location())
        : null;
  }

  private void add(Place place, int one) {
    if (place != null) {
      more.merge(place, one, (some, another) -> some + another == 0 ? null : some + another);
    }
  }
}
