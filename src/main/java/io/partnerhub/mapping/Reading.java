package io.partnerhub.mapping;

import io.partnerhub.model.Values;
import java.util.Map;

/**
 * Native values made canonical.
 *
 * @param values what could be read; for an unreadable field, the text as it stands there
 * @param unreadable why a field's text is no value of its kind, in a sentence for people, by field
 */
public record Reading(Values values, Map<String, String> unreadable) {}
