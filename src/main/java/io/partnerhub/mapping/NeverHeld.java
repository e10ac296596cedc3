package io.partnerhub.mapping;

import java.util.Optional;

/** Tells texts that a field can never hold, such as "yes" in a boolean field. */
final class NeverHeld {

  private NeverHeld() {}

  /**
   * What to write instead of a text that a field without choices never holds; empty when it may.
   */
  static Optional<String> remedy(Field field, String text) {
    String tidy = NativeText.tidy(text);
    if (tidy.isEmpty()) {
      return Optional.of("Write a value: this one is blank");
    }
    Parsed parsed = Conversion.parse(field, null, tidy, tidy);
    if (parsed instanceof Parsed.Unreadable unreadable) {
      return Optional.of(unreadable.why());
    }
    String canonical = ((Parsed.Canonical) parsed).value();
    return text.equals(canonical) ? Optional.empty() : Optional.of("Write " + canonical);
  }
}
