package io.partnerhub.sync.store;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Stray;
import java.time.Instant;

/**
 * A copy that belongs to no record until people mend it in its system.
 *
 * @param since when the hub set it aside
 */
public record HeldCopy(RecordType type, SystemName system, Stray stray, Instant since) {}
