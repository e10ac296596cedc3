package io.partnerhub.sandbox.bench;

import java.util.List;
import java.util.Map;

/**
 * What was seen of a hub that worked for a while among failing calls.
 *
 * @param minutes during which people edited and calls failed
 * @param calls of each system in that time
 * @param failed how many of them
 * @param locked records whose next write met a lock
 * @param secondsToRest until all was written after the last call that failed; null when it was not
 * @param changes what became of each observed change, for each target system
 * @param ledgerRows for each edit
 * @param ledgerBytes for each edit, with indexes
 * @param processorSeconds of the hub's Java, without PostgreSQL
 */
record SoakRun(
    double minutes,
    long seed,
    ThreeSize size,
    int edits,
    Map<String, Long> calls,
    Map<String, Integer> failed,
    int locked,
    Double secondsToRest,
    Agreement agreement,
    Map<String, Long> changes,
    double ledgerRows,
    double ledgerBytes,
    double processorSeconds,
    List<Series> series) {}
