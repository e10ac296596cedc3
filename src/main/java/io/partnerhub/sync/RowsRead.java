package io.partnerhub.sync;

import java.util.List;
import java.util.Map;

/**
 * Copies read by their ids.
 *
 * @param rows what was found; a copy that the system is sure is gone comes as deleted, one it says
 *     nothing about is missing
 * @param versions version of each location at the read, where it has one
 */
public record RowsRead(List<Observation> rows, Map<String, Long> versions) {}
