package io.partnerhub.sandbox.bench.first;

import io.partnerhub.sandbox.bench.measure.Calls;
import io.partnerhub.sandbox.bench.measure.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was promised of first syncs and changes of partners. */
final class Promises {

  /** Partners for whom the time is compared with the baseline's. */
  static final int MIDDLE = 10_000;

  private static final double MOST_TIME = 2;
  private static final double MOST_GROWTH = 12;
  private static final double LATEST_POLL = 5;
  private static final int LARGE = 100_000;

  private Promises() {}

  /** Those that these runs can tell about. */
  static List<Target> of(List<Run> runs) {
    List<Target> targets = new ArrayList<>();
    targets.add(writes(runs));
    runs.stream().filter(run -> run.partners() == MIDDLE).forEach(run -> targets.addAll(time(run)));
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
    return Target.writes("", worst);
  }

  private static List<Target> time(Run run) {
    return List.of(run.first(), run.change()).stream()
        .map(
            stage ->
                new Target(
                    "%s of %s in at most 2 x the baseline".formatted(stage.name(), run.name()),
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
    return Target.heap(
        runs.stream().mapToInt(run -> run.heap().liveMegabytes()).max().orElseThrow());
  }

  private static Target quiet(List<Run> runs) {
    double most =
        runs.stream()
            .map(Run::quiet)
            .mapToDouble(quiet -> Math.max(quiet.salesforce(), quiet.smartsheet()))
            .max()
            .orElseThrow();
    return Target.quiet(most);
  }

  private static Target start(List<Run> runs) {
    double latest = runs.stream().mapToDouble(Run::secondsToFirstPoll).max().orElseThrow();
    return new Target(
        "first poll at most 5 s after the start",
        "%.1f s at most".formatted(latest),
        latest <= LATEST_POLL);
  }

  private static Optional<Run> of(List<Run> runs, int partners) {
    return runs.stream().filter(run -> run.partners() == partners && run.isNear()).findFirst();
  }
}
