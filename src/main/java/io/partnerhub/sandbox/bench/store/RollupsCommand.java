package io.partnerhub.sandbox.bench.store;

import io.partnerhub.cli.ExitCode;
import io.partnerhub.sandbox.bench.measure.Machine;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "rollups",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures what one changed child costs its parent's roll-ups, with ever more parents.",
      "Works on a store alone: no systems, no HTTP. Exit code 1 when the cost grows."
    })
public final class RollupsCommand implements Callable<ExitCode> {

  private static final int MOST_PARTNERS = 1_000_000;

  /** The longest path through an index of a store 25 times as large is one page longer. */
  private static final double MOST_GROWTH = 1.5;

  /** Java has compiled the code by then. */
  private static final int WARM_UP = 300;

  @Spec private CommandSpec spec;

  @Option(
      names = "--sizes",
      paramLabel = "N",
      split = ",",
      defaultValue = "1000,5000,25000",
      description = "Numbers of partners; default ${DEFAULT-VALUE}.")
  private List<Integer> sizes;

  @Override
  public ExitCode call() throws IOException {
    if (!sizes.stream().allMatch(size -> size >= 1 && size <= MOST_PARTNERS)) {
      throw new ParameterException(
          spec.commandLine(),
          "--sizes takes numbers from 1 to %d, and was given %s".formatted(MOST_PARTNERS, sizes));
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf("Measured on %s.%n", Machine.here());
    out.printf(
        "%9s  %11s  %8s  %19s  %22s%n",
        "partners", "activations", "changed", "merge, us a change", "roll-ups, us a change");
    out.flush();
    RollupCost.with(Math.min(WARM_UP, Collections.max(sizes)));
    List<RollupCost> costs = new ArrayList<>();
    for (int partners : sizes) {
      RollupCost cost = RollupCost.with(partners);
      costs.add(cost);
      out.printf(
          "%,9d  %,11d  %,8d  %,19.0f  %,22.0f%n",
          cost.partners(),
          cost.children(),
          cost.changed(),
          cost.mergeMicros(),
          cost.rollupMicros());
      out.flush();
    }
    double growth = costs.get(costs.size() - 1).rollupMicros() / costs.get(0).rollupMicros();
    boolean flat = growth <= MOST_GROWTH;
    out.printf(
        "%s  roll-ups of a changed child at most %.1f x as dear with the most partners: %.2f x%n",
        flat ? "met   " : "MISSED", MOST_GROWTH, growth);
    out.flush();
    return flat ? ExitCode.OK : ExitCode.CHECK_FAILED;
  }
}
