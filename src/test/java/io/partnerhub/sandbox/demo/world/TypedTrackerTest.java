package io.partnerhub.sandbox.demo.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.mapping.Field;
import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.Simulators;
import io.partnerhub.sandbox.demo.data.Morning;
import io.partnerhub.sandbox.demo.data.TypedTracker;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTrackerTest {

  private static final long SEED = 1;

  @Test
  void the_same_seed_types_the_same_rows() {
    assertThat(morning(SEED).partners()).isEqualTo(morning(SEED).partners());
  }

  @Test
  void another_seed_types_other_rows() {
    assertThat(morning(2).partners().rows()).isNotEqualTo(morning(SEED).partners().rows());
  }

  @Test
  void it_has_60_partners_a_double_a_row_without_a_code_and_3_strangers() {
    Morning morning = morning(SEED);
    TypedTracker typed = morning.partners();

    assertThat(typed.rows()).hasSize(60 + 1 + 1 + 3);
    assertThat(typed.unknown()).containsExactly("NORDL", "PACIF", "SERRA");
    try (Simulators simulators = Simulators.start(Simulators.Ports.FREE, SEED)) {
      Comparison before = Comparison.of(MorningSystems.filled(simulators, morning).partners());

      assertThat(before.twice()).containsExactly(typed.twice());
      assertThat(before.withoutKey()).hasSize(1);
      assertThat(before.missing().get(SystemName.SALESFORCE)).isEqualTo(typed.unknown());
      assertThat(before.missing().get(SystemName.SMARTSHEET)).hasSize(91 - 60);
      assertThat(before.differing()).containsKeys(typed.disputed().keySet().toArray(String[]::new));
    }
  }

  @Test
  void people_type_codes_in_any_case_and_with_blanks() {
    List<Object> codes =
        morning(SEED).partners().rows().stream().map(row -> row.get("Code")).toList();

    assertThat(codes)
        .filteredOn(code -> code != null && code.toString().matches("[a-z]{5}"))
        .isNotEmpty();
    assertThat(codes)
        .filteredOn(code -> code != null && !code.equals(code.toString().strip()))
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void only_the_disputed_cells_the_names_and_a_region_mean_something_else(long seed) {
    Morning morning = morning(seed);
    TypedTracker typed = morning.partners();
    try (Simulators simulators = Simulators.start(Simulators.Ports.FREE, seed)) {
      Records partners = MorningSystems.filled(simulators, morning).partners();

      Map<String, Long> contradictions =
          partners.tracker().all().stream()
              .filter(row -> row.key() != null && !row.key().equals(typed.twice()))
              .filter(row -> partners.salesforce().find(row.key()).isPresent())
              .flatMap(
                  row ->
                      contradictions(
                          partners, partners.salesforce().find(row.key()).orElseThrow(), row))
              .collect(Collectors.groupingBy(field -> field, Collectors.counting()));

      assertThat(contradictions)
          .isEqualTo(Map.of("name", 3L, "contact", 1L, "email", 1L, "status", 1L, "region", 1L));
    }
  }

  /** Fields in which both say something, and not the same. */
  private static Stream<String> contradictions(Records partners, Copy account, Copy row) {
    return partners.mapping().fields().stream()
        .map(Field::name)
        .filter(field -> account.values().get(field) != null && row.values().get(field) != null)
        .filter(field -> !account.values().get(field).equals(row.values().get(field)));
  }

  private static Morning morning(long seed) {
    return Morning.of(LocalDate.of(2026, 3, 5), seed);
  }
}
