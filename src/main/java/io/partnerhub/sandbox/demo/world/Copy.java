package io.partnerhub.sandbox.demo.world;

import io.partnerhub.model.Values;
import java.util.Map;

/**
 * A record as one simulated system holds it at this moment.
 *
 * @param key the business key; null when it is empty
 * @param shown what its people see, by the system's own field names; empty fields are absent
 * @param values the same by the mapping's names, each in its one text form
 * @param byHub the hub changed it last
 */
public record Copy(
    String id, String key, Map<String, Object> shown, Values values, boolean byHub) {}
