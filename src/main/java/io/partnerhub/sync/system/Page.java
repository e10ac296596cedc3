package io.partnerhub.sync.system;

import io.partnerhub.sync.Observation;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * One page of what changed in a source.
 *
 * @param next where to read on once this page is merged
 * @param cursor how to ask for the next page of the same answer; null on the last page
 * @param totalRows how many rows the source says it has, where it tells
 * @param begun the store's clock when the answer's first page was asked for, which an earlier read
 *     may have done that was broken off: what changed since may be on none; null where it was this
 *     read
 */
public record Page(
    List<Observation> rows, Checkpoint next, String cursor, OptionalInt totalRows, Instant begun) {

  /** A page of an answer that begins with this read. */
  public Page(List<Observation> rows, Checkpoint next, String cursor, OptionalInt totalRows) {
    this(rows, next, cursor, totalRows, null);
  }
}
