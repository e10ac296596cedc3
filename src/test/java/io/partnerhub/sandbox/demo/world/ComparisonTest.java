package io.partnerhub.sandbox.demo.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.Simulators;
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

  @Test
  void a_key_that_one_side_lacks_or_has_twice_is_named() {
    Records records = records(Map.of("Partner_Code__c", "ALFKI", "Name", "Alfreds"));
    records.tracker().add(Map.of("Code", "BERGS", "Company", "Berglunds"));
    records.tracker().add(Map.of("Code", "bergs ", "Company", "Berglunds"));
    records.tracker().add(Map.of("Company", "Nobody"));

    Comparison comparison = Comparison.of(records);

    assertThat(comparison.missing())
        .isEqualTo(Map.of(SystemName.SALESFORCE, Set.of(), SystemName.SMARTSHEET, Set.of("ALFKI")));
    assertThat(comparison.twice()).containsExactly("BERGS");
    assertThat(comparison.withoutKey()).hasSize(1);
  }

  private Comparison compare(Map<String, Object> account, Map<String, Object> row) {
    Records records = records(account);
    records.tracker().add(row);
    return Comparison.of(records);
  }

  private Records records(Map<String, Object> account) {
    Records records = MorningSystems.empty(simulators).partners();
    records.salesforce().add(account);
    return records;
  }
}
