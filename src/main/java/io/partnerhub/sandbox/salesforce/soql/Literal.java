package io.partnerhub.sandbox.salesforce.soql;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** A value as written in a query. */
public sealed interface Literal {

  /**
   * A quoted text.
   *
   * @param value without escapes; in a LIKE pattern {@code \_} and {@code \%} keep theirs
   */
  record Text(String value) implements Literal {}

  record Num(BigDecimal value) implements Literal {}

  record Bool(boolean value) implements Literal {}

  record Day(LocalDate value) implements Literal {}

  /** A moment in whole seconds: SOQL ignores what is finer. */
  record Moment(Instant value) implements Literal {}

  record Null() implements Literal {}
}
