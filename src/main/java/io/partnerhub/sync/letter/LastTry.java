package io.partnerhub.sync.letter;

import io.partnerhub.sync.Outcome;
import java.util.Map;

/**
 * What a dead letter's last try was.
 *
 * @param letter its number
 * @param action as it was called; null where nothing could be tried
 * @param sent by the system's own names of the fields
 * @param reason why it failed
 */
public record LastTry(
    long letter, String action, Map<String, String> sent, Outcome.Reason reason) {}
