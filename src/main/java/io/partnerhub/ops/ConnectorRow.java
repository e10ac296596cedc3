package io.partnerhub.ops;

import io.partnerhub.ops.jmx.Described;
import java.time.Instant;

/** How one connector stands; travels over JMX. */
@Described("How one connector stands.")
public record ConnectorRow(
    @Described("Name of the system.") String system,
    @Described(
            "answers; away while it is left alone; spent while the hub has used its calls up;"
                + " impaired while some place of it cannot be read until somebody mends that; or"
                + " paused by an administrator.")
        String state,
    @Described("What is wrong, or who paused it and why; null where nothing is.") String why,
    @Described("When it is called again at the earliest; null while it answers or is paused.")
        Instant calledAgainAt,
    @Described("State of the circuit breaker: CLOSED, OPEN or HALF_OPEN.") String breaker,
    @Described("Calls that the hub made in the window; null where nobody counts.") Long budgetUsed,
    @Described("Most calls of the hub in the window; null where nobody counts.") Long budgetLimit,
    @Described("Length of the window in seconds; null where nobody counts.") Long windowSeconds,
    @Described(
            "Until when first reads, new copies and sweeps wait for calls; null when they do not.")
        Instant bulkWaitsUntil,
    @Described("Age in seconds of the oldest write that is due; null when none is.")
        Long oldestDueSeconds,
    @Described("Seconds since it last answered; null before it did.") Long silentSeconds,
    @Described("The last error, even after it was over; null before the first.") String lastError,
    @Described("When that was; null before the first.") Instant lastErrorAt) {}
