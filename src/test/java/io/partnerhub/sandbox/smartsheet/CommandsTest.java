package io.partnerhub.sandbox.smartsheet;

import static io.partnerhub.sandbox.smartsheet.Tracker.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.sandbox.smartsheet.Tracker.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandsTest {
  private final Tracker tracker = new Tracker();

  @AfterEach
  void stop() {
    tracker.close();
  }

  private JsonNode rows() {
    return tracker.command("state", null).body().get("sheets").get(0).get("rows");
  }

  private List<String> codes() {
    return rows().findValuesAsText("Code");
  }

  @Test
  void a_person_edits_a_row_found_by_its_key() {
    tracker.added("A");

    Answer done =
        tracker.command(
            "edit",
            """
            {"sheet":"Partner tracker","keyColumn":"Code","key":"A",
             "cells":{"Title":"Alfreds","Live":true,"Start":"1/5/2026"},"by":"bob@example.com"}
            """);

    assertThat(done.status()).isEqualTo(200);
    assertThat(rows().get(0).get("cells").get("Title").asText()).isEqualTo("Alfreds");
    assertThat(rows().get(0).get("cells").get("Start").asText()).isEqualTo("2026-01-05");
    assertThat(rows().get(0).get("modifiedBy").asText()).isEqualTo("bob@example.com");
  }

  @Test
  void a_person_drags_a_row_beneath_another_and_back() {
    long a = tracker.added("A");
    long b = tracker.added("B");

    tracker.command(
        "drag", "{\"sheet\":\"Partner tracker\",\"row\":" + b + ",\"parent\":" + a + "}");
    long parent = rows().get(1).get("parentId").asLong();
    tracker.command("drag", "{\"sheet\":\"Partner tracker\",\"rows\":[" + b + "]}");

    assertThat(parent).isEqualTo(a);
    assertThat(rows().get(1).get("parentId").isNull()).isTrue();
  }

  @Test
  void a_command_that_names_nothing_is_refused_with_a_reason() {
    Answer answer =
        tracker.command("edit", "{\"sheet\":\"Partner tracker\",\"row\":5,\"cells\":{}}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("has no row");
    assertThat(tracker.command("dance", "{}").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "edit | {\"sheet\":\"Partner tracker\",\"keyColumn\":\"Code\",\"key\":\"A\",\"fields\":{\"Title\":\"x\"}} | cells",
        "rows | {\"sheet\":\"Partner tracker\"} | cells",
        "settings | {\"requestsPerMinute\":\"many\"} | requestsPerMinute",
        "settings | {\"listLagMillis\":-1} | listLagMillis",
        "hooks/settings | {\"delayMillis\":\"x\"} | delayMillis",
        "refuse | {\"key\":\"A\"} x | parse",
      })
  void a_slip_is_refused_and_not_taken_for_something_else(String name, String body, String named) {
    tracker.added("A");

    Answer answer = tracker.command(name, body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.text()).contains(named);
    assertThat(rows()).hasSize(1);
  }

  @Test
  void a_row_is_refused_at_least_once() {
    Answer never = tracker.command("refuse", "{\"key\":\"A\",\"errorCode\":1041,\"times\":0}");

    assertThat(never.status()).isEqualTo(400);
    assertThat(never.text()).contains("times must be at least 1");
    assertThat(tracker.post(tracker.sheet() + "/rows", row(tracker.cell("Code", "\"A\""))).status())
        .isEqualTo(200);
  }

  @Test
  void many_rows_are_seeded_from_one_pattern() {
    tracker.command(
        "seed", "{\"sheet\":\"Partner tracker\",\"count\":3,\"cells\":{\"Code\":\"P-{n}\"}}");

    assertThat(codes()).containsExactly("P-1", "P-2", "P-3");
  }

  @Test
  void sorting_keeps_ids_and_changes_places() {
    long b = tracker.added("B");
    long a = tracker.added("A");

    tracker.command("sort", "{\"sheet\":\"Partner tracker\",\"column\":\"Code\"}");

    assertThat(codes()).containsExactly("A", "B");
    assertThat(rows().get(0).get("id").asLong()).isEqualTo(a);
    assertThat(rows().get(1).get("id").asLong()).isEqualTo(b);
  }

  @Test
  void deleted_rows_are_gone() {
    long a = tracker.added("A");
    tracker.added("B");

    tracker.command("delete", "{\"sheet\":\"Partner tracker\",\"rows\":[" + a + "]}");

    assertThat(codes()).containsExactly("B");
  }

  @Test
  void a_renamed_and_retyped_column_keeps_its_id() {
    long title = tracker.column("Title");

    tracker.command(
        "column",
        """
        {"sheet":"Partner tracker","column":"Title",
         "set":{"title":"Name","type":"PICKLIST","options":["x"]}}
        """);

    assertThat(tracker.column("Name")).isEqualTo(title);
    tracker.service.desk().deleteColumn(Tracker.NAME, "Name", "ann@example.com");
    assertThat(tracker.get(tracker.sheet() + "/columns/" + title).code()).isEqualTo(1006);
  }

  @Test
  void an_automation_within_the_write_shows_in_its_answer() {
    long id = tracker.added("A");
    tracker.command(
        "automation",
        "{\"sheet\":\"Partner tracker\",\"column\":\"Title\",\"action\":\"cut\",\"argument\":\"3\"}");

    Answer answer =
        tracker.put(tracker.sheet() + "/rows", row(id, tracker.cell("Title", "\"abcdef\"")));

    assertThat(tracker.cellOf(answer.result(), "Title").get("value").asText()).isEqualTo("abc");
  }

  @Test
  void a_later_automation_is_a_change_of_its_own_by_somebody_else() {
    long id = tracker.added("A");
    tracker.command(
        "automation",
        """
        {"sheet":"Partner tracker","column":"Title","action":"uppercase",
         "by":"robot@example.com","delayMillis":5000}
        """);

    Answer answer =
        tracker.put(tracker.sheet() + "/rows", row(id, tracker.cell("Title", "\"abc\"")));
    tracker.clock.advance(Duration.ofSeconds(5));

    assertThat(tracker.cellOf(answer.result(), "Title").get("value").asText()).isEqualTo("abc");
    assertThat(tracker.shown(id)).containsEntry("Title", "ABC");
    assertThat(rows().get(0).get("modifiedBy").asText()).isEqualTo("robot@example.com");
    assertThat(tracker.service.desk().version(Tracker.NAME)).isEqualTo(answer.version() + 1);
  }

  @Test
  void a_reset_forgets_everything_but_the_token() {
    tracker.added("A");

    tracker.command("reset", "");

    assertThat(tracker.service.desk().sheets()).isEqualTo(Map.of());
    assertThat(tracker.get("/users/me").status()).isEqualTo(200);
  }
}
