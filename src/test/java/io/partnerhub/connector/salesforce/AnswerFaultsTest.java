package io.partnerhub.connector.salesforce;

import static io.partnerhub.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.Values;
import io.partnerhub.sandbox.sim.SimAnswer;
import io.partnerhub.sandbox.sim.SimRequest;
import io.partnerhub.sandbox.sim.SimulatorServer;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.Write;
import io.partnerhub.sync.system.Checkpoint;
import io.partnerhub.sync.system.Page;
import io.partnerhub.sync.system.SystemUnavailable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the connector makes of answers that a healthy Salesforce does not give. */
class AnswerFaultsTest {

  private static final String ID = "001000000000001AAA";
  private static final String NO_ROWS = "{\"totalSize\":0,\"done\":true,\"records\":[]}";
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  private final Mapping mapping = PartnerMapping.mapping();
  private final ScriptedSalesforce salesforce = new ScriptedSalesforce();
  private final SimulatorServer server = SimulatorServer.start(salesforce, 0);
  private final ConnectedHub hub = ConnectedHub.to(server.baseUrl());

  @AfterEach
  void stop() {
    hub.close();
    server.close();
  }

  private static Write update(String id) {
    return new Write(
        1,
        Write.Action.UPDATE,
        new NativeId("Account", id),
        null,
        Set.of("city"),
        Values.of(Map.of("city", "Turin")));
  }

  private Page changes() {
    return hub.connector.changes(mapping, Checkpoint.start("Account"), null, NOW);
  }

  private SystemUnavailable readFault() {
    return catchThrowableOfType(SystemUnavailable.class, this::changes);
  }

  private List<Outcome> write(Write... writes) {
    return hub.connector.write(mapping, List.of(writes)).outcomes();
  }

  private Outcome writeOne() {
    return write(update(ID)).get(0);
  }

