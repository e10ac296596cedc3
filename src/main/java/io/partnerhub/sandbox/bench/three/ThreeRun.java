package io.partnerhub.sandbox.bench.three;

import io.partnerhub.sandbox.bench.measure.Heap;
import io.partnerhub.sandbox.bench.world.ThreeSize;
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
