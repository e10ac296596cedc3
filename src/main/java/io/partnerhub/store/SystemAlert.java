package io.partnerhub.store;

import java.time.Instant;

/**
 * That something happened to a system.
 *
 * @param event such as AWAY
 * @param sentence why, for people; holds no secret
 * @param at when it happened: a message may be late
 */
public record SystemAlert(
    long id, Digest.Way way, String system, int attempt, String event, String sentence, Instant at)
    implements Message {}
