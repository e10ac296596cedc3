package io.partnerhub.sandbox.smartsheet;

import static io.partnerhub.sandbox.smartsheet.Tracker.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.sandbox.smartsheet.Tracker.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellStrictnessTest {
  private final Tracker tracker = new Tracker();

  @AfterEach
  void stop() {
    tracker.close();
  }

  private Answer add(String cell) {
    return tracker.post(tracker.sheet() + "/rows", row(cell));
  }

  @ParameterizedTest(name = "{1} into {0} is {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Live    | \"true\"              | 1042",
        "Live    | 1                     | 1042",
        "Start   | \"05.01.2026\"        | 1042",
        "Start   | \"2026-02-31\"        | 1042",
        "Start   | 20260105              | 1042",
        "Owner   | \"Ann\"               | 1042",
        "Status  | \"active\"            | 1042",
        "Status  | 7                     | 1042",
        "Regions | \"EU\"                | 1131",
        "Title   | true                  | 1038",
        "Title   | 9007199254740993      | 1148",
        "Title   | {\"a\":1}             | 1008",
        "Title   | null                  | 1012",
        "Changed by | \"a@example.com\"  | 1046",
        "Copy    | \"x\"                 | 1302",
        "Sealed  | \"x\"                 | 1039",
      })
  void a_value_the_column_does_not_take_is_refused(String column, String json, int code) {
    Answer answer = add(tracker.cell(column, json));

    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.body().path("detail").path("index").asInt(-1)).isZero();
    assertThat(tracker.service.desk().rows(Tracker.NAME)).isEmpty();
  }

  @Test
  void values_of_the_exact_type_are_taken() {
    Answer answer =
        tracker.post(
            tracker.sheet() + "/rows",
            row(
                tracker.cell("Code", "\"P-1\""),
                tracker.cell("Title", "12.5"),
                tracker.cell("Start", "\"2026-01-05\""),
                tracker.cell("Live", "true"),
                tracker.cell("Owner", "\"ann@example.com\""),
                tracker.cell("Status", "\"Active\"")));

    JsonNode row = answer.result();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(tracker.cellOf(row, "Title").get("value").asDouble()).isEqualTo(12.5);
    assertThat(tracker.cellOf(row, "Title").get("displayValue").asText()).isEqualTo("12.5");
    assertThat(tracker.cellOf(row, "Live").get("value").booleanValue()).isTrue();
    assertThat(tracker.cellOf(row, "Start").has("displayValue")).isFalse();
    assertThat(tracker.cellOf(row, "Changed by").get("value").asText()).isEqualTo(Tracker.HUB);
    assertThat(tracker.cellOf(row, "Copy").get("displayValue").asText()).isEqualTo("12.5");
  }

  @Test
  void an_empty_text_clears_and_a_cleared_check_box_reads_false() {
    long id = tracker.added("P-1");
    tracker.put(
        tracker.sheet() + "/rows",
        row(id, tracker.cell("Title", "\"x\""), tracker.cell("Live", "true")));

    Answer answer =
        tracker.put(
            tracker.sheet() + "/rows",
            row(id, tracker.cell("Title", "\"\""), tracker.cell("Live", "\"\"")));

    assertThat(tracker.cellOf(answer.result(), "Title").has("value")).isFalse();
    assertThat(tracker.cellOf(answer.result(), "Live").get("value").booleanValue()).isFalse();
  }

  @Test
  void text_over_4000_characters_is_cut_silently() {
    Answer answer = add(tracker.cell("Title", "\"" + "x".repeat(4_100) + "\""));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(tracker.cellOf(answer.result(), "Title").get("value").asText()).hasSize(4_000);
  }

  @Test
  void the_same_column_twice_is_1037() {
    String cell = tracker.cell("Title", "\"x\"");

    assertThat(add(cell + "," + cell).code()).isEqualTo(1037);
  }

  @Test
  void an_unknown_column_is_1036_and_an_id_in_quotes_1008() {
    assertThat(add("{\"columnId\":12,\"value\":\"x\"}").code()).isEqualTo(1036);
    assertThat(add("{\"columnId\":\"12\",\"value\":\"x\"}").code()).isEqualTo(1008);
  }

  @Test
  void value_and_objectValue_together_are_1130() {
    String cell =
        "{\"columnId\":"
            + tracker.column("Owner")
            + ",\"value\":\"a@example.com\",\"objectValue\":{}}";

    assertThat(add(cell).code()).isEqualTo(1130);
  }

  @Test
  void several_options_are_written_as_objectValue_and_must_be_options() {
    String form = "{\"columnId\":%d,\"objectValue\":{\"objectType\":\"%s\",\"values\":[\"%s\"]}}";
    long regions = tracker.column("Regions");

    Answer taken = add(String.format(form, regions, "MULTI_PICKLIST", "EU"));

    assertThat(taken.status()).isEqualTo(200);
    assertThat(add(String.format(form, regions, "MULTI_PICKLIST", "Mars")).code()).isEqualTo(1042);
    assertThat(add(String.format(form, regions, "MULTI_CONTACT", "EU")).code()).isEqualTo(1131);
  }

  @Test
  void without_strict_a_date_is_read_as_typed_and_other_text_stays_text() {
    String form = "{\"columnId\":%d,\"strict\":false,\"value\":\"%s\"}";
    long start = tracker.column("Start");

    Answer date = add(String.format(form, start, "1/5/26"));
    Answer text = add(String.format(form, start, "soon"));

    assertThat(tracker.cellOf(date.result(), "Start").get("value").asText())
        .isEqualTo("2026-01-05");
    assertThat(tracker.cellOf(text.result(), "Start").get("value").asText()).isEqualTo("soon");
  }

  @Test
  void two_targets_behind_a_hyperlink_are_1112_and_no_target_1117() {
    String form = "{\"columnId\":%d,\"value\":\"x\",\"hyperlink\":{%s}}";
    long title = tracker.column("Title");

    assertThat(add(String.format(form, title, "\"url\":\"http://a\",\"sheetId\":1")).code())
        .isEqualTo(1112);
    assertThat(add(String.format(form, title, "")).code()).isEqualTo(1117);
    assertThat(add(String.format(form, title, "\"sheetId\":1")).code()).isEqualTo(1114);
  }

  @Test
  void object_values_of_simple_columns_are_as_strict_as_values() {
    String form = "{\"columnId\":%d,\"objectValue\":%s}";
    long live = tracker.column("Live");
    long start = tracker.column("Start");

    assertThat(add(String.format(form, live, "true")).status()).isEqualTo(200);
    assertThat(add(String.format(form, live, "\"yes\"")).code()).isEqualTo(1042);
    assertThat(add(String.format(form, live, "{}")).code()).isEqualTo(1131);
    assertThat(add(String.format(form, start, "{\"objectType\":\"DATE\"}")).code()).isEqualTo(1012);
  }

  @Test
  void numbers_beyond_any_double_are_1148() {
    assertThat(add(tracker.cell("Title", "1e999")).code()).isEqualTo(1148);
    assertThat(add(tracker.cell("Title", "-9007199254740992")).status()).isEqualTo(200);
  }
}
