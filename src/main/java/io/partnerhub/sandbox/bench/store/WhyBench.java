package io.partnerhub.sandbox.bench.store;

import io.partnerhub.cli.ExitCode;
import io.partnerhub.cli.UntilStopped;
import io.partnerhub.ledger.Why;
import io.partnerhub.mapping.MappingFile;
import io.partnerhub.mapping.MappingSet;
import io.partnerhub.sandbox.BenchWhyCommand;
import io.partnerhub.sandbox.bench.measure.Machine;
import io.partnerhub.sandbox.bench.measure.RunDirectory;
import io.partnerhub.sandbox.bench.measure.Seconds;
import io.partnerhub.sandbox.bench.world.BenchMapping;
import io.partnerhub.store.Database;
import io.partnerhub.store.MappedSystems;
import io.partnerhub.store.PostgresLedger;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Measures the answer to why, at some sizes of the ledger. */
public final class WhyBench implements BenchWhyCommand.Measurement {

  private static final double TARGET_MILLIS = 200;
  private static final int QUESTIONS = 200;
  private static final double MILLIS = 1_000;

  @Override
  public ExitCode measure(List<Long> sizes, PrintWriter out) throws Exception {
    out.println(Machine.here());
    boolean met = true;
    for (long entries : sizes) {
      Path directory = Files.createTempDirectory("partner-hub-bench-why");
      try (var store = UntilStopped.start(() -> Database.embedded(directory), Database::close)) {
        Database database = store.get();
        long began = System.nanoTime();
        new LongLedger(database).fill(entries);
        out.printf("%,d entries, made in %.0f s%n", entries, Seconds.since(began));
        out.flush();
        met &= measure(database, LongLedger.partners(entries), out);
      } finally {
        RunDirectory.remove(directory);
      }
    }
    out.printf("target: at most %.0f ms: %s%n", TARGET_MILLIS, met ? "met" : "missed");
    out.flush();
    return met ? ExitCode.OK : ExitCode.CHECK_FAILED;
  }

  private static boolean measure(Database database, int partners, PrintWriter out) {
    MappingSet mappings =
        MappingSet.of(List.of(MappingFile.read(BenchMapping.published(), Map.of("partner", "1"))));
    Why why = new Why(new PostgresLedger(database.dataSource(), MappedSystems.ANY), mappings);
    double first = millis(why, key(1 + partners / 2));
    Random random = new Random(1);
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < QUESTIONS; i++) {
      times.add(millis(why, key(2 + random.nextInt(partners - 1))));
    }
    Collections.sort(times);
    double busiest = millis(why, key(1));
    out.printf(
        "  first question %.0f ms; then median %.1f ms, 95 %% within %.1f ms, slowest %.1f ms;"
            + " the record with 10,000 entries of its own %.1f ms%n",
        first,
        times.get(QUESTIONS / 2),
        times.get(QUESTIONS * 95 / 100),
        times.get(QUESTIONS - 1),
        busiest);
    out.flush();
    return times.get(QUESTIONS - 1) <= TARGET_MILLIS && busiest <= TARGET_MILLIS;
  }

  private static String key(int partner) {
    return "P%06d".formatted(partner);
  }

  private static double millis(Why why, String key) {
    long began = System.nanoTime();
    int steps =
        why.of("partner", key, null).fields().stream().mapToInt(f -> f.steps().size()).sum();
    if (steps == 0) {
      throw new IllegalStateException("Nothing is known of " + key);
    }
    return Seconds.since(began) * MILLIS;
  }
}
