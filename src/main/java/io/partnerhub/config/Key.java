package io.partnerhub.config;

import java.util.Locale;
import java.util.Optional;

/**
 * One configuration key.
 *
 * @param fallback what holds when it is not set, as it would be written; null when there is nothing
 * @param meaning what it is for, in a sentence for operators
 * @param example a value, as it would be written
 */
public record Key<T>(
    String name, Type<T> type, Presence presence, String fallback, String meaning, String example) {

  static final String FILE = "-file";

  /** Whether a key must be set. */
  enum Presence {
    REQUIRED,
    OPTIONAL,
    /** Required or not by another key's value, which the meaning tells. */
    DEPENDS
  }

  static <T> Key<T> required(String name, Type<T> type, String meaning, String example) {
    return new Key<>(name, type, Presence.REQUIRED, null, meaning, example);
  }

  static <T> Key<T> optional(String name, Type<T> type, String meaning, String example) {
    return new Key<>(name, type, Presence.OPTIONAL, null, meaning, example);
  }

  static <T> Key<T> depends(String name, Type<T> type, String meaning, String example) {
    return new Key<>(name, type, Presence.DEPENDS, null, meaning, example);
  }

  static <T> Key<T> withDefault(String name, Type<T> type, String fallback, String meaning) {
    return new Key<>(name, type, Presence.OPTIONAL, fallback, meaning, fallback);
  }

  /** Whether the value must never be shown, and may stand in a file of its own. */
  public boolean isSecret() {
    return type.isSecret();
  }

  public Optional<String> defaultText() {
    return Optional.ofNullable(fallback);
  }

  /** The key that names a file which holds the secret. */
  String fileName() {
    return name + FILE;
  }

  String variable() {
    return variable(name);
  }

  /** {@code salesforce.login-url} is {@code SALESFORCE_LOGIN_URL}. */
  static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
