package io.partnerhub.sync.merge;

import java.time.Duration;

/**
 * How far times may be trusted.
 *
 * @param clocks greatest difference between two systems' clocks
 * @param commitLag how long a change may stay invisible behind its own stamp (Salesforce stamps a
 *     row before its transaction commits)
 */
public record Tolerances(Duration clocks, Duration commitLag) {}
