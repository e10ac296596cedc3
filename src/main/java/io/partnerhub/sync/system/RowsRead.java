package io.partnerhub.sync.system;

import io.partnerhub.model.NativeId;
import io.partnerhub.sync.Observation;
import java.util.List;
import java.util.Map;

/**
 * Copies read by their ids.
 *
 * @param rows what was found; a copy that the system is sure is gone comes as deleted, one it says
 *     nothing about is missing
 * @param versions version of each location at the read, where it has one
 * @param tags version of each copy at the read, where it has one: a write must name it
 */
public record RowsRead(
    List<Observation> rows, Map<String, Long> versions, Map<NativeId, String> tags) {

  /** Copies of a system in which they have no versions of their own. */
  public RowsRead(List<Observation> rows, Map<String, Long> versions) {
    this(rows, versions, Map.of());
  }
}
