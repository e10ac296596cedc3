package io.partnerhub.sync.read;

import io.partnerhub.model.NativeId;
import io.partnerhub.sync.system.Hint;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What hints have read again: the news of whole places, and copies by their ids.
 *
 * @param places by their locations
 */
record Reread(Set<String> places, Set<NativeId> copies) {

  /** The copies of one place together. */
  Collection<Set<NativeId>> copiesByPlace() {
    return copies.stream()
        .collect(Collectors.groupingBy(NativeId::location, LinkedHashMap::new, Collectors.toSet()))
        .values();
  }

  /**
   * A copy that was never seen is read with the news of its place, where another of the same key
   * may be new beside it.
   *
   * @param seen the systems' own ids of copies that are known
   * @param enough so many copies of one place are read with its news
   */
  static Reread of(Collection<Hint> hints, Set<String> seen, int enough) {
    Set<String> places = new TreeSet<>();
    Map<String, Set<NativeId>> copies = new LinkedHashMap<>();
    for (Hint hint : hints) {
      if (hint.id() != null && seen.contains(hint.id())) {
        copies
            .computeIfAbsent(hint.location(), place -> new LinkedHashSet<>())
            .add(new NativeId(hint.location(), hint.id()));
      } else {
        places.add(hint.location());
      }
    }
    Set<NativeId> few = new LinkedHashSet<>();
    copies.forEach(
        (place, some) -> {
          if (some.size() >= enough) {
            places.add(place);
          } else {
            few.addAll(some); // also where the news are read: they may have been committed late
          }
        });
    return new Reread(places, few);
  }
}
