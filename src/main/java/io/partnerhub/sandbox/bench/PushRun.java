package io.partnerhub.sandbox.bench;

/**
 * What was seen of a hub that is told of changes.
 *
 * @param alone one change at a time
 * @param load many a second
 * @param distant one at a time, each outside call taking a while
 */
record PushRun(ThreeSize size, PushStage alone, PushStage load, PushStage distant, Burst burst) {}
