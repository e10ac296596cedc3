package io.partnerhub.ledger;

import io.partnerhub.sync.LedgerEntry;
import java.time.Instant;

/**
 * An entry as the ledger keeps it.
 *
 * @param id grows with time
 * @param at when it was entered, by the hub's clock
 */
public record Line(long id, Instant at, LedgerEntry entry) {}
