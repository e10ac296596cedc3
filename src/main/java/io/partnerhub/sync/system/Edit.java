package io.partnerhub.sync.system;

import java.time.Instant;

/**
 * One past value of a field in a system, from the system's own history.
 *
 * @param value canonical; null for empty
 * @param byHub the hub's own user set it
 */
public record Edit(String value, Instant at, boolean byHub) {}
