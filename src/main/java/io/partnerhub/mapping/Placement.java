package io.partnerhub.mapping;

import io.partnerhub.model.Values;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where in a system a record lives: in one place, or in the place that a field's value names. */
public sealed interface Placement {

  /** Every place, in the order of the mapping. */
  Set<String> locations();

  default boolean has(String location) {
    return locations().contains(location);
  }

  /** The place of a record with these values, or nothing when its field names none. */
  Optional<String> locationOf(Values agreed);

  /** The names of the fields whose values say which place it is. */
  Set<String> deciding();

  /** All records in one place. */
  record One(String location) implements Placement {
    @Override
    public Set<String> deciding() {
      return Set.of();
    }

    @Override
    public Set<String> locations() {
      return Set.of(location);
    }

    @Override
    public Optional<String> locationOf(Values agreed) {
      return Optional.of(location);
    }
  }

  /**
   * A place for each value of a field.
   *
   * @param otherwise the place for every other value, empty included; null when there is none
   */
  record ByField(String field, Map<String, String> byValue, String otherwise) implements Placement {
    @Override
    public Set<String> deciding() {
      return Set.of(field);
    }

    @Override
    public Set<String> locations() {
      Set<String> all = new LinkedHashSet<>(byValue.values());
      if (otherwise != null) {
        all.add(otherwise);
      }
      return all;
    }

    @Override
    public Optional<String> locationOf(Values agreed) {
      String value = agreed.get(field);
      return Optional.ofNullable(
          value == null ? otherwise : byValue.getOrDefault(value, otherwise));
    }
  }
}
