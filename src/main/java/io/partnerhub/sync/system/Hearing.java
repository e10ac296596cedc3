package io.partnerhub.sync.system;

import java.time.Instant;

/**
 * How far a source that tells changes in their order was heard.
 *
 * @param position from where it is to be heard again, in the source's own form
 * @param toldUntil what was changed before this moment has been told, or never will be; by the
 *     source's clock or the hub's
 */
public record Hearing(String position, Instant toldUntil) {}
