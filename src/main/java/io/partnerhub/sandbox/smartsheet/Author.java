package io.partnerhub.sandbox.smartsheet;

import java.time.Instant;

/**
 * Who changed something and when.
 *
 * @param second UTC, seconds since 1970: the API shows no fraction
 */
record Author(Person person, long second) {

  String at() {
    return Instant.ofEpochSecond(second).toString();
  }
}