  private static String composite(int status, String body) {
    return "{\"compositeResponse\":[{\"body\":%s,\"httpHeaders\":{},\"httpStatusCode\":%d,\"referenceId\":\"group0\"}]}"
        .formatted(body, status);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "`<html>Down</html>`|HTML_ANSWER",
        "``|EMPTY_ANSWER",
        "`  `|EMPTY_ANSWER",
        "`{\"totalSize\":0,`|INVALID_JSON",
        "`[]`|UNEXPECTED_ANSWER",
        "`{\"done\":true}`|UNEXPECTED_ANSWER",
        "`{\"done\":false,\"records\":[]}`|UNEXPECTED_ANSWER",
        "`{\"done\":true,\"records\":[{\"Id\":\"001000000000001AAA\"}]}`|UNEXPECTED_ANSWER",
        "`{\"done\":false,\"nextRecordsUrl\":\".evil.example/\",\"records\":[]}`|UNEXPECTED_ANSWER"
      })
  void a_read_names_what_is_wrong_with_an_answer(String body, String code) {
    salesforce.then(200, body);

    assertThat(readFault().reason().code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void salesforce_is_left_alone_for_as_long_as_it_asks(int status) {
    salesforce.then(request -> SimAnswer.json(status, new byte[0]).with("Retry-After", "40"));
    readFault();

    SystemUnavailable next = readFault();
    assertThat(next.reason().code()).isEqualTo("NOT_SENT");
    assertThat(next.after()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(40));
  }

  @Test
  void a_read_names_invalid_utf_8() {
    byte[] latin =
        "{\"totalSize\":0,\"done\":true,\"records\":[{\"Name\":\"Köln\"}]}"
            .getBytes(StandardCharsets.ISO_8859_1);
    salesforce.then(request -> SimAnswer.json(200, latin));

    assertThat(readFault().reason().code()).isEqualTo("INVALID_UTF8");
  }

  @Test
  void a_read_tells_an_error_by_its_code() {
    salesforce.then(
        403,
        "[{\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\",\"message\":\"TotalRequests Limit exceeded.\"}]");

    assertThat(readFault())
        .satisfies(fault -> assertThat(fault.reason().code()).isEqualTo("REQUEST_LIMIT_EXCEEDED"))
        .hasMessageContaining("TotalRequests Limit exceeded.");
  }

  @Test
  void a_read_tells_a_status_without_an_error() {
    salesforce.then(502, "<html>Bad gateway</html>");

    assertThat(readFault().reason().code()).isEqualTo("HTTP_502");
  }

  @Test
  void a_read_cut_off_has_no_answer() {
    salesforce.then(request -> SimAnswer.reset());

    assertThat(readFault().reason().code()).isEqualTo("NO_ANSWER");
    assertThat(salesforce.requests()).hasSize(1);
  }

  @Test
  void a_session_that_ended_is_renewed_once_and_the_call_repeated() {
    salesforce.then(200, NO_ROWS).then(401, sessionOver()).then(200, NO_ROWS);

    changes();
    changes();

    assertThat(salesforce.logins()).isEqualTo(2);
    assertThat(salesforce.requests())
        .extracting(request -> request.header("authorization").orElseThrow())
        .containsExactly("Bearer token-1", "Bearer token-1", "Bearer token-2");
  }

  @Test
  void a_session_that_stays_refused_ends_in_one_further_try() {
    salesforce.then(401, sessionOver()).then(401, sessionOver()).then(401, sessionOver());

    assertThat(readFault().reason().code()).isEqualTo("INVALID_SESSION_ID");
    assertThat(salesforce.requests()).hasSize(2);
  }

  @Test
  void a_write_that_a_new_login_does_not_save_is_tried_later() {
    salesforce.then(401, sessionOver()).then(401, sessionOver());

    assertThat(writeOne()).isInstanceOf(Outcome.RetryLater.class);
  }

  @Test
  void a_write_after_a_renewed_login_carries_its_whole_body() {
    salesforce
        .then(401, sessionOver())
        .then(200, composite(200, "[{\"id\":\"" + ID + "\",\"success\":true,\"errors\":[]}]"));

    assertThat(writeOne()).isInstanceOf(Outcome.Written.class);
    assertThat(salesforce.requests())
        .extracting(SimRequest::text)
        .allMatch(b -> b.contains("Turin"));
    assertThat(salesforce.requests().get(0).text()).isEqualTo(salesforce.requests().get(1).text());
  }

  @Test
  void a_refused_login_is_told_without_the_secret() {
    salesforce.refuseLogins();

    SystemUnavailable fault = readFault();

    assertThat(fault.reason().code()).isEqualTo("LOGIN_FAILED");
    assertThat(fault)
        .hasMessageContaining("invalid_client")
        .hasMessageNotContaining("hidden-secret");
    assertThat(writeOne()).isInstanceOf(Outcome.RetryLater.class);
    assertThat(salesforce.requests()).isEmpty();
  }

  @Test
  void a_login_refused_after_a_session_ended_proves_that_nothing_was_written() {
    salesforce.then(200, NO_ROWS);
    changes();
    salesforce.refuseLogins();
    salesforce.then(401, sessionOver());

    assertThat(writeOne())
        .isInstanceOfSatisfying(
            Outcome.RetryLater.class,
            later -> assertThat(later.reason().code()).isEqualTo("LOGIN_FAILED"));
  }

  @Test
  void nobody_listening_is_no_lost_answer() {
    salesforce.then(200, NO_ROWS);
    changes();
    server.close();
    // A kept connection may still take one call before the client learns of its end.
    await().until(() -> readFault().reason().code().equals("NOT_CONNECTED"));

    assertThat(writeOne()).isInstanceOf(Outcome.RetryLater.class);
  }

  @Test
  void a_write_cut_off_is_unknown_and_sent_once() {
    salesforce.then(request -> SimAnswer.reset());

    assertThat(writeOne())
        .isInstanceOfSatisfying(
            Outcome.Unknown.class,
            unknown -> assertThat(unknown.reason().code()).isEqualTo("NO_ANSWER"));
    assertThat(salesforce.requests()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "200|`<html>Down</html>`",
        "200|``",
        "200|`{\"compositeResponse\":[`",
        "200|`{\"compositeResponse\":[]}`",
        "200|`{}`",
        "500|`[{\"errorCode\":\"UNKNOWN_EXCEPTION\",\"message\":\"oops\"}]`",
        "503|`[{\"errorCode\":\"SERVER_UNAVAILABLE\",\"message\":\"busy\"}]`",
        "404|`<html>Not here</html>`",
        "307|``"
      })
  void an_answer_that_proves_nothing_leaves_a_write_unknown(int status, String body) {
    salesforce.then(status, body);

    assertThat(writeOne()).isInstanceOf(Outcome.Unknown.class);
    assertThat(salesforce.requests()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "403|`[{\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\",\"message\":\"TotalRequests Limit exceeded.\"}]`",
        "403|`[{\"errorCode\":\"API_DISABLED_FOR_ORG\",\"message\":\"no\"}]`",
        "404|`[{\"errorCode\":\"NOT_FOUND\",\"message\":\"no such resource\"}]`"
      })
  void a_call_that_was_refused_as_a_whole_is_tried_later(int status, String body) {
    salesforce.then(status, body);

    assertThat(writeOne()).isInstanceOf(Outcome.RetryLater.class);
    assertThat(salesforce.requests()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "400|`[{\"errorCode\":\"JSON_PARSER_ERROR\",\"message\":\"bad\"}]`|VALUE",
        "413|`<html>Too large</html>`|TOO_LARGE",
        "414|``|TOO_LARGE"
      })
  void a_call_with_one_record_that_is_refused_for_what_it_carries_is_that_record_s_fault(
      int status, String body, ReasonClass kind) {
    salesforce.then(status, body);

    assertThat(writeOne())
        .isInstanceOfSatisfying(
            Outcome.Rejected.class, no -> assertThat(no.reason().kind()).isEqualTo(kind));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 413})
  void one_row_that_makes_salesforce_refuse_a_whole_call_of_1000_is_found_in_21_calls(int status) {
    List<Write> writes = new ArrayList<>();
    for (int i = 1_000; i < 2_000; i++) {
      writes.add(update("00100000000" + i + "AAA"));
    }
    String bad = writes.get(537).id().id();
    for (int i = 0; i < 30; i++) {
      salesforce.then(
          request ->
              request.text().contains(bad)
                  ? salesforce.failure(status, "JSON_PARSER_ERROR", "bad date")
                  : refuseWhole(request, bad));
    }

    List<Outcome> outcomes = hub.connector.write(mapping, writes).outcomes();

    assertThat(outcomes.get(537)).isInstanceOf(Outcome.Rejected.class);
    assertThat(outcomes).filteredOn(Outcome.Written.class::isInstance).hasSize(999);
    assertThat(salesforce.requests()).hasSizeLessThanOrEqualTo(21);
  }

  @Test
  void more_bad_rows_than_a_write_has_calls_for_wait_and_none_is_rejected_for_another() {
    List<Write> writes = new ArrayList<>();
    for (int i = 1_000; i < 2_000; i++) {
      writes.add(update("00100000000" + i + "AAA"));
    }
    for (int i = 0; i < 60; i++) {
      salesforce.then(request -> salesforce.failure(400, "JSON_PARSER_ERROR", "bad date"));
    }

    List<Outcome> outcomes = hub.connector.write(mapping, writes).outcomes();

    assertThat(salesforce.requests()).hasSize(25);
    assertThat(outcomes).hasOnlyElementsOfType(Outcome.RetryLater.class);
  }

  @ParameterizedTest
  @CsvSource({"400, AUTH, LOGIN_FAILED", "500, SERVER, LOGIN_FAILED", "503, SERVER, LOGIN_FAILED"})
  void a_login_that_salesforce_refuses_is_the_operator_s_and_one_that_fails_its_own(
      int status, ReasonClass kind, String code) {
    salesforce.answerLogins(status);

    assertThat(readFault().reason())
        .satisfies(
            reason -> {
              assertThat(reason.kind()).isEqualTo(kind);
              assertThat(reason.code()).isEqualTo(code);
            });
  }

  @Test
  void a_login_that_nobody_answers_is_a_lost_connection() {
    server.close();

    assertThat(readFault().reason().kind()).isEqualTo(ReasonClass.CONNECTION);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "200|`[]`",
        "200|`null`",
        "200|`[{\"success\":true,\"errors\":[]}]`",
        "200|`[{\"id\":\"001000000000009AAA\",\"success\":true,\"errors\":[]}]`",
        "200|`[{\"success\":false,\"errors\":[]}]`",
        "500|`[{\"errorCode\":\"UNKNOWN_EXCEPTION\",\"message\":\"oops\"}]`",
        "500|`\"oops\"`"
      })
  void a_part_of_the_answer_that_proves_nothing_leaves_its_rows_unknown(int status, String body) {
    salesforce.then(200, composite(status, body));

    assertThat(writeOne()).isInstanceOf(Outcome.Unknown.class);
    assertThat(salesforce.requests()).hasSize(1);
  }

  @Test
  void a_part_that_waits_for_a_lock_is_tried_later() {
    salesforce.then(
        200, composite(500, "[{\"errorCode\":\"UNABLE_TO_LOCK_ROW\",\"message\":\"locked\"}]"));

    assertThat(writeOne()).isInstanceOf(Outcome.RetryLater.class);
  }

  @Test
  void one_row_that_makes_salesforce_refuse_all_200_is_found_and_the_others_are_written() {
    assertFoundAmongTwoHundred(AnswerFaultsTest::refuseWhole);
  }

  @Test
  void one_row_at_which_a_trigger_fails_takes_none_of_its_200_with_it() {
    assertFoundAmongTwoHundred(AnswerFaultsTest::failTrigger);
  }

  private void assertFoundAmongTwoHundred(BiFunction<SimRequest, String, SimAnswer> refused) {
    List<Write> writes = new ArrayList<>();
    for (int i = 100; i < 300; i++) {
      writes.add(update("001000000000" + i + "AAA"));
    }
    Write bad = writes.get(137);
    for (int i = 0; i < 10; i++) {
      salesforce.then(request -> refused.apply(request, bad.id().id()));
    }

    List<Outcome> outcomes = hub.connector.write(mapping, writes).outcomes();

    assertThat(outcomes.get(137)).isInstanceOf(Outcome.Rejected.class);
    assertThat(outcomes).filteredOn(Outcome.Written.class::isInstance).hasSize(199);
    assertThat(salesforce.requests()).hasSizeLessThan(10);
  }

  /** Answers as Salesforce does when one record of a collection cannot be parsed. */
  private static SimAnswer refuseWhole(SimRequest request, String badId) {
    List<?> error = List.of(Map.of("errorCode", "JSON_PARSER_ERROR", "message", "bad date"));
    return refuse(request, badId, 400, group -> error);
  }

  /** The same where a trigger throws, which takes back all rows that it was given. */
  private static SimAnswer failTrigger(SimRequest request, String badId) {
    Map<String, ?> error =
        Map.of(
            "statusCode",
            "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
            "message",
            "PartnerTrigger: execution of BeforeUpdate caused by: System.NullPointerException",
            "fields",
            List.of());
    Map<String, ?> row = Map.of("success", false, "errors", List.of(error));
    return refuse(request, badId, 200, group -> Collections.nCopies(written(group).size(), row));
  }

  private static SimAnswer refuse(
      SimRequest request, String badId, int status, Function<String, List<?>> refused) {
    List<Map<String, Object>> parts = new ArrayList<>();
    String[] groups = request.text().split("\"referenceId\":\"");
    for (int i = 1; i < groups.length; i++) {
      String reference = groups[i].substring(0, groups[i].indexOf('"'));
      boolean isRefused = groups[i].contains(badId);
      parts.add(
          Map.of(
              "referenceId",
              reference,
              "httpStatusCode",
              isRefused ? status : 200,
              "body",
              isRefused ? refused.apply(groups[i]) : written(groups[i])));
    }
    return SimAnswer.json(200, Map.of("compositeResponse", parts));
  }

  private static List<Map<String, Object>> written(String group) {
    List<Map<String, Object>> rows = new ArrayList<>();
    String[] ids = group.split("\"id\":\"");
    for (int i = 1; i < ids.length; i++) {
      rows.add(Map.of("id", ids[i].substring(0, 18), "success", true, "errors", List.of()));
    }
    return rows;
  }

  @Test
  void a_cursor_that_is_gone_begins_again_at_the_checkpoint() {
    Checkpoint from =
        new Checkpoint("Account", true, 0, NOW.minusSeconds(600), NOW.minusSeconds(500), true, 0);
    salesforce
        .then(
            400,
            "[{\"errorCode\":\"INVALID_QUERY_LOCATOR\",\"message\":\"invalid query locator\"}]")
        .then(200, NO_ROWS);

    Page page =
        hub.connector.changes(
            mapping,
            from,
            new ChangeCursor(NOW, "/services/data/v66.0/query/01g-2000").text(),
            NOW);

    assertThat(page.cursor()).isNull();
    assertThat(salesforce.requests().get(1).parameter("q").orElseThrow())
        .contains("SystemModstamp > 2026-01-01T11:50:00Z");
  }

  @Test
  void the_use_of_the_daily_calls_is_read_from_each_answer() {
    Consumer<String> answer =
        used ->
            salesforce.then(
                request ->
                    new SimAnswer(
                        200,
                        Map.of("Sforce-Limit-Info", used),
                        NO_ROWS.getBytes(StandardCharsets.UTF_8),
                        false));
    answer.accept("api-usage=18/5000");
    answer.accept("garbage");

    assertThat(hub.connector.usage()).isNull();
    changes();
    changes();

    assertThat(hub.connector.usage()).isEqualTo(new ApiUsage(18, 5000));
  }

  @Test
  void a_cursor_of_another_make_is_refused() {
    assertThatThrownBy(
            () -> hub.connector.changes(mapping, Checkpoint.start("Account"), "nonsense", NOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nonsense");
  }

  private static String sessionOver() {
    return "[{\"errorCode\":\"INVALID_SESSION_ID\",\"message\":\"Session expired or invalid\"}]";
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "`[{\"id\":\"001000000000009AAA\",\"success\":true,\"errors\":[]}]`",
        "`[{\"success\":false,\"errors\":[]}]`",
        "`[{\"success\":false,\"errors\":[{\"statusCode\":\"UNKNOWN_EXCEPTION\",\"message\":\"oops\"}]}]`",
      })
  void what_a_row_came_to_says_nothing_of_salesforce_itself(String rows) {
    salesforce.then(200, composite(200, rows)).then(503, "[]");

    assertThat(hub.connector.write(mapping, List.of(update(ID))).unavailable()).isEmpty();
    assertThat(hub.connector.write(mapping, List.of(update(ID))).unavailable()).isPresent();
  }
}
