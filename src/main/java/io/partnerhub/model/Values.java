package io.partnerhub.model;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Canonical values by field name, in the mapping's one text form for each kind; a native value
 * never stands here. An empty field has no entry: {@link #get} gives null for it.
 */
public final class Values {

  private static final Values NONE = new Values(new TreeMap<>());

  private final Map<String, String> byField;

  private Values(TreeMap<String, String> byField) {
    this.byField = Collections.unmodifiableMap(byField);
  }

  public static Values none() {
    return NONE;
  }

  /** Entries with a null value are left out. */
  public static Values of(Map<String, String> byField) {
    TreeMap<String, String> copy = new TreeMap<>(byField);
    copy.values().removeIf(Objects::isNull);
    return new Values(copy);
  }

  /** The value of a field, or null when it is empty. */
  public String get(String field) {
    return byField.get(field);
  }

  /** A copy with one field changed; null empties it. */
  public Values with(String field, String value) {
    if (Objects.equals(get(field), value)) {
      return this;
    }
    TreeMap<String, String> copy = new TreeMap<>(byField);
    if (value == null) {
      copy.remove(field);
    } else {
      copy.put(field, value);
    }
    return new Values(copy);
  }

  /** A copy with only the fields that pass. */
  public Values only(Predicate<String> fields) {
    TreeMap<String, String> copy = new TreeMap<>(byField);
    copy.keySet().removeIf(fields.negate());
    return new Values(copy);
  }

  /** The fields that are not empty. */
  public Set<String> fields() {
    return byField.keySet();
  }

  /** The entries, without empty fields, in the order of their names; cannot be changed. */
  public Map<String, String> asMap() {
    return byField;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Values values && byField.equals(values.byField);
  }

  @Override
  public int hashCode() {
    return byField.hashCode();
  }

  @Override
  public String toString() {
    return byField.toString();
  }
}
