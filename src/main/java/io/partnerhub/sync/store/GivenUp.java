package io.partnerhub.sync.store;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import io.partnerhub.sync.Attempt;
import io.partnerhub.sync.Outcome;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A write that was given up: what a dead letter is made of.
 *
 * @param key the record's business key; null where it has none
 * @param attempt the last try; null where nothing could even be tried
 * @param sent what the last try sent, by the system's own names of the fields
 * @param failures tries that failed since the last success
 * @param since when the first of them was
 * @param version of the mapping
 */
public record GivenUp(
    long record,
    SystemName system,
    String key,
    Attempt attempt,
    Map<String, String> sent,
    Outcome.Reason reason,
    int failures,
    Instant since,
    String version) {

  /** Values by a system's own names of the fields; by ours where these are no longer mapped. */
  public static Map<String, String> named(
      Mapping mapping, SystemName system, Set<String> fields, Values values) {
    Map<String, String> named = new TreeMap<>();
    for (String field : fields) {
      boolean isThere = mapping.declares(field) && mapping.field(field).isIn(system);
      named.put(isThere ? mapping.field(field).names().get(system) : field, values.get(field));
    }
    return named;
  }
}
