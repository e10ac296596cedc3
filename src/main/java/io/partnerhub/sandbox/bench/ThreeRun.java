package io.partnerhub.sandbox.bench;

import java.util.Map;

/**
 * What was measured with all record types.
 *
 * @param quiet calls of a poll of each system while nothing changes
 * @param processorSeconds of the hub's Java, without PostgreSQL
 */
record ThreeRun(
    ThreeSize size,
    ThreeStage first,
    ThreeStage change,
    Map<String, Double> quiet,
    Heap heap,
    double processorSeconds) {}
