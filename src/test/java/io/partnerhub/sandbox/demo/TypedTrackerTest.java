package io.partnerhub.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.MappingFile;
import io.partnerhub.sandbox.Simulators;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TypedTrackerTest {

  private static final long SEED = 1;

  private final List<Map<String, Object>> accounts =
      SeedAccounts.of(CustomerFile.northwind().customers());

  @Test
  void the_same_seed_types_the_same_rows() {
    assertThat(TypedTracker.of(accounts, SEED)).isEqualTo(TypedTracker.of(accounts, SEED));
  }

  @Test
  void another_seed_types_other_rows() {
    assertThat(TypedTracker.of(accounts, 2).rows())
        .isNotEqualTo(TypedTracker.of(accounts, SEED).rows());
  }

  @Test
  void it_has_60_partners_a_double_a_row_without_a_code_and_3_strangers() {
    TypedTracker typed = TypedTracker.of(accounts, SEED);

    assertThat(typed.rows()).hasSize(60 + 1 + 1 + 3);
    assertThat(typed.unknown()).containsExactly("NORDL", "PACIF", "SERRA");
    try (Simulators simulators = Simulators.start(0, 0, SEED)) {
      Comparison before =
          Comparison.of(Systems.fill(simulators, mapping(), accounts, typed.rows()));

      assertThat(before.twice()).containsExactly(typed.twice());
      assertThat(before.withoutCode()).hasSize(1);
      assertThat(before.onlyRow()).isEqualTo(typed.unknown());
      assertThat(before.onlyAccount()).hasSize(91 - 60);
      assertThat(before.differing()).containsKeys(typed.disputed().keySet().toArray(String[]::new));
    }
  }

  @Test
  void people_type_codes_in_any_case_and_with_blanks() {
    List<Object> codes =
        TypedTracker.of(accounts, SEED).rows().stream().map(row -> row.get("Code")).toList();

    assertThat(codes)
        .filteredOn(code -> code != null && code.toString().matches("[a-z]{5}"))
        .isNotEmpty();
    assertThat(codes)
        .filteredOn(code -> code != null && !code.equals(code.toString().strip()))
        .isNotEmpty();
  }

  private static Mapping mapping() {
    return MappingFile.load(Path.of("mappings/partner.yaml"), Map.of("partner", "1"));
  }
}
