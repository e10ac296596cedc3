package io.partnerhub.mapping;

import static io.partnerhub.mapping.Fields.SALESFORCE;
import static io.partnerhub.mapping.Fields.SMARTSHEET;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.model.Values;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversionTest {

  @Test
  void a_text_is_trimmed_composed_and_has_one_kind_of_line_end() {
    assertThat(canonical(Fields.of(Kind.TEXT), "\u00a0 Cafe\u0301  au\r\nlait\r \t"))
        .isEqualTo("Caf\u00e9  au\nlait");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u00a0\t\r\n"})
  void a_blank_text_is_empty(String blank) {
    assertThat(Fields.read(Fields.of(Kind.TEXT), SALESFORCE, blank))
        .isEqualTo(new Reading(Values.none(), Map.of()));
  }

  @Test
  void a_missing_field_is_empty() {
    Reading reading =
        Conversion.toCanonical(Fields.mapping(Fields.of(Kind.TEXT)), SALESFORCE, Map.of());

    assertThat(reading).isEqualTo(new Reading(Values.none(), Map.of()));
  }

  @Test
  void the_word_NULL_is_a_text() {
    assertThat(canonical(Fields.of(Kind.TEXT), "NULL")).isEqualTo("NULL");
  }

  @Test
  void a_number_in_a_text_column_reads_as_people_see_it() {
    assertThat(canonical(Fields.of(Kind.TEXT), new BigDecimal("12209.0"))).isEqualTo("12209");
  }

  @Test
  void a_code_is_kept_in_upper_case() {
    assertThat(canonical(Fields.upperCase(), " alfki ")).isEqualTo("ALFKI");
  }

  @Test
  void a_required_field_that_is_empty_says_so_by_the_name_it_has_there() {
    assertThat(Fields.read(Fields.required(Kind.TEXT), SMARTSHEET, "  "))
        .isEqualTo(new Reading(Values.none(), Map.of("f", "The F must not be empty")));
  }

  @Test
  void a_text_that_is_too_long_stays_as_it_is_and_is_unreadable() {
    Reading reading = Fields.read(Fields.text(255), SALESFORCE, " " + "x".repeat(312));

    assertThat(reading.unreadable()).isEqualTo(Map.of("f", "312 characters, at most 255 allowed"));
    assertThat(reading.values().get("f")).isEqualTo("x".repeat(312));
  }

  @ParameterizedTest
  @CsvSource({"caf\uFFFD", "a\u0000b", "a\u0007b", "a\ud83db"})
  void a_text_that_was_damaged_on_its_way_is_unreadable_and_can_still_be_stored(String damaged) {
    Reading reading = Fields.read(Fields.of(Kind.TEXT), SALESFORCE, damaged);

    assertThat(reading.unreadable().get("f")).startsWith("The text holds");
    assertThat(reading.values().get("f")).doesNotContain("\u0000").doesNotContain("\ud83d");
  }

  @Test
  void an_address_is_in_lower_case() {
    assertThat(canonical(Fields.of(Kind.EMAIL), " Maria.Anders@Example.COM "))
        .isEqualTo("maria.anders@example.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {"maria", "maria@", "@x.com", "maria@x", "a b@x.com", "a@x.com; b@x.com"})
  void what_is_no_address_is_unreadable(String text) {
    assertThat(unreadable(Fields.of(Kind.EMAIL), text)).contains("is no e-mail address");
  }

  @ParameterizedTest
  @CsvSource({
    "(5) 555-4729, 5 555 4729",
    "5 555 4729, 5 555 4729",
    "5.555.4729, 5 555 4729",
    "030-0074321, 030 007 4321",
    "+49 (30) 007\u20114321, +49 30 007 4321",
    "112, 112"
  })
  void a_phone_number_is_its_digits_however_they_are_set(String typed, String canonical) {
    assertThat(canonical(Fields.of(Kind.PHONE), typed)).isEqualTo(canonical);
  }

  @Test
  void a_phone_number_is_readable_where_it_is_written() {
    assertThat(canonical(Fields.of(Kind.PHONE), "(503)555.7555")).isEqualTo("503 555 7555");
    assertThat(canonical(Fields.of(Kind.PHONE), "+1-503-555-7555")).isEqualTo("+1 503 555 7555");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ask Maria", "555-4729 ext. 3", "()", "5+5"})
  void what_is_no_phone_number_is_unreadable(String text) {
    assertThat(unreadable(Fields.of(Kind.PHONE), text)).contains("is no phone number");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "300.0|300",
        "3E+2|300",
        "-0.00|0",
        "1,234.50|1234.5",
        "1.234,50|1234.5",
        "1 234.50|1234.5",
        "1'234'567.5|1234567.5",
        "1,234,567|1234567",
        "12,5|12.5",
        "0.125|0.13",
        "-12.345678|-12.35"
      })
  void a_number_is_its_plain_digits(String typed, String canonical) {
    assertThat(canonical(Fields.scale(2), typed)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,234", "1.234"})
  void a_separator_that_may_mean_thousands_or_decimals_is_not_guessed(String text) {
    assertThat(unreadable(Fields.scale(2), text)).contains("may mean thousands or decimals");
  }

  @Test
  void a_point_before_three_digits_is_plain_where_the_field_has_three() {
    assertThat(canonical(Fields.scale(3), "1.234")).isEqualTo("1.234");
  }

  @Test
  void a_number_that_came_as_a_number_is_never_ambiguous() {
    assertThat(canonical(Fields.scale(2), new BigDecimal("1.234"))).isEqualTo("1.23");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u20ac 1,234.50", "12 kg", "1,23,456", "--1", "NaN", "1e9999", "1E+99", "12 34"})
  void what_is_no_number_is_unreadable(String text) {
    assertThat(unreadable(Fields.scale(2), text)).contains("number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-28", "2026-02-28T00:00:00", "2026-02-28T00:00:00.000+0000"})
  void a_date_is_an_ISO_day(String text) {
    assertThat(canonical(Fields.of(Kind.DATE), text)).isEqualTo("2026-02-28");
  }

  @Test
  void the_31st_of_February_is_named_as_what_it_is() {
    assertThat(unreadable(Fields.of(Kind.DATE), "2026-02-31"))
        .isEqualTo("2026-02-31 is no day of the calendar");
  }

  @ParameterizedTest
  @ValueSource(strings = {"28.02.2026", "02/28/2026", "2026-02-28T10:00:00Z", "soon"})
  void a_date_in_another_form_is_not_guessed(String text) {
    assertThat(unreadable(Fields.of(Kind.DATE), text)).contains("year-month-day");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0026-02-28", "1699-12-31", "4001-01-01"})
  void a_date_that_Salesforce_would_refuse_with_its_record_is_unreadable(String text) {
    String why =
        " is before 1700-01-01 or after 4000-12-31, which Salesforce does not take; correct the year";

    assertThat(unreadable(Fields.of(Kind.DATE), text)).isEqualTo(text + why);
    assertThat(unreadable(Fields.of(Kind.DATETIME), text + "T12:30:00Z"))
        .isEqualTo(text + "T12:30:00Z" + why);
  }

  @Test
  void the_first_and_the_last_date_of_Salesforce_are_dates() {
    for (String day : List.of("1700-01-01", "4000-12-31")) {
      assertThat(canonical(Fields.of(Kind.DATE), day)).isEqualTo(day);
      assertThat(canonical(Fields.of(Kind.DATETIME), day + "T00:00:00Z"))
          .isEqualTo(day + "T00:00:00Z");
    }
  }

  @Test
  void a_date_that_is_not_in_Salesforce_is_as_the_calendar_has_it() {
    Reading reading = Fields.read(Fields.onlyInSmartsheet(Kind.DATE), SMARTSHEET, "1066-10-14");

    assertThat(reading).isEqualTo(new Reading(Values.of(Map.of("f", "1066-10-14")), Map.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-28T12:30:00Z",
        "2026-02-28T12:30:00.000+0000",
        "2026-02-28T13:30:00.999+01:00",
        "2026-02-28 12:30Z"
      })
  void a_time_is_an_instant_in_UTC_to_the_second(String text) {
    assertThat(canonical(Fields.of(Kind.DATETIME), text)).isEqualTo("2026-02-28T12:30:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-28T12:30:00",
        "2026-02-28",
        "2026-02-31T12:30:00Z",
        "9999-12-31T23:00-02"
      })
  void a_time_without_a_zone_or_outside_the_calendar_is_unreadable(String text) {
    assertThat(unreadable(Fields.of(Kind.DATETIME), text)).contains("is no time");
  }

  @Test
  void yes_and_no_are_told_apart_and_an_untouched_box_is_no() {
    Field box = Fields.of(Kind.BOOLEAN);

    assertThat(List.of(true, "TRUE", "Yes", "1", BigDecimal.ONE))
        .allSatisfy(value -> assertThat(canonical(box, value)).isEqualTo("true"));
    assertThat(List.of(false, "no", "0", " "))
        .allSatisfy(value -> assertThat(canonical(box, value)).isEqualTo("false"));
    assertThat(canonical(box, null)).isEqualTo("false");
    assertThat(unreadable(box, "maybe")).contains("neither yes nor no");
  }

  @Test
  void a_choice_is_known_by_its_value_its_aliases_and_its_name_there() {
    Field status = Fields.choices(Kind.PICKLIST);

    assertThat(Fields.read(status, SMARTSHEET, "running").values().get("f")).isEqualTo("Active");
    assertThat(List.of("Active", "LIVE", " ok "))
        .allSatisfy(text -> assertThat(canonical(status, text)).isEqualTo("Active"));
  }

  @Test
  void an_unknown_choice_is_told_what_there_is() {
    Reading reading = Fields.read(Fields.choices(Kind.PICKLIST), SMARTSHEET, "Sleeping");

    assertThat(reading.unreadable().get("f")).isEqualTo("\"Sleeping\" is none of: Paused, Running");
  }

  @Test
  void several_choices_are_sorted_and_unique() {
    Field field = Fields.choices(Kind.MULTI_PICKLIST);

    assertThat(canonical(field, "Paused, live;paused")).isEqualTo("Active;Paused");
    assertThat(canonical(field, List.of("Paused", "ok"))).isEqualTo("Active;Paused");
    assertThat(canonical(field, List.of())).isNull();
    assertThat(unreadable(field, "Paused;x")).startsWith("\"x\" is none of");
  }

  @Test
  void each_system_gets_values_of_the_type_that_it_keeps() {
    assertThat(written(Fields.of(Kind.MONEY), "1234.5")).isEqualTo(new BigDecimal("1234.5"));
    assertThat(written(Fields.of(Kind.DATE), "2026-02-28")).isEqualTo(LocalDate.of(2026, 2, 28));
    assertThat(written(Fields.of(Kind.DATETIME), "2026-02-28T12:30:00Z"))
        .isEqualTo(Instant.parse("2026-02-28T12:30:00Z"));
    assertThat(written(Fields.of(Kind.BOOLEAN), null)).isEqualTo(false);
    assertThat(written(Fields.of(Kind.TEXT), null)).isNull();
    assertThat(written(Fields.choices(Kind.PICKLIST), "Active")).isEqualTo("Running");
    assertThat(written(Fields.choices(Kind.MULTI_PICKLIST), "Active;Paused"))
        .isEqualTo(List.of("Running", "Paused"));
  }

  @Test
  void a_value_kept_from_an_older_mapping_goes_as_the_text_it_is() {
    assertThat(written(Fields.of(Kind.DATE), "soon")).isEqualTo("soon");
    assertThat(written(Fields.choices(Kind.PICKLIST), "Sleeping")).isEqualTo("Sleeping");
  }

  @Test
  void only_the_fields_asked_for_are_written() {
    Mapping mapping = Fields.mapping(Fields.of(Kind.TEXT));

    assertThat(Conversion.toNative(mapping, SMARTSHEET, Set.of(), Values.of(Map.of("f", "x"))))
        .isEmpty();
  }

  @Test
  void a_text_longer_than_a_system_holds_is_cut_and_says_so() {
    String shown = (String) written(Fields.shortenedTo(100), "x".repeat(5000));

    assertThat(shown).hasSize(100).endsWith("x\u2026 [cut: 5000 characters in all]");
    assertThat(Conversion.isShortened(shown)).isTrue();
    assertThat(Conversion.isShortened(" " + shown + "\r\n")).isTrue();
    assertThat(Conversion.isShortened("x".repeat(100))).isFalse();
    assertThat(Conversion.isShortened(null)).isFalse();
  }

  @Test
  void a_cut_text_that_is_read_back_in_upper_case_is_known_as_one() {
    String shown = Shortened.to(100, "X".repeat(150));
    String read = canonical(Fields.upperCase(100), shown);

    assertThat(read).endsWith("\u2026 [CUT: 150 CHARACTERS IN ALL]");
    assertThat(Conversion.isShortened(read)).isTrue();
  }

  @Test
  void a_cut_never_splits_a_character() {
    String shown = (String) written(Fields.shortenedTo(100), "\ud83d\ude00".repeat(400));

    assertThat(shown.length()).isBetween(99, 100);
    assertThat(shown.chars().filter(c -> Character.isSurrogate((char) c)).count() % 2).isZero();
    assertThat(Fields.read(Fields.shortenedTo(100), SMARTSHEET, shown).unreadable()).isEmpty();
  }

  private static String canonical(Field field, Object value) {
    Reading reading = Fields.read(field, SALESFORCE, value);
    assertThat(reading.unreadable()).isEmpty();
    return reading.values().get("f");
  }

  private static String unreadable(Field field, Object value) {
    Reading reading = Fields.read(field, SALESFORCE, value);
    assertThat(reading.unreadable()).containsKey("f");
    return reading.unreadable().get("f");
  }

  private static Object written(Field field, String canonical) {
    Values values = Values.none().with("f", canonical);
    return Conversion.toNative(Fields.mapping(field), SMARTSHEET, Set.of("f"), values).get("The F");
  }
}
