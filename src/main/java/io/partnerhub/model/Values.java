package io.partnerhub.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Canonical values by field name, in the mapping's one text form for each kind; a native value
 * never stands here. An empty field has no entry: {@link #get} gives null for it.
 */
public final class Values {

  private static final Values NONE = new Values(Map.of());

  private final Map<String, String> byField;

  /** Entries in the order of their names; found by hash, as they are asked for far more often. */
  private Values(Map<String, String> byField) {
    this.byField = Collections.unmodifiableMap(byField);
  }

  public static Values none() {
    return NONE;
  }

  /** Entries with a null value are left out. */
  public static Values of(Map<String, String> byField) {
    String[] fields = byField.keySet().toArray(String[]::new);
    Arrays.sort(fields);
    Map<String, String> sorted = new LinkedHashMap<>(2 * fields.length);
    for (String field : fields) {
      String value = byField.get(field);
      if (value != null) {
        sorted.put(field, value);
      }
    }
    return new Values(sorted);
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
    Map<String, String> copy = new LinkedHashMap<>(byField);
    if (value == null) {
      copy.remove(field);
      return new Values(copy);
    }
    boolean keepsItsPlace = copy.put(field, value) != null;
    return keepsItsPlace ? new Values(copy) : of(copy);
  }

  /** A copy with only the fields that pass. */
  public Values only(Predicate<String> fields) {
    Map<String, String> copy = new LinkedHashMap<>(byField);
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
