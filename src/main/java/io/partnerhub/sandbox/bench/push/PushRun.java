package io.partnerhub.sandbox.bench.push;

import io.partnerhub.sandbox.bench.world.Agreement;
import io.partnerhub.sandbox.bench.world.ThreeSize;
import java.util.List;

/**
 * What was seen of a hub that is told of changes.
 *
 * @param alone one change at a time
 * @param load many a second
 * @param distant one at a time, each outside call taking a while
 * @param bursts many at once, without limits and within those of the services
 * @param agreement of all systems at the end
 */
record PushRun(
    ThreeSize size,
    PushStage alone,
    PushStage load,
    PushStage distant,
    List<Burst> bursts,
    Agreement agreement) {}
