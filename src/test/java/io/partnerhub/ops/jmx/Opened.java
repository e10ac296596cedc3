package io.partnerhub.ops.jmx;

import java.util.List;

/** Values as a JMX client gets them, for tests elsewhere. */
public final class Opened {

  private Opened() {}

  public static Object of(Object value) {
    return OpenForm.of(value.getClass()).open(value);
  }

  /** A list of records, which may be empty. */
  public static Object table(List<?> rows, Class<?> type) {
    return OpenForm.listOf(type).open(rows);
  }
}
