package io.partnerhub.sync.store;

import io.partnerhub.model.RecordType;
import java.util.List;

/**
 * Records that came to one business key: none of them is written until each has its own.
 *
 * @param records the hub's ids, at least two
 */
public record HeldKey(RecordType type, String key, List<Long> records) {}
