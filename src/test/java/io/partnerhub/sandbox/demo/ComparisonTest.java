package io.partnerhub.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.mapping.MappingFile;
import io.partnerhub.sandbox.Simulators;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private final Simulators simulators = Simulators.start(Simulators.Ports.FREE, 1);

  @AfterEach
  void stop() {
    simulators.close();
  }

  @Test
  void values_in_other_formats_are_in_step() {
    Comparison comparison =
        compare(
            Map.of("Partner_Code__c", "ALFKI", "Name", "Alfreds", "Phone", "(5) 555-4729"),
            Map.of("Code", " alfki", "Company", "Alfreds ", "Phone", "5.555.4729"));

    assertThat(comparison.inStep()).containsExactly("ALFKI");
  }

  @Test
  void a_field_that_differs_is_named() {
    Comparison comparison =
        compare(
            Map.of("Partner_Code__c", "ALFKI", "Name", "Alfreds", "BillingCity", "Berlin"),
            Map.of("Code", "ALFKI", "Company", "Alfreds", "City", "Bern"));

    assertThat(comparison.inStep()).isEmpty();
    assertThat(comparison.differing()).isEqualTo(Map.of("ALFKI", Set.of("city")));
  }

  @Test
  void a_cell_that_says_it_was_cut_is_in_step_with_the_whole_text() {
    Comparison comparison =
        compare(
            Map.of("Partner_Code__c", "ALFKI", "Name", "Alfreds", "Notes__c", "x".repeat(5_000)),
            Map.of(
                "Code",
                "ALFKI",
                "Company",
                "Alfreds",
                "Notes",
                "x".repeat(3_900) + "… [cut: 5000 characters in all]"));

    assertThat(comparison.inStep()).containsExactly("ALFKI");
  }

  @Test
  void a_cell_that_is_another_text_cut_differs() {
    Comparison comparison =
        compare(
            Map.of("Partner_Code__c", "ALFKI", "Name", "Alfreds", "Notes__c", "x".repeat(5_000)),
            Map.of(
                "Code",
                "ALFKI",
                "Company",
                "Alfreds",
                "Notes",
                "y".repeat(3_900) + "… [cut: 5000 characters in all]"));

    assertThat(comparison.differing()).isEqualTo(Map.of("ALFKI", Set.of("notes")));
  }

  private Comparison compare(Map<String, Object> account, Map<String, Object> row) {
    return Comparison.of(
        Systems.fill(
            simulators,
            MappingFile.load(Path.of("mappings/partner.yaml"), Map.of("partner", "1")),
            List.of(account),
            List.of(row)));
  }
}
