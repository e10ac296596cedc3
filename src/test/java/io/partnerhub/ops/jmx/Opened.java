package io.partnerhub.ops.jmx;

/** Values as a JMX client gets them, for tests elsewhere. */
public final class Opened {

  private Opened() {}

  public static Object of(Object value) {
    return OpenForm.of(value.getClass()).open(value);
  }
}
