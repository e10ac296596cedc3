package io.partnerhub.sandbox.bench.measure;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What options that count take. */
public final class Bounds {

  private Bounds() {}

  /**
   * Takes numbers from 1 on.
   *
   * @throws ParameterException for any other; it says what is taken
   */
  public static void check(CommandSpec spec, String option, int number, int most) {
    if (number < 1 || number > most) {
      throw new ParameterException(
          spec.commandLine(),
          "%s takes a number from 1 to %d, and was given %d".formatted(option, most, number));
    }
  }
}
