package io.partnerhub.sync;

import io.partnerhub.model.NativeId;
import io.partnerhub.model.Values;
import java.time.Instant;
import java.util.Map;

/**
 * What a system just said about one copy of a record.
 *
 * @param values canonical values of all mapped fields; for an unreadable field, the text found
 *     there
 * @param unreadable why a field's text is no value of its kind, by field
 * @param stamp when the system says the copy was last changed (its clock)
 * @param deleted the system itself says that the copy is gone; the values mean nothing then
 * @param changedByHub the hub's own user made the last change (a person's edit may share the row)
 * @param createdByHub the hub's own user created the copy
 */
public record Observation(
    NativeId id,
    Values values,
    Map<String, String> unreadable,
    Instant stamp,
    boolean deleted,
    boolean changedByHub,
    boolean createdByHub) {}
