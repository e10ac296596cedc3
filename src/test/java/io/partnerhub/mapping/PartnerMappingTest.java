package io.partnerhub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PartnerMappingTest {

  private final Mapping mapping =
      MappingFile.load(
          Path.of("deploy/examples/partner-alone/partner.yaml"), Map.of("partner", "4711"));

  @Test
  void the_partner_mapping_has_no_faults_and_names_both_places() {
    assertThat(mapping.type()).hasToString("partner");
    assertThat(mapping.side(SystemName.SALESFORCE))
        .isEqualTo(
            new Side(
                SystemName.SALESFORCE,
                new Placement.One("Account"),
                new DeleteRule.Mark("status", "Removed")));
    assertThat(mapping.side(SystemName.SMARTSHEET))
        .isEqualTo(
            new Side(SystemName.SMARTSHEET, new Placement.One("4711"), new DeleteRule.Ignore()));
  }

  @Test
  void it_shows_every_kind_but_references() {
    assertThat(mapping.fields().stream().map(Field::kind).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(Kind.REFERENCE)));
  }

  @Test
  void a_field_knows_its_rule_names_and_limits() {
    Field notes = mapping.field("notes");

    assertThat(notes.rule()).isEqualTo(new FieldRule.Latest());
    assertThat(notes.names())
        .isEqualTo(Map.of(SystemName.SALESFORCE, "Notes__c", SystemName.SMARTSHEET, "Notes"));
    assertThat(notes.max()).isEqualTo(32000);
    assertThat(notes.shortenedTo()).isEqualTo(Map.of(SystemName.SMARTSHEET, 4000));
    assertThat(mapping.field("region").rule())
        .isEqualTo(new FieldRule.Prefer(SystemName.SALESFORCE));
  }

  @Test
  void the_example_by_region_has_the_same_fields_in_other_places() {
    Mapping byRegion =
        MappingFile.load(
            Path.of("deploy/examples/partner-by-region.yaml"),
            Map.of("partner.europe", "1", "partner.americas", "2", "partner.rest", "3"));

    assertThat(byRegion.fields())
        .usingRecursiveComparison()
        .ignoringFields("line")
        .isEqualTo(mapping.fields());
    Placement placement = byRegion.side(SystemName.SMARTSHEET).placement();
    assertThat(placement.locations()).containsExactly("1", "2", "3");
    assertThat(placement.locationOf(Values.of(Map.of("region", "South America")))).hasValue("2");
    assertThat(placement.locationOf(Values.none())).hasValue("3");
  }
}
