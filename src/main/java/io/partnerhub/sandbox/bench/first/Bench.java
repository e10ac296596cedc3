package io.partnerhub.sandbox.bench.first;

import io.partnerhub.cli.ExitCode;
import io.partnerhub.sandbox.BenchCommand;
import io.partnerhub.sandbox.bench.measure.FreshJava;
import io.partnerhub.sandbox.bench.measure.Machine;
import io.partnerhub.sandbox.bench.measure.PreparedClasses;
import io.partnerhub.sandbox.bench.measure.Progress;
import io.partnerhub.sandbox.bench.measure.RunDirectory;
import io.partnerhub.sandbox.bench.world.Size;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Measures one size after the other, each beside its baseline; one of them once more with calls
 * that take as long as they do to a service elsewhere.
 */
public final class Bench implements BenchCommand.Benchmark {

  /** Both clients meet simulators whose code Java has compiled already. */
  private static final Size WARM_UP = new Size(10_000);

  private static final Duration ELSEWHERE = Duration.ofMillis(100);

  @Override
  public ExitCode measure(List<Integer> sizes, Optional<Path> file, PrintWriter out)
      throws Exception {
    Progress progress = new Progress(out, WARM_UP);
    PreparedClasses.make(progress);
    progress.say("warming the simulators up with the plain client");
    Baseline.measure(WARM_UP, Duration.ZERO);
    List<Run> runs = new ArrayList<>();
    for (int partners : sizes) {
      runs.add(measure(new Size(partners), Duration.ZERO, out));
    }
    if (sizes.contains(Promises.MIDDLE)) {
      runs.add(measure(new Size(Promises.MIDDLE), ELSEWHERE, out));
    }
    return new Report(Machine.here(), FreshJava.HEAP, runs, Promises.of(runs)).report(out, file);
  }

  private static Run measure(Size size, Duration aCall, PrintWriter out) throws Exception {
    Progress progress = new Progress(out, size);
    progress.say("the plain client" + Run.withCallsOf(aCall.toMillis()));
    Baseline baseline = Baseline.measure(size, aCall);
    return RunDirectory.with(
        directory -> Measurement.of(size, aCall, directory, baseline, progress));
  }
}
