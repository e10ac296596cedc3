package io.partnerhub.sandbox.salesforce;

import io.partnerhub.sandbox.salesforce.soql.Condition.Operator;
import io.partnerhub.sandbox.salesforce.soql.Literal;
import java.time.Instant;
import java.time.chrono.ChronoLocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** How SOQL compares a field's value: texts without regard to case, null with nothing but null. */
final class Comparison {

  private Comparison() {}

  /**
   * A test of a field's value.
   *
   * @throws ApiError when the field cannot be compared in that way
   */
  static Predicate<Object> of(Field field, Operator operator, Literal literal) {
    checkFilterable(field);
    if (isNull(field, literal)) {
      return nullTest(field, operator);
    }
    checkOperator(field, operator);
    if (operator == Operator.LIKE) {
      LikePattern pattern = LikePattern.of(((Literal.Text) literal).value());
      return v -> v != null && pattern.matches((String) v);
    }
    Object operand = Operand.of(field, literal);
    Comparator<Object> order = order(field);
    return switch (operator) {
      case EQUAL -> v -> v != null && order.compare(v, operand) == 0;
      case NOT_EQUAL -> v -> v == null || order.compare(v, operand) != 0;
      case LESS -> v -> v != null && order.compare(v, operand) < 0;
      case GREATER -> v -> v != null && order.compare(v, operand) > 0;
      case AT_MOST -> v -> v != null && order.compare(v, operand) <= 0;
      case AT_LEAST -> v -> v != null && order.compare(v, operand) >= 0;
      case LIKE -> throw new IllegalStateException("handled above");
    };
  }

  /** A test whether a field's value is in a list. */
  static Predicate<Object> in(Field field, List<Literal> literals) {
    checkFilterable(field);
    Set<Object> operands = new TreeSet<>(order(field));
    boolean orNull = false;
    for (Literal literal : literals) {
      if (isNull(field, literal)) {
        orNull = true;
      } else {
        operands.add(Operand.of(field, literal));
      }
    }
    boolean matchesNull = orNull;
    return v -> v == null ? matchesNull : operands.contains(v);
  }

  /** The order of a field's values, neither of them null. */
  static Comparator<Object> order(Field field) {
    return switch (field.kind()) {
      case TEXT -> (a, b) -> String.CASE_INSENSITIVE_ORDER.compare((String) a, (String) b);
      case NUMBER -> natural(Double.class);
      case BOOLEAN -> natural(Boolean.class);
      case ID -> natural(String.class);
      case DATE -> natural(ChronoLocalDate.class);
      case DATETIME -> natural(Instant.class);
    };
  }

  private static <T extends Comparable<? super T>> Comparator<Object> natural(Class<T> type) {
    return (a, b) -> type.cast(a).compareTo(type.cast(b));
  }

  private static boolean isNull(Field field, Literal literal) {
    return literal instanceof Literal.Null
        || field.kind() == FieldType.Kind.TEXT && literal.equals(new Literal.Text(""));
  }

  private static Predicate<Object> nullTest(Field field, Operator operator) {
    return switch (operator) {
      case EQUAL -> Objects::isNull;
      case NOT_EQUAL -> Objects::nonNull;
      default -> throw badOperator(field);
    };
  }

  private static void checkFilterable(Field field) {
    if (!field.isFilterable()) {
      throw new ApiError(
          400, "INVALID_FIELD", "field '" + field.name() + "' can not be filtered in a query call");
    }
  }

  private static void checkOperator(Field field, Operator operator) {
    boolean equality = operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
    boolean equalityOnly =
        field.type() == FieldType.MULTIPICKLIST || field.kind() == FieldType.Kind.BOOLEAN;
    boolean like = operator == Operator.LIKE;
    if (equalityOnly && !equality || like && field.kind() != FieldType.Kind.TEXT) {
      throw badOperator(field);
    }
  }

  private static ApiError badOperator(Field field) {
    return new ApiError(
        400,
        "INVALID_QUERY_FILTER_OPERATOR",
        "invalid operator on " + field.type().apiName() + " field " + field.name());
  }
}
