package io.partnerhub.sandbox.bench.soak;

import io.partnerhub.sandbox.bench.world.Agreement;
import io.partnerhub.sandbox.bench.world.ThreeSize;
import java.util.List;
import java.util.Map;

/**
 * What was seen of a hub that worked for a while among failing calls.
 *
 * @param calls of each system in that time
 * @param failed how many of them
 * @param untold what a system told of changes and got lost on its way, by system; empty where the
 *     hub only polls
 * @param locked records whose next write met a lock
 * @param secondsToRest until all was written after the last call that failed; null when it was not
 * @param changes what became of each observed change, for each target system
 * @param ledgerRows for each edit
 * @param ledgerBytes for each edit, with indexes
 * @param toldRows notices, for each edit
 * @param processorSeconds of the hub's Java, without PostgreSQL
 */
record SoakRun(
    SoakPlan plan,
    ThreeSize size,
    int edits,
    Map<String, Long> calls,
    Map<String, Integer> failed,
    Map<String, Integer> untold,
    int locked,
    Double secondsToRest,
    Agreement agreement,
    Map<String, Long> changes,
    double ledgerRows,
    double ledgerBytes,
    double toldRows,
    double processorSeconds,
    List<Series> series) {}
