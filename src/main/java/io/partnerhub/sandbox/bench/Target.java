package io.partnerhub.sandbox.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was promised, and what was measured.
 *
 * @param measured in words; the worst one where several were
 */
record Target(String promise, String measured, boolean met) {

  private static final double MOST_WRITES = 1.05;
  private static final double MOST_TIME = 2;
  private static final double MOST_GROWTH = 12;
  private static final double MOST_QUIET_CALLS = 2;
  private static final double LATEST_POLL = 5;
  private static final int MIDDLE = 10_000;
  private static final int LARGE = 100_000;

  /** Those that these runs can tell about. */
  static List<Target> of(List<Run> runs) {
    List<Target> targets = new ArrayList<>();
    targets.add(writes(runs));
    of(runs, MIDDLE).ifPresent(run -> targets.addAll(time(run)));
    of(runs, MIDDLE)
        .ifPresent(small -> of(runs, LARGE).ifPresent(run -> targets.addAll(growth(small, run))));
    targets.add(heap(runs));
    targets.add(quiet(runs));
    targets.add(start(runs));
    return targets;
  }

  private static Target writes(List<Run> runs) {
    double worst =
        runs.stream()
            .flatMap(run -> List.of(run.first(), run.change()).stream())
            .flatMap(stage -> List.of(stage.salesforce(), stage.smartsheet()).stream())
            .mapToDouble(Calls::ratio)
            .max()
            .orElseThrow();
    return writes("", worst);
  }

  /**
   * Of write calls.
   *
   * @param stage what the promise begins with
   * @param worst writes for each write of the floor
   */
  static Target writes(String stage, double worst) {
    return new Target(
        stage + "write calls at most 1.05 x the floor",
        "%.2f x at most".formatted(worst),
        worst <= MOST_WRITES);
  }

  private static List<Target> time(Run run) {
    return List.of(run.first(), run.change()).stream()
        .map(
            stage ->
                new Target(
                    stage.name() + " of 10,000 in at most 2 x the baseline",
                    "%.2f x".formatted(stage.ratio()),
                    stage.ratio() <= MOST_TIME))
        .toList();
  }

  private static List<Target> growth(Run small, Run large) {
    return List.of(growth(small.first(), large.first()), growth(small.change(), large.change()));
  }

  private static Target growth(Stage small, Stage large) {
    double growth = large.seconds() / small.seconds();
    return new Target(
        small.name() + " of 100,000 in at most 12 x the time of 10,000",
        "%.1f x".formatted(growth),
        growth <= MOST_GROWTH);
  }

  private static Target heap(List<Run> runs) {
    return heap(runs.stream().mapToInt(run -> run.heap().liveMegabytes()).max().orElseThrow());
  }

  /** A hub that needed more would have ended the bench. */
  static Target heap(int most) {
    return new Target("works with " + FreshJava.HEAP, "%d MB live at most".formatted(most), true);
  }

  private static Target quiet(List<Run> runs) {
    double most =
        runs.stream()
            .map(Run::quiet)
            .mapToDouble(quiet -> Math.max(quiet.salesforce(), quiet.smartsheet()))
            .max()
            .orElseThrow();
    return quiet(most);
  }

  /**
   * Of a quiet cycle.
   *
   * @param most calls in any system
   */
  static Target quiet(double most) {
    return new Target(
        "a quiet cycle costs at most 2 calls a system",
        "%.1f at most".formatted(most),
        most <= MOST_QUIET_CALLS);
  }

  private static Target start(List<Run> runs) {
    double latest = runs.stream().mapToDouble(Run::secondsToFirstPoll).max().orElseThrow();
    return new Target(
        "first poll at most 5 s after the start",
        "%.1f s at most".formatted(latest),
        latest <= LATEST_POLL);
  }

  /** A line for each. */
  static void print(PrintWriter out, List<Target> targets) {
    targets.forEach(
        target ->
            out.printf(
                "%s  %s: %s%n",
                target.met() ? "met   " : "MISSED", target.promise(), target.measured()));
  }

  private static Optional<Run> of(List<Run> runs, int partners) {
    return runs.stream().filter(run -> run.partners() == partners).findFirst();
  }
}
