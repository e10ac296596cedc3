package io.partnerhub.store;

import java.time.Clock;

/** What all transactions of one hub have in common. */
record Node(Clock clock, String hubId, MappedSystems mapped, PlannerStatistics statistics) {}
