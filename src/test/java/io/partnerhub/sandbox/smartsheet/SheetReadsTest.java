package io.partnerhub.sandbox.smartsheet;

import static io.partnerhub.sandbox.smartsheet.Tracker.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.sandbox.smartsheet.Tracker.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SheetReadsTest {
  private final Tracker tracker = new Tracker();

  @AfterEach
  void stop() {
    tracker.close();
  }

  private JsonNode sheet(String query) {
    return tracker.get(tracker.sheet() + query).body();
  }

  private static List<Long> ids(JsonNode sheet) {
    List<Long> ids = new ArrayList<>();
    sheet.get("rows").forEach(row -> ids.add(row.get("id").asLong()));
    return ids;
  }

  private static List<String> fields(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void nothing_newer_than_ifVersionAfter_answers_only_the_version() {
    tracker.added("A");
    long version = sheet("").get("version").asLong();

    assertThat(fields(sheet("?ifVersionAfter=" + version))).containsExactly("version");
    assertThat(ids(sheet("?ifVersionAfter=" + (version - 1)))).hasSize(1);
  }

  @Test
  void rowsModifiedSince_shows_changed_rows_but_no_deletes_and_no_blank_rows() {
    long old = tracker.added("old");
    tracker.clock.advance(Duration.ofMinutes(1));
    long changed = tracker.added("changed");
    long deleted = tracker.added("deleted");
    tracker.service.desk().addRow(Tracker.NAME, Map.of(), "ann@example.com");
    tracker.service.desk().deleteRows(Tracker.NAME, List.of(RowRef.id(deleted)), "ann@example.com");

    JsonNode sheet = sheet("?rowsModifiedSince=2026-01-05T10:01:00Z");

    assertThat(ids(sheet)).containsExactly(changed).doesNotContain(old);
    assertThat(sheet.get("totalRowCount").asInt()).isEqualTo(3);
  }

  @Test
  void a_row_changed_again_is_found_by_its_last_change_only() {
    long id = tracker.added("A");
    tracker.clock.advance(Duration.ofMinutes(1));
    tracker
        .service
        .desk()
        .edit(Tracker.NAME, RowRef.id(id), Map.of("Title", "x"), "bob@example.com");

    assertThat(ids(sheet("?rowsModifiedSince=2026-01-05T10:01:00Z"))).containsExactly(id);
    assertThat(ids(sheet("?rowsModifiedSince=2026-01-05T10:01:01Z"))).isEmpty();
  }

  @Test
  void columnIds_rowIds_and_rowNumbers_narrow_the_answer() {
    long a = tracker.added("A");
    long b = tracker.added("B");
    long title = tracker.column("Title");

    JsonNode sheet = sheet("?columnIds=" + title + "&rowIds=" + b + ",12");

    assertThat(ids(sheet)).containsExactly(b);
    assertThat(sheet.get("columns")).hasSize(1);
    assertThat(sheet.get("rows").get(0).get("cells")).hasSize(1);
    assertThat(ids(sheet("?rowNumbers=1"))).containsExactly(a);
  }

  @Test
  void empty_cells_are_listed_unless_excluded() {
    tracker.added("A");

    assertThat(sheet("").get("rows").get(0).get("cells")).hasSize(10);
    assertThat(sheet("?exclude=nonexistentCells").get("rows").get(0).get("cells")).hasSize(2);
  }

  @Test
  void writerInfo_names_who_made_and_who_changed_a_row() {
    long id = tracker.added("A");
    tracker.put(tracker.sheet() + "/rows", row(id, tracker.cell("Title", "\"x\"")));

    JsonNode row = sheet("?include=writerInfo").get("rows").get(0);

    assertThat(row.get("createdBy").get("email").asText()).isEqualTo("ann@example.com");
    assertThat(row.get("modifiedBy").get("email").asText()).isEqualTo(Tracker.HUB);
    assertThat(sheet("").get("rows").get(0).has("modifiedBy")).isFalse();
  }

  @Test
  void a_multi_picklist_shows_as_text_unless_level_2_and_object_values_are_asked_for() {
    long id =
        tracker
            .service
            .desk()
            .addRow(Tracker.NAME, Map.of("Regions", List.of("EU", "US")), "ann@example.com");
    String get = tracker.sheet() + "/rows/" + id;

    JsonNode plain = tracker.cellOf(tracker.get(get).body(), "Regions");
    JsonNode object =
        tracker.cellOf(tracker.get(get + "?level=2&include=objectValue").body(), "Regions");

    assertThat(sheet("").get("columns").get(6).get("type").asText()).isEqualTo("TEXT_NUMBER");
    assertThat(sheet("?level=2&include=objectValue").get("columns").get(6).get("type").asText())
        .isEqualTo("MULTI_PICKLIST");
    assertThat(plain.get("value").asText()).isEqualTo("EU, US");
    assertThat(object.get("objectValue").get("values").get(1).asText()).isEqualTo("US");
    assertThat(object.has("value")).isFalse();
  }

  @Test
  void a_page_past_the_end_is_the_last_one_or_empty_as_set() {
    tracker.added("A");
    long b = tracker.added("B");
    long c = tracker.added("C");

    assertThat(ids(sheet("?pageSize=1&page=2"))).containsExactly(b);
    assertThat(ids(sheet("?pageSize=2&page=9"))).containsExactly(c);
    tracker.command("settings", "{\"emptyPagePastEnd\":true}");
    assertThat(ids(sheet("?pageSize=2&page=9"))).isEmpty();
  }

  @Test
  void the_sheet_list_shows_every_version_and_may_lag() {
    long before = listedVersion();
    tracker.command("settings", "{\"listLagMillis\":30000}");
    tracker.clock.advance(Duration.ofSeconds(60));

    tracker.added("A");

    assertThat(listedVersion()).isEqualTo(before);
    tracker.clock.advance(Duration.ofSeconds(30));
    assertThat(listedVersion()).isEqualTo(before + 1);
  }

  private long listedVersion() {
    Answer list = tracker.get("/sheets?include=sheetVersion");
    assertThat(list.body().get("totalCount").asInt()).isEqualTo(1);
    return list.body().get("data").get(0).get("version").asLong();
  }

  @Test
  void cell_history_names_values_and_people_newest_first() {
    long id = tracker.added("A");
    tracker.clock.advance(Duration.ofSeconds(1));
    tracker
        .service
        .desk()
        .edit(Tracker.NAME, RowRef.id(id), Map.of("Code", "B"), "bob@example.com");
    tracker.put(tracker.sheet() + "/rows", row(id, tracker.cell("Code", "\"C\"")));
    String path =
        tracker.sheet() + "/rows/" + id + "/columns/" + tracker.column("Code") + "/history";

    JsonNode history = tracker.get(path).body();

    assertThat(history.get("totalCount").asInt()).isEqualTo(3);
    assertThat(history.get("data").findValuesAsText("value")).containsExactly("C", "B", "A");
    assertThat(history.get("data").get(1).get("modifiedBy").get("email").asText())
        .isEqualTo("bob@example.com");
    assertThat(history.get("data").get(1).get("modifiedAt").asText())
        .isEqualTo("2026-01-05T10:00:01Z");
    assertThat(
            tracker.get(path + "?pageSize=1&page=2").body().get("data").findValuesAsText("value"))
        .containsExactly("B");
  }

  @Test
  void a_parameter_that_cannot_be_read_is_1018() {
    assertThat(tracker.get(tracker.sheet() + "?rowsModifiedSince=yesterday").code())
        .isEqualTo(1018);
    assertThat(tracker.get(tracker.sheet() + "?include=objectvalue").code()).isEqualTo(1018);
    assertThat(tracker.get(tracker.sheet() + "?page=0").code()).isEqualTo(1018);
  }
}
