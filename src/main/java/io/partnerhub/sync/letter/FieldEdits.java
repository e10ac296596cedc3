package io.partnerhub.sync.letter;

import java.util.Map;

/**
 * What a person wants some fields of a record to be.
 *
 * @param values by field, as people type them; null or empty for an empty field
 * @param expected what fields must be now, by field, or nothing is edited; null for empty
 */
public record FieldEdits(Map<String, String> values, Map<String, String> expected) {}
