package io.partnerhub.ops;

import io.partnerhub.sync.ChoiceRefused;
import java.util.function.Supplier;

/** Refusals of the heart as JMX tells them. */
final class Refusals {

  private Refusals() {}

  /** Runs an act; what it refuses travels in its own words. */
  static <T> T told(Supplier<T> act) {
    try {
      return act.get();
    } catch (ChoiceRefused e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
