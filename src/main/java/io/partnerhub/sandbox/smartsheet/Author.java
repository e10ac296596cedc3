package io.partnerhub.sandbox.smartsheet;

import java.time.Instant;

/**
 * Who changed something and when.
 *
 * @param second UTC, seconds since 1970: the API shows no fraction
 * @param agent what marked the write, with commas between several; null without a mark
 */
record Author(Person person, long second, String agent) {

  Author(Person person, long second) {
    this(person, second, null);
  }

  String at() {
    return Instant.ofEpochSecond(second).toString();
  }
}
