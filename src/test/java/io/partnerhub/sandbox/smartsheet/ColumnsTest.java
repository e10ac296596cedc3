package io.partnerhub.sandbox.smartsheet;

import static io.partnerhub.sandbox.smartsheet.Tracker.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.sandbox.smartsheet.Tracker.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {
  private final Tracker tracker = new Tracker();
  private final String columns = tracker.sheet() + "/columns";

  @AfterEach
  void stop() {
    tracker.close();
  }

  @Test
  void a_column_is_added_at_its_index_and_counts_as_a_change() {
    long before = tracker.service.desk().version(Tracker.NAME);

    Answer added =
        tracker.post(
            columns,
            "{\"title\":\"Tier\",\"type\":\"PICKLIST\",\"options\":[\"A\",\"B\"],\"index\":1}");

    assertThat(added.result().get("index").asInt()).isEqualTo(1);
    assertThat(added.version()).isEqualTo(before + 1);
    assertThat(tracker.get(columns).body().get("data").get(1).get("title").asText())
        .isEqualTo("Tier");
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"title\":\"Code\",\"type\":\"TEXT_NUMBER\",\"index\":0}                 | 1056",
        "{\"title\":\"X\",\"type\":\"TEXT_NUMBER\"}                                | 1012",
        "{\"title\":\"X\",\"type\":\"TEXT_NUMBER\",\"index\":0,\"primary\":true}   | 1055",
        "{\"title\":\"X\",\"type\":\"DATE\",\"index\":0,\"options\":[\"A\"]}       | 1060",
        "{\"title\":\"X\",\"type\":\"DATETIME\",\"index\":0}                       | 1089",
        "{\"title\":\"X\",\"type\":\"ABSTRACT_DATETIME\",\"index\":0}              | 1142",
        "{\"title\":\"X\",\"type\":\"COLOUR\",\"index\":0}                         | 1031",
        "{\"title\":\"X\",\"type\":\"TEXT_NUMBER\",\"index\":-1}                   | 1031",
        "{\"title\":\"X\",\"type\":\"DATE\",\"systemColumnType\":\"CREATED_BY\",\"index\":0}| 1079",
        "{\"title\":\"X\",\"type\":\"CONTACT_LIST\",\"systemColumnType\":\"MODIFIED_BY\",\"index\":0}| 1077",
      })
  void a_column_that_cannot_be_is_refused(String json, int code) {
    assertThat(tracker.post(columns, json).code()).isEqualTo(code);
  }

  @Test
  void a_sheet_needs_columns_and_one_primary() {
    assertThat(tracker.post("/sheets", "{\"name\":\"S\"}").code()).isEqualTo(1054);
    assertThat(
            tracker
                .post(
                    "/sheets",
                    "{\"name\":\"S\",\"columns\":[{\"title\":\"A\",\"type\":\"TEXT_NUMBER\"}]}")
                .code())
        .isEqualTo(1055);
    assertThat(
            tracker
                .post(
                    "/sheets",
                    "{\"name\":\"S\",\"columns\":[{\"title\":\"A\",\"type\":\"DATE\",\"primary\":true}]}")
                .code())
        .isEqualTo(1057);
  }

  @Test
  void the_primary_column_cannot_be_deleted_and_another_takes_its_cells_along() {
    long id = tracker.added("A");
    long title = tracker.column("Title");
    tracker.put(tracker.sheet() + "/rows", row(id, tracker.cell("Title", "\"x\"")));

    assertThat(tracker.delete(columns + "/" + tracker.column("Code")).code()).isEqualTo(1065);
    assertThat(tracker.delete(columns + "/" + title).status()).isEqualTo(200);
    assertThat(tracker.shown(id)).doesNotContainKey("Title");
    assertThat(
            tracker
                .put(
                    tracker.sheet() + "/rows",
                    row(id, "{\"columnId\":" + title + ",\"value\":\"y\"}"))
                .code())
        .isEqualTo(1036);
  }

  @Test
  void an_auto_number_column_numbers_rows_in_the_order_they_were_made() {
    tracker.post(
        columns,
        """
        {"title":"No","type":"TEXT_NUMBER","systemColumnType":"AUTO_NUMBER","index":1,
         "autoNumberFormat":{"prefix":"P-","fill":"000","startingNumber":7}}
        """);

    assertThat(tracker.shown(tracker.added("A"))).containsEntry("No", "P-007");
    assertThat(tracker.shown(tracker.added("B"))).containsEntry("No", "P-008");
  }
}
