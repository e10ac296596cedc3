package io.partnerhub.sync.store;

import java.util.Map;
import java.util.Set;

/**
 * How the records of a claim stand just before they are written.
 *
 * @param mine those that are still this worker's
 * @param barred those whose key another record has too, or for an add another copy there
 * @param waiting the references whose parents are not in the system under the key that they name
 */
public record Claimed(Set<Long> mine, Set<Long> barred, Map<Long, Set<String>> waiting) {}
