package io.partnerhub.sandbox.demo;

import io.partnerhub.model.Values;
import java.util.Map;

/**
 * A partner as one simulated system holds it at this moment.
 *
 * @param shown what its people see, by the system's own field names; empty fields are absent
 * @param values the same by the mapping's names, each in its one text form
 * @param byHub the hub changed it last
 */
record Copy(String id, Map<String, Object> shown, Values values, boolean byHub) {

  /** The business key; null when it is empty. */
  String code() {
    return values.get("code");
  }
}
