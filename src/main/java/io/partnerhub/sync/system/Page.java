package io.partnerhub.sync.system;

import io.partnerhub.sync.Observation;
import java.util.List;
import java.util.OptionalInt;

/**
 * One page of what changed in a source.
 *
 * @param next where to read on once this page is merged
 * @param cursor how to ask for the next page of the same answer; null on the last page
 * @param totalRows how many rows the source says it has, where it tells
 */
public record Page(List<Observation> rows, Checkpoint next, String cursor, OptionalInt totalRows) {}
