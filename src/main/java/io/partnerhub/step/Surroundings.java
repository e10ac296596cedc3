package io.partnerhub.step;

import io.partnerhub.model.SystemName;
import io.partnerhub.sync.system.Urgency;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * What else decides whether a system may be called, and who is told of it.
 *
 * @param spent until when the budget has no call of an urgency left; empty while it has
 * @param pause why an administrator keeps a system paused, as stored; empty while none does
 */
public record Surroundings(
    Alert alert,
    Function<Urgency, Optional<Instant>> spent,
    Function<SystemName, Optional<String>> pause) {}
