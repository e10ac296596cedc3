package io.partnerhub.sandbox.smartsheet;

import java.util.Locale;

/**
 * A workflow that rewrites what is written into a column.
 *
 * @param by null when it works within the write itself; else who changes it afterwards
 * @param delayMillis how long after the write
 */
record Automation(long columnId, Action action, String argument, Person by, long delayMillis) {

  /** What is done to the text: cut to a length, set in capitals, lengthened by a text. */
  enum Action {
    CUT,
    UPPERCASE,
    APPEND
  }

  boolean later() {
    return by != null;
  }

  boolean watches(Column column) {
    return column.id() == columnId;
  }

  /** The value it makes of this one; only text is rewritten. */
  CellValue apply(CellValue value) {
    return value instanceof CellValue.Text text ? new CellValue.Text(apply(text.text())) : value;
  }

  private String apply(String text) {
    return switch (action) {
      case CUT -> text.substring(0, Math.min(text.length(), Integer.parseInt(argument)));
      case UPPERCASE -> text.toUpperCase(Locale.ROOT);
      case APPEND -> text.endsWith(argument) ? text : text + argument;
    };
  }
}
