package io.partnerhub.sync;

import io.partnerhub.model.SystemName;
import java.time.Instant;

/**
 * Why an agreed value is what it is.
 *
 * @param system whose users set it
 * @param reading tick of the read that observed it
 * @param rule the rule that accepted it, in the mapping's words
 * @param notBefore earliest time at which the edit can have been made; never null
 * @param notAfter latest time at which the edit can have been made; never null
 */
public record Origin(
    SystemName system, long reading, String rule, Instant notBefore, Instant notAfter) {}
