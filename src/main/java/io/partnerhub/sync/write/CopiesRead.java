package io.partnerhub.sync.write;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.sync.Observation;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.ReadTimes;
import io.partnerhub.sync.store.Batch;
import io.partnerhub.sync.system.Connector;
import io.partnerhub.sync.system.RowsRead;
import io.partnerhub.sync.system.SystemUnavailable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The copies of a batch, which may stand elsewhere than where they are to be.
 *
 * @param unread why nothing can be read in some places until somebody mends these
 */
record CopiesRead(RowsRead rows, Map<String, Outcome.Reason> unread) {

  /** What cannot be read in a place from where copies are to move holds up no others. */
  static CopiesRead of(Connector connector, Mapping mapping, Batch batch) {
    try {
      return new CopiesRead(connector.read(mapping, batch.copies()), Map.of());
    } catch (SystemUnavailable e) {
      if (!e.isLasting() || batch.copies().stream().allMatch(c -> isHere(c, batch))) {
        throw e;
      }
      return placeByPlace(connector, mapping, batch);
    }
  }

  Push.Fresh of(Batch batch, ReadTimes read, Set<String> taken) {
    return new Push.Fresh(batch, rows.rows(), read, taken, rows.versions(), rows.tags(), unread);
  }

  private static boolean isHere(NativeId copy, Batch batch) {
    return copy.location().equals(batch.location());
  }

  private static CopiesRead placeByPlace(Connector connector, Mapping mapping, Batch batch) {
    List<Observation> rows = new ArrayList<>();
    Map<String, Long> versions = new HashMap<>();
    Map<NativeId, String> tags = new HashMap<>();
    Map<String, Outcome.Reason> unread = new HashMap<>();
    Map<String, List<NativeId>> byPlace =
        batch.copies().stream()
            .collect(
                Collectors.groupingBy(NativeId::location, LinkedHashMap::new, Collectors.toList()));
    byPlace.forEach(
        (place, copies) -> {
          try {
            RowsRead read = connector.read(mapping, copies);
            rows.addAll(read.rows());
            versions.putAll(read.versions());
            tags.putAll(read.tags());
          } catch (SystemUnavailable e) {
            if (!e.isLasting() || place.equals(batch.location())) {
              throw e;
            }
            unread.put(place, e.reason());
          }
        });
    return new CopiesRead(new RowsRead(rows, versions, tags), unread);
  }
}
