package io.partnerhub.step;

import java.time.Instant;

/**
 * When a system was last heard of.
 *
 * @param answeredAt null before the first answer
 * @param error the last one, even after it was over; null before the first
 * @param errorAt null with it
 */
public record Heard(Instant answeredAt, String error, Instant errorAt) {

  static final Heard NOTHING = new Heard(null, null, null);

  Heard answered(Instant at) {
    return new Heard(at, error, errorAt);
  }

  Heard failed(String what, Instant at) {
    return new Heard(answeredAt, what, at);
  }
}
