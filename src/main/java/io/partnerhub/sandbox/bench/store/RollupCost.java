package io.partnerhub.sandbox.bench.store;

import static io.partnerhub.model.SystemName.SALESFORCE;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.MappingFile;
import io.partnerhub.mapping.MappingSet;
import io.partnerhub.sandbox.bench.measure.RunDirectory;
import io.partnerhub.sandbox.bench.measure.Seconds;
import io.partnerhub.sync.Observation;
import io.partnerhub.sync.kin.Derive;
import io.partnerhub.sync.read.Intake;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What one changed child costs.
 *
 * @param changed children of as many partners, changed together
 * @param mergeMicros microseconds a changed child to merge it and to mark its parent
 * @param rollupMicros microseconds a changed child to work its parent's fields out and store them
 */
record RollupCost(
    int partners, int children, int changed, double mergeMicros, double rollupMicros) {

  private static final int CHILDREN = 4;
  private static final int CHANGED = 1_000;
  private static final int ROUNDS = 7;
  private static final double MICROS = 1e6;

  /** Measures with so many partners, each with as many children; the median of some rounds. */
  static RollupCost with(int partners) throws IOException {
    MappingSet mappings =
        RunDirectory.with(
            directory ->
                MappingSet.of(
                    List.of(
                        copied("rollups-partner.yaml", directory),
                        copied("rollups-activation.yaml", directory))));
    try (StoreAlone alone = StoreAlone.start()) {
      return new Rounds(alone, mappings, partners).measure();
    }
  }

  private static MappingFile copied(String name, Path directory) throws IOException {
    Path file = directory.resolve(name);
    try (InputStream in = RollupCost.class.getResourceAsStream(name)) {
      Files.copy(in, file);
      return MappingFile.read(file, Map.of());
    }
  }

  /** One store, filled and then changed again and again. */
  private static final class Rounds {

    private final StoreAlone alone;
    private final int partners;
    private final Mapping children;
    private final Intake intake;
    private final Derive derive;

    Rounds(StoreAlone alone, MappingSet mappings, int partners) {
      this.alone = alone;
      this.partners = partners;
      Mapping parents = mappings.mappings().get(0);
      this.children = mappings.mappings().get(1);
      this.intake = alone.intake(children);
      this.derive = Derive.of(alone.store(), mappings).get(0);
      alone.complete(intake, children, SALESFORCE);
      alone.merge(
          alone.intake(parents),
          SALESFORCE,
          IntStream.range(0, partners)
              .mapToObj(i -> alone.row(parents, SALESFORCE, "a" + i, Map.of("code", code(i))))
              .toList());
      alone.merge(
          intake,
          SALESFORCE,
          IntStream.range(0, partners * CHILDREN).mapToObj(i -> child(i, 0)).toList());
      derived();
    }

    RollupCost measure() {
      int changed = Math.min(CHANGED, partners);
      double[] merges = new double[ROUNDS];
      double[] rollups = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        int units = round + 1;
        List<Observation> rows =
            IntStream.range(0, changed)
                .mapToObj(i -> child((int) ((long) i * partners / changed) * CHILDREN, units))
                .toList();
        merges[round] = alone.merge(intake, SALESFORCE, rows);
        rollups[round] = derived();
      }
      return new RollupCost(
          partners,
          partners * CHILDREN,
          changed,
          median(merges) * MICROS / changed,
          median(rollups) * MICROS / changed);
    }

    private double derived() {
      long begin = System.nanoTime();
      boolean more = true;
      while (more) {
        more = derive.once();
      }
      return Seconds.since(begin);
    }

    private Observation child(int number, int units) {
      Map<String, String> values = new TreeMap<>();
      values.put("number", "N" + number);
      values.put("partner", code(number / CHILDREN));
      values.put("status", number % 2 == 0 ? "Activated" : "Requested");
      values.put("units", "" + units);
      values.put("activatedOn", "2026-03-%02d".formatted(1 + number % 28));
      return alone.row(children, SALESFORCE, "c" + number, values);
    }

    private static String code(int number) {
      return "P%06d".formatted(number);
    }

    private static double median(double[] seconds) {
      Arrays.sort(seconds);
      return seconds[seconds.length / 2];
    }
  }
}
