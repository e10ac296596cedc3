package io.partnerhub.mapping;

import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FieldReadingTest {

  private static final Map<SystemName, String> BOTH = Map.of(SALESFORCE, "F__c", SMARTSHEET, "F");

  private static Field field(Kind kind, int scale, boolean upperCase, Field.Choice... choices) {
    FieldRule rule = new FieldRule.Latest();
    return new Field(
        "f", kind, false, 255, upperCase, scale, rule, List.of(choices), null, BOTH, Map.of(), 1);
  }

  private static Field.Choice choice(String value, String inSalesforce, String... aliases) {
    return new Field.Choice(value, Set.of(aliases), Map.of(SALESFORCE, inSalesforce));
  }

  private static FieldReading reading(Field field) {
    Mapping mapping =
        new Mapping(
            new RecordType("partner"),
            "1",
            "f",
            List.of(field),
            Map.of(
                SALESFORCE,
                new Side(SALESFORCE, new Placement.One("Account"), new DeleteRule.Ignore())));
    return FieldReading.of(mapping, SALESFORCE, field);
  }

  @Test
  void numbers_are_rounded_again_and_never_taken_for_thousands() {
    assertThat(Conversion.again(field(Kind.NUMBER, 2, false), "1.125")).isEqualTo("1.13");
    assertThat(Conversion.again(field(Kind.NUMBER, 0, false), "12.5")).isEqualTo("13");
  }

  @Test
  void choices_are_known_by_an_alias_or_by_a_systems_name_for_them() {
    Field field = field(Kind.PICKLIST, 0, false, choice("live", "Aktiv", "active"));

    assertThat(Conversion.again(field, "active")).isEqualTo("live");
    assertThat(Conversion.again(field, "Aktiv")).isEqualTo("live");
  }

  @Test
  void what_is_no_value_now_or_may_be_one_of_two_stays_as_it_is() {
    Field field = field(Kind.PICKLIST, 0, false, choice("new", "old"), choice("old", "older"));

    assertThat(Conversion.again(field, "gone")).isEqualTo("gone");
    assertThat(Conversion.isValue(field, "gone")).isFalse();
    assertThat(Conversion.again(field, null)).isNull();
  }

  @Test
  void reading_again_what_was_read_again_changes_nothing() {
    Field field = field(Kind.TEXT, 0, true);

    assertThat(Conversion.again(field, "abc")).isEqualTo("ABC");
    assertThat(Conversion.again(field, "ABC")).isEqualTo("ABC");
  }

  @Test
  void a_reading_tells_of_what_a_value_means_and_not_of_whose_edit_counts() {
    FieldReading before = reading(field(Kind.NUMBER, 2, false));
    Field latest = field(Kind.NUMBER, 2, false);
    Field owned =
        new Field(
            "f",
            Kind.NUMBER,
            false,
            255,
            false,
            2,
            new FieldRule.Owner(SMARTSHEET),
            List.of(),
            null,
            BOTH,
            Map.of(),
            1);

    assertThat(reading(latest)).isEqualTo(before);
    assertThat(reading(owned)).isEqualTo(before);
    assertThat(reading(field(Kind.NUMBER, 0, false))).isNotEqualTo(before);
    assertThat(reading(field(Kind.TEXT, 2, false))).isNotEqualTo(before);
  }
}
