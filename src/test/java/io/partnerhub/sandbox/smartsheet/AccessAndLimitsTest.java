package io.partnerhub.sandbox.smartsheet;

import static io.partnerhub.sandbox.smartsheet.Tracker.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.sandbox.sim.Operation;
import io.partnerhub.sandbox.sim.SimRequest;
import io.partnerhub.sandbox.smartsheet.Tracker.Answer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccessAndLimitsTest {
  private final Tracker tracker = new Tracker();

  @AfterEach
  void stop() {
    tracker.close();
  }

  @Test
  void no_token_is_403_1004_and_a_bad_one_401_1002() {
    URI me = URI.create(tracker.server.baseUrl() + "/2.0/users/me");

    Answer none = tracker.answer(HttpRequest.newBuilder(me).build());
    Answer bad =
        tracker.answer(HttpRequest.newBuilder(me).header("Authorization", "Bearer no").build());

    assertThat(none.status()).isEqualTo(403);
    assertThat(none.code()).isEqualTo(1004);
    assertThat(bad.status()).isEqualTo(401);
    assertThat(bad.code()).isEqualTo(1002);
    assertThat(bad.body().get("refId").asText()).isNotEmpty();
  }

  @Test
  void an_expired_token_is_401_1003_until_it_is_good_again() {
    tracker.command("token", "{\"expired\":true}");
    Answer expired = tracker.get("/users/me");
    tracker.command("token", "{\"expired\":false}");

    assertThat(expired.status()).isEqualTo(401);
    assertThat(expired.code()).isEqualTo(1003);
    assertThat(tracker.get("/users/me").body().get("email").asText()).isEqualTo(Tracker.HUB);
  }

  @Test
  void the_301st_request_of_a_minute_is_429_4003() {
    for (int i = 0; i < 300; i++) {
      assertThat(tracker.get("/users/me").status()).isEqualTo(200);
    }

    Answer refused = tracker.get("/users/me");
    tracker.clock.advance(Duration.ofSeconds(60));

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo(4003);
    assertThat(tracker.get("/users/me").status()).isEqualTo(200);
  }

  @Test
  void a_look_into_cell_history_counts_ten_times() {
    long id = tracker.added("A");
    String path =
        tracker.sheet() + "/rows/" + id + "/columns/" + tracker.column("Code") + "/history";
    tracker.clock.advance(Duration.ofMinutes(2));
    tracker.service.controls().settings().requestsPerMinute(25);

    assertThat(tracker.get(path).status()).isEqualTo(200);
    assertThat(tracker.get(path).status()).isEqualTo(200);
    assertThat(tracker.get(path).code()).isEqualTo(4003);
    assertThat(tracker.get("/users/me").status()).isEqualTo(200);
  }

  @Test
  void a_sheet_ends_at_20000_rows() {
    String one = row(tracker.cell("Code", "\"A\""));
    tracker
        .service
        .desk()
        .addRows(Tracker.NAME, Collections.nCopies(20_000, Map.of("Code", "x")), "ann@example.com");

    Answer refused = tracker.post(tracker.sheet() + "/rows", one);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo(5636);
    assertThat(tracker.service.desk().rows(Tracker.NAME)).hasSize(20_000);
  }

  @Test
  void a_sheet_ends_at_500000_cells_and_400_columns() {
    assertThat(SheetCaps.STANDARD).isEqualTo(new SheetCaps(20_000, 400, 500_000));
    assertThatThrownBy(() -> SheetCaps.STANDARD.check(10_000, 51)).isInstanceOf(ApiError.class);
    assertThatThrownBy(() -> SheetCaps.STANDARD.check(1, 401)).isInstanceOf(ApiError.class);
    SheetCaps.STANDARD.check(10_000, 50);
  }

  @Test
  void a_body_that_is_no_JSON_is_1008_and_none_at_all_1024() {
    assertThat(tracker.post(tracker.sheet() + "/rows", "[{").code()).isEqualTo(1008);
    assertThat(tracker.post(tracker.sheet() + "/rows", "[] [").code()).isEqualTo(1008);
    assertThat(tracker.post(tracker.sheet() + "/rows", "").code()).isEqualTo(1024);
  }

  @Test
  void unknown_paths_and_sheets_are_1006_and_a_wrong_method_405() {
    assertThat(tracker.get("/nothing").code()).isEqualTo(1006);
    assertThat(tracker.get("/sheets/12").code()).isEqualTo(1006);
    assertThat(tracker.put(tracker.sheet() + "/version", "{}").status()).isEqualTo(405);
  }

  @Test
  void calls_are_classified_by_their_template() {
    SimRequest write = SimRequest.of("PUT", "/2.0/sheets/1234/rows?x=1", Map.of(), new byte[0]);
    SimRequest other = SimRequest.of("GET", "/elsewhere", Map.of(), new byte[0]);

    assertThat(tracker.service.classify(write).name()).isEqualTo("PUT /sheets/{sheetId}/rows");
    assertThat(tracker.service.classify(write).operation()).isEqualTo(Operation.WRITE);
    assertThat(tracker.service.classify(other).operation()).isEqualTo(Operation.OTHER);
  }

  @Test
  void a_new_sheet_may_answer_404_for_a_moment() {
    tracker.command("settings", "{\"newSheetHiddenMillis\":5000}");

    assertThat(tracker.get(tracker.sheet()).status()).isEqualTo(404);
    tracker.clock.advance(Duration.ofSeconds(5));
    assertThat(tracker.get(tracker.sheet()).status()).isEqualTo(200);
  }

  @Test
  void totals_of_lists_may_be_unknown() {
    tracker.command("settings", "{\"totalsUnknown\":true}");

    Answer list = tracker.get("/sheets?page=2");

    assertThat(list.body().get("totalCount").asInt()).isEqualTo(-1);
    assertThat(list.body().get("totalPages").asInt()).isEqualTo(-1);
    assertThat(list.body().get("data")).isEmpty();
  }
}
