package io.partnerhub;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The direction of the packages, as the layout in README.md draws it. */
@AnalyzeClasses(packages = "io.partnerhub", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final int LONGEST_SOURCE_LINES = 250;

  private static final String ROOT = "io.partnerhub";
  private static final String MODEL = "io.partnerhub.model..";
  private static final String MAPPING = "io.partnerhub.mapping..";
  private static final String SYNC = "io.partnerhub.sync..";
  private static final String WORDS = "io.partnerhub.sync";
  private static final String SYNC_SYSTEM = "io.partnerhub.sync.system..";
  private static final String SYNC_MERGE = "io.partnerhub.sync.merge..";
  private static final String SYNC_STORE = "io.partnerhub.sync.store..";
  private static final String SYNC_KIN = "io.partnerhub.sync.kin..";
  private static final String SYNC_HELD = "io.partnerhub.sync.held..";
  private static final String SYNC_LETTER = "io.partnerhub.sync.letter..";
  private static final String SYNC_READ = "io.partnerhub.sync.read..";
  private static final String SYNC_WRITE = "io.partnerhub.sync.write..";
  private static final String LEDGER = "io.partnerhub.ledger..";
  private static final String DEADLETTER = "io.partnerhub.deadletter..";
  private static final String JMX = "io.partnerhub.ops.jmx..";
  private static final String JOLOKIA = "io.partnerhub.ops.jolokia..";
  private static final String STEP = "io.partnerhub.step..";
  private static final String OPS = "io.partnerhub.ops..";
  private static final String STORE = "io.partnerhub.store..";
  private static final String INTAKE = "io.partnerhub.intake..";
  private static final String CONNECTOR = "io.partnerhub.connector..";
  private static final String SANDBOX = "io.partnerhub.sandbox..";
  private static final String BENCH = "io.partnerhub.sandbox.bench..";
  private static final String BENCH_WORLD = "io.partnerhub.sandbox.bench.world..";
  private static final String BENCH_MEASURE = "io.partnerhub.sandbox.bench.measure..";
  private static final String CLI = "io.partnerhub.cli..";
  private static final String OURS = "io.partnerhub..";

  @ArchTest static final ArchRule model_depends_on_nothing_of_ours = sees(MODEL);
  @ArchTest static final ArchRule mapping_sees_the_model = sees(MAPPING, MODEL);
  @ArchTest static final ArchRule sync_sees_model_and_mapping = sees(SYNC, MODEL, MAPPING);

  @ArchTest
  static final ArchRule the_words_of_sync_see_none_of_its_rooms = sees(WORDS, MODEL, MAPPING);

  @ArchTest
  static final ArchRule what_systems_tell_is_said_in_words_alone =
      sees(SYNC_SYSTEM, MODEL, MAPPING, WORDS);

  @ArchTest
  static final ArchRule the_merge_sees_words_alone = sees(SYNC_MERGE, MODEL, MAPPING, WORDS);

  @ArchTest
  static final ArchRule the_stores_contract_sees_what_is_decided_and_how_far_was_read =
      sees(SYNC_STORE, MODEL, MAPPING, WORDS, SYNC_SYSTEM, SYNC_MERGE);

  @ArchTest
  static final ArchRule kin_see_merge_and_store =
      sees(SYNC_KIN, MODEL, MAPPING, WORDS, SYNC_MERGE, SYNC_STORE);

  @ArchTest
  static final ArchRule what_is_held_sees_merge_and_store =
      sees(SYNC_HELD, MODEL, MAPPING, WORDS, SYNC_MERGE, SYNC_STORE);

  @ArchTest
  static final ArchRule letters_see_systems_merge_and_store =
      sees(SYNC_LETTER, MODEL, MAPPING, WORDS, SYNC_SYSTEM, SYNC_MERGE, SYNC_STORE);

  @ArchTest
  static final ArchRule reading_knows_neither_writing_nor_letters =
      sees(
          SYNC_READ,
          MODEL,
          MAPPING,
          WORDS,
          SYNC_SYSTEM,
          SYNC_MERGE,
          SYNC_STORE,
          SYNC_KIN,
          SYNC_HELD);

  @ArchTest
  static final ArchRule writing_sees_reading_but_nothing_that_people_decide =
      sees(
          SYNC_WRITE,
          MODEL,
          MAPPING,
          WORDS,
          SYNC_SYSTEM,
          SYNC_MERGE,
          SYNC_STORE,
          SYNC_KIN,
          SYNC_READ);

  @ArchTest
  static final ArchRule ledger_sees_model_mapping_and_sync = sees(LEDGER, MODEL, MAPPING, SYNC);

  @ArchTest
  static final ArchRule dead_letters_see_model_mapping_sync_and_ledger =
      sees(DEADLETTER, MODEL, MAPPING, SYNC, LEDGER);

  @ArchTest static final ArchRule jmx_itself_sees_nothing_of_ours = sees(JMX);

  @ArchTest
  static final ArchRule the_door_sees_model_and_what_systems_tell =
      sees(INTAKE, MODEL, SYNC_SYSTEM);

  @ArchTest
  static final ArchRule connectors_see_model_mapping_their_contract_and_the_doors =
      sees(CONNECTOR, MODEL, MAPPING, WORDS, SYNC_SYSTEM, INTAKE);

  @ArchTest
  static final ArchRule the_command_line_sees_only_that_systems_can_be_away =
      sees(CLI, SYNC_SYSTEM);

  @ArchTest
  static final ArchRule connectors_do_not_know_one_another =
      slices()
          .matching("io.partnerhub.connector.(*)..")
          .should()
          .notDependOnEachOther()
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule only_the_store_knows_sql =
      onlyIn(
          List.of(STORE, BENCH), // a bench makes in minutes what the hub writes in a year
          "java.sql..",
          "javax.sql..",
          "org.jdbi..",
          "org.postgresql..",
          "org.flywaydb..",
          "com.zaxxer.hikari..",
          "io.zonky..");

  @ArchTest
  static final ArchRule camel_stays_at_the_edges =
      onlyIn(List.of(STEP, OPS, CONNECTOR, ROOT), "org.apache.camel..");

  @ArchTest
  static final ArchRule only_the_doors_know_their_server =
      onlyIn(List.of(INTAKE, JOLOKIA), "io.vertx..");

  @ArchTest
  static final ArchRule only_its_door_knows_jolokia = onlyIn(List.of(JOLOKIA), "org.jolokia..");

  @ArchTest
  static final ArchRule only_the_sandbox_knows_wiremock =
      onlyIn(List.of(SANDBOX), "com.github.tomakehurst..", "org.wiremock..", "wiremock..");

  @ArchTest
  static final ArchRule only_the_command_line_knows_picocli =
      onlyIn(List.of(CLI, SANDBOX, ROOT), "picocli..");

  @ArchTest
  static final ArchRule production_does_not_know_the_sandbox =
      noClasses()
          .that(resideInAPackage(OURS).and(not(resideInAPackage(SANDBOX))))
          .should()
          .dependOnClassesThat(resideInAPackage(SANDBOX));

  @ArchTest
  static final ArchRule nothing_but_the_sandbox_depends_on_the_start_up =
      noClasses()
          .that(resideInAPackage(OURS).and(not(resideInAnyPackage(ROOT, SANDBOX))))
          .should()
          .dependOnClassesThat(resideInAPackage(ROOT));

  @ArchTest
  static final ArchRule benches_do_not_know_one_another =
      slices()
          .matching("io.partnerhub.sandbox.bench.(*)")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(
              resideInAPackage("io.partnerhub.sandbox.bench.."),
              resideInAnyPackage(BENCH_WORLD, BENCH_MEASURE));

  @ArchTest
  static final ArchRule measuring_knows_no_bench =
      noClasses()
          .that(resideInAnyPackage(BENCH_WORLD, BENCH_MEASURE))
          .should()
          .dependOnClassesThat(
              resideInAPackage(BENCH).and(not(resideInAnyPackage(BENCH_WORLD, BENCH_MEASURE))));

  @ArchTest
  static final ArchRule packages_form_no_cycle =
      slices().matching("io.partnerhub.(**)").should().beFreeOfCycles();

  @Test
  void a_source_file_is_short_enough_to_read() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      assertThat(
              sources
                  .filter(file -> file.toString().endsWith(".java"))
                  .filter(file -> lines(file) > LONGEST_SOURCE_LINES))
          .as("sources of more than %d lines: split them", LONGEST_SOURCE_LINES)
          .isEmpty();
    }
  }

  /** The package may depend on itself, on these of ours, and on any library. */
  private static ArchRule sees(String inside, String... others) {
    return noClasses()
        .that(resideInAPackage(inside))
        .should()
        .dependOnClassesThat(
            resideInAPackage(OURS)
                .and(not(resideInAPackage(inside)))
                .and(not(resideInAnyPackage(others))))
        .allowEmptyShould(true);
  }

  /** These libraries are known in these packages alone. */
  private static ArchRule onlyIn(List<String> packages, String... libraries) {
    return classes()
        .that(resideInAPackage(OURS).and(not(resideInAnyPackage(packages.toArray(String[]::new)))))
        .should()
        .onlyDependOnClassesThat(not(resideInAnyPackage(libraries)))
        .allowEmptyShould(true);
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
