package io.partnerhub.cli;

/** A hub that runs, as commands reach it: by its MBeans {@code io.partnerhub:type=…}. */
public interface RunningHub extends AutoCloseable {

  /** The value of an attribute, in an open type. */
  Object attribute(String mbean, String attribute);

  /**
   * What an operation gives, in an open type.
   *
   * @param arguments texts, some of which may be null; and numbers: Integer or Long
   * @throws CommandFailure when the hub refuses, with its words
   */
  Object invoke(String mbean, String operation, Object... arguments);

  @Override
  void close();
}
