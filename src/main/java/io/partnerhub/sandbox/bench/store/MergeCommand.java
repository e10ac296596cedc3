package io.partnerhub.sandbox.bench.store;

import static io.partnerhub.model.SystemName.SALESFORCE;

import io.partnerhub.cli.ExitCode;
import io.partnerhub.mapping.Conversion;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.MappingFile;
import io.partnerhub.sandbox.MadeUpPartners;
import io.partnerhub.sandbox.bench.measure.Bounds;
import io.partnerhub.sandbox.bench.measure.Machine;
import io.partnerhub.sandbox.bench.world.BenchMapping;
import io.partnerhub.sync.Observation;
import io.partnerhub.sync.read.Intake;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "merge",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures the merge alone: observations a second into a store, no systems, no HTTP.",
      "Exit code 1 when it is slower than it should be."
    })
public final class MergeCommand implements Callable<ExitCode> {

  private static final int MOST_PARTNERS = 1_000_000;
  private static final double LEAST_A_SECOND = 5_000;

  /** Java has compiled the code by then. */
  private static final int WARM_UP = 4_000;

  private static final String EDITED = "one field edited";

  @Spec private CommandSpec spec;

  @Option(
      names = "--partners",
      paramLabel = "N",
      defaultValue = "20000",
      description = "How many partners are observed; default ${DEFAULT-VALUE}.")
  private int partners;

  @Override
  public ExitCode call() throws IOException {
    Bounds.check(spec, "--partners", partners, MOST_PARTNERS);
    PrintWriter out = spec.commandLine().getOut();
    out.printf("Measured on %s.%n", Machine.here());
    Mapping mapping = MappingFile.load(BenchMapping.published(), Map.of("partner", "1"));
    measure(mapping, Math.min(WARM_UP, partners));
    Map<String, Double> perSecond = measure(mapping, partners);
    perSecond.forEach(
        (what, number) ->
            out.printf("%-16s  %,9d observations  %,9.0f a second%n", what, partners, number));
    double slowest = Collections.min(perSecond.values());
    boolean met = slowest >= LEAST_A_SECOND;
    out.printf(
        "%s  at least %,.0f observations a second: %,.0f%n",
        met ? "met   " : "MISSED", LEAST_A_SECOND, slowest);
    out.flush();
    return met ? ExitCode.OK : ExitCode.CHECK_FAILED;
  }

  /** Observations a second, by what they show. */
  private static Map<String, Double> measure(Mapping mapping, int count) throws IOException {
    Map<String, Double> perSecond = new LinkedHashMap<>();
    try (StoreAlone alone = StoreAlone.start()) {
      Intake intake = alone.intake(mapping);
      alone.complete(intake, mapping, SALESFORCE);
      Set<String> ids = new HashSet<>();
      for (String what : List.of("first contact", "unchanged", EDITED)) {
        List<Observation> rows = rows(alone, mapping, count, what.equals(EDITED));
        perSecond.put(what, count / alone.merge(intake, SALESFORCE, rows));
        ids.addAll(rows.stream().map(row -> row.id().id()).toList());
      }
      perSecond.put("swept", count / alone.sweep(intake, mapping, SALESFORCE, ids));
    }
    return perSecond;
  }

  private static List<Observation> rows(
      StoreAlone alone, Mapping mapping, int count, boolean edited) {
    List<Observation> rows = new ArrayList<>();
    for (Map<String, Object> account : MadeUpPartners.accounts(1, count)) {
      if (edited) {
        account.put("BillingCity", "Elsewhere");
      }
      rows.add(
          alone.row(
              mapping,
              SALESFORCE,
              "id-" + account.get("Partner_Code__c"),
              Conversion.toCanonical(mapping, SALESFORCE, account).values().asMap()));
    }
    return rows;
  }
}
