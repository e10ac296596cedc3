package io.partnerhub.sandbox.bench.measure;

import java.io.PrintWriter;
import java.util.List;

/**
 * What was promised, and what was measured.
 *
 * @param measured in words; the worst one where several were
 */
public record Target(String promise, String measured, boolean met) {

  private static final double MOST_WRITES = 1.05;
  private static final double MOST_QUIET_CALLS = 2;

  /**
   * Of write calls.
   *
   * @param stage what the promise begins with
   * @param worst writes for each write of the floor
   */
  public static Target writes(String stage, double worst) {
    return new Target(
        stage + "write calls at most 1.05 x the floor",
        "%.2f x at most".formatted(worst),
        worst <= MOST_WRITES);
  }

  /** A hub that needed more would have ended the bench. */
  public static Target heap(int most) {
    return new Target("works with " + FreshJava.HEAP, "%d MB live at most".formatted(most), true);
  }

  /**
   * Of a quiet cycle.
   *
   * @param most calls in any system
   */
  public static Target quiet(double most) {
    return new Target(
        "a quiet cycle costs at most 2 calls a system",
        "%.1f at most".formatted(most),
        most <= MOST_QUIET_CALLS);
  }

  /** A line for each. */
  public static void print(PrintWriter out, List<Target> targets) {
    targets.forEach(
        target ->
            out.printf(
                "%s  %s: %s%n",
                target.met() ? "met   " : "MISSED", target.promise(), target.measured()));
  }
}
