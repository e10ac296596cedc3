package io.partnerhub.sandbox.bench.first;

import io.partnerhub.sandbox.bench.measure.Heap;

/**
 * What was measured with one number of partners.
 *
 * @param secondsToFirstPoll from the start of the process, on a new store
 * @param secondsToFirstPollAgain the same on the store that is there
 * @param processorSeconds of the hub's Java, without PostgreSQL
 */
record Run(
    int partners,
    int sheets,
    Stage first,
    Stage change,
    Quiet quiet,
    double secondsToFirstPoll,
    double secondsToFirstPollAgain,
    Heap heap,
    double processorSeconds) {}
