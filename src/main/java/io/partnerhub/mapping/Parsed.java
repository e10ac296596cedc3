package io.partnerhub.mapping;

import java.util.Locale;

/** What a native text turned out to be. */
sealed interface Parsed {

  /** A canonical value; null when it is empty. */
  record Canonical(String value) implements Parsed {}

  /** No value of its kind, and why, in a sentence for people. */
  record Unreadable(String why) implements Parsed {}

  static Parsed value(String canonical) {
    return new Canonical(canonical);
  }

  /** The sentence shows characters that would not be seen in a text that it quotes. */
  static Parsed unreadable(String format, Object... arguments) {
    return new Unreadable(Invisible.shown(String.format(Locale.ROOT, format, arguments)));
  }
}
