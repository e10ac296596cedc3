package io.partnerhub.sync.held;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Hold;
import io.partnerhub.sync.Origin;
import java.util.Map;

/**
 * A field that waits for a person.
 *
 * @param record the hub's id of the record
 * @param key the record's business key; null when it is empty
 * @param agreedFrom why the agreed value is what it is; null when it is empty
 * @param shown what each system's copy shows of the field; null values for an empty field
 */
public record HeldField(
    RecordType type,
    long record,
    String key,
    String field,
    Hold hold,
    Origin agreedFrom,
    Map<SystemName, String> shown) {}
