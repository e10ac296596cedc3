package io.partnerhub.sandbox.demo.data;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;

/**
 * The cells of one line by their column.
 *
 * @param columns their names, in the order of the cells
 */
record Cells(List<String> columns, List<String> cells) {

  /** How the files write a day. */
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS")
          .withResolverStyle(ResolverStyle.STRICT);

  /** A text; null when it is empty. */
  String text(String column) {
    return cells.get(columns.indexOf(column));
  }

  String required(String column) {
    String text = text(column);
    if (text == null) {
      throw new IllegalArgumentException(column + " must not be empty");
    }
    return text;
  }

  /** A day; null when it is empty. */
  LocalDate day(String column) {
    String text = text(column);
    try {
      return text == null ? null : LocalDateTime.parse(text, DAY).toLocalDate();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "%s \"%s\" is no day such as 1998-05-06 00:00:00.000".formatted(column, text), e);
    }
  }

  LocalDate requiredDay(String column) {
    required(column);
    return day(column);
  }

  BigDecimal amount(String column) {
    try {
      return new BigDecimal(required(column));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s \"%s\" is no number".formatted(column, text(column)), e);
    }
  }

  int count(String column) {
    try {
      return amount(column).intValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "%s \"%s\" is no whole number".formatted(column, text(column)), e);
    }
  }
}
