package io.partnerhub.sandbox.salesforce.soql;

import java.util.List;

/** A WHERE clause as a tree. */
public sealed interface Condition {

  /** How a field is compared. */
  enum Operator {
    EQUAL,
    NOT_EQUAL,
    LESS,
    GREATER,
    AT_MOST,
    AT_LEAST,
    LIKE
  }

  record And(List<Condition> parts) implements Condition {}

  record Or(List<Condition> parts) implements Condition {}

  record Not(Condition part) implements Condition {}

  /**
   * A field against a value.
   *
   * @param path field name, with its parents before it, separated by dots
   */
  record Compare(String path, Operator operator, Literal value) implements Condition {}

  /** A field against a list of at least one value. */
  record In(String path, boolean negated, List<Literal> values) implements Condition {}
}
