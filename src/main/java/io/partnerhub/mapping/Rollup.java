package io.partnerhub.mapping;

import io.partnerhub.model.RecordType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a field follows from the records that refer to its own.
 *
 * @param children their type
 * @param via their field that refers; null when they have only one that does
 * @param where which of them count
 */
public record Rollup(RecordType children, String via, Measure measure, List<Condition> where) {

  /** What is made of the children that count. */
  public sealed interface Measure {

    /** The fields of a child that it looks at. */
    default Set<String> fields() {
      return Set.of();
    }
  }

  /** How many there are; 0 when there are none. */
  public record Count() implements Measure {}

  /** The sum of a number or an amount; 0 when there are none. */
  public record Sum(String field) implements Measure {
    @Override
    public Set<String> fields() {
      return Set.of(field);
    }
  }

  /** The least value of a field; empty when there is none. */
  public record Min(String field) implements Measure {
    @Override
    public Set<String> fields() {
      return Set.of(field);
    }
  }

  /** The greatest value of a field; empty when there is none. */
  public record Max(String field) implements Measure {
    @Override
    public Set<String> fields() {
      return Set.of(field);
    }
  }

  /** A field's value in the child that is the greatest by another field. */
  public record Latest(String field, String by) implements Measure {
    @Override
    public Set<String> fields() {
      return Stream.of(field, by).collect(Collectors.toSet());
    }
  }

  /** Whether any child counts. */
  public record Any() implements Measure {}

  /** Whether there are children and all count. */
  public record All() implements Measure {}

  /** The value of the first case that holds. */
  public record Choose(List<Case> cases) implements Measure {
    @Override
    public Set<String> fields() {
      return cases.stream()
          .filter(one -> one.where() != null)
          .flatMap(one -> one.where().stream())
          .map(Condition::field)
          .collect(Collectors.toSet());
    }
  }

  /**
   * One value to choose.
   *
   * @param all whether all children must meet the conditions; else one is enough
   * @param where null for the last case, which always holds
   */
  public record Case(String value, boolean all, List<Condition> where) {}

  /**
   * What a field of a child must hold.
   *
   * @param values any of these; null when only {@code empty} counts
   * @param empty whether it must be empty, or must not be; null when only values count
   */
  public record Condition(String field, Set<String> values, Boolean empty) {}

  /** Every field of a child that the value depends on, in the order of their names. */
  public Set<String> fields() {
    Set<String> fields = new TreeSet<>(measure.fields());
    where.forEach(condition -> fields.add(condition.field()));
    return fields;
  }
}
