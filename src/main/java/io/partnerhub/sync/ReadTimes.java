package io.partnerhub.sync;

import java.time.Instant;

/**
 * When a read was made.
 *
 * @param began tick taken before the call
 * @param ended tick taken after its answer
 * @param at the store's clock before the call
 */
public record ReadTimes(long began, long ended, Instant at) {}
