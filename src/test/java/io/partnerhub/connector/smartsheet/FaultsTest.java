package io.partnerhub.connector.smartsheet;

import static io.partnerhub.connector.smartsheet.Tracker.add;
import static io.partnerhub.connector.smartsheet.Tracker.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.Values;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sandbox.sim.FaultRule;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Outcome.Rejected;
import io.partnerhub.sync.Outcome.RetryLater;
import io.partnerhub.sync.Outcome.Unknown;
import io.partnerhub.sync.Outcome.Written;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.Write;
import io.partnerhub.sync.system.Answer;
import io.partnerhub.sync.system.Checkpoint;
import io.partnerhub.sync.system.Page;
import io.partnerhub.sync.system.SystemUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FaultsTest {

  private final Tracker tracker = new Tracker();
  private final Mapping one = tracker.inOneSheet(tracker.europe);
  private final SmartsheetConnector connector = tracker.connector();

  @AfterEach
  void stop() {
    tracker.close();
  }

  private void faultOnRows(String method, Fault fault) {
    tracker.failOnce(method, "/rows$", fault);
  }

  private void faultOnSheet(Fault fault) {
    tracker.failOnce("GET", "/sheets/\\d+$", fault);
  }

  private List<Outcome> addTwo() {
    return connector
        .write(
            one,
            List.of(
                add(tracker.europe, Map.of("code", "P1")),
                add(tracker.europe, Map.of("code", "P2"))))
        .outcomes();
  }

  private void readSheet() {
    connector.changes(one, Checkpoint.start(tracker.europe), null, tracker.clock.instant());
  }

  static List<Fault> answersThatTellNothing() {
    return List.of(
        new Fault.CutBefore(),
        new Fault.CutAfter(),
        new Fault.Html(),
        new Fault.Empty(),
        new Fault.RawAnswer(200, "{}"),
        new Fault.RawAnswer(200, "[1,2]"),
        new Fault.RawAnswer(200, "{\"message\":\"SUCCESS\",\"result\":[{\"id\":1,\"cells\":["),
        new Fault.RawAnswer(200, "{\"message\":\"SUCCESS\",\"result\":[{\"id\":1}],\"version\":9}"),
        new Fault.Failure(500, "4002", "timed out"),
        new Fault.Failure(500, "4000", "unexpected"),
        new Fault.RawAnswer(502, "<html>Bad gateway</html>"));
  }

  @ParameterizedTest
  @MethodSource("answersThatTellNothing")
  void an_answer_that_tells_nothing_leaves_every_row_of_its_call_unknown(Fault fault) {
    faultOnRows("POST", fault);

    assertThat(addTwo()).hasSize(2).allSatisfy(o -> assertThat(o).isInstanceOf(Unknown.class));
  }

  static List<Fault> whatEndsARead() {
    return List.of(
        new Fault.CutBefore(),
        new Fault.CutAfter(),
        new Fault.RateLimit(),
        new Fault.Failure(503, "SERVER_UNAVAILABLE", "on command"),
        new Fault.Failure(500, "4004", "on command"),
        new Fault.Failure(401, "1003", "on command"),
        new Fault.Html(),
        new Fault.Empty(),
        new Fault.InvalidUtf8());
  }

  @ParameterizedTest
  @MethodSource("whatEndsARead")
  void a_further_page_that_fails_is_read_later_from_where_the_one_before_it_ended(Fault fault) {
    tracker.seed(tracker.europe, 1, 5);
    SmartsheetConnector paged = tracker.connector(2);
    Checkpoint from = Checkpoint.start(tracker.europe);
    Page first = paged.changes(one, from, null, tracker.clock.instant());
    faultOnSheet(fault);

    assertThatThrownBy(() -> paged.changes(one, from, first.cursor(), tracker.clock.instant()))
        .isInstanceOf(SystemUnavailable.class);

    tracker.clock.advance(Duration.ofMinutes(2));
    Page second = paged.changes(one, from, first.cursor(), tracker.clock.instant());
    assertThat(first.rows()).hasSize(2);
    assertThat(second.rows()).hasSize(2).doesNotContainAnyElementsOf(first.rows());
    assertThat(second.next().complete()).as("there is a third").isFalse();
  }

  @ParameterizedTest
  @MethodSource("whatEndsARead")
  void a_sweep_whose_further_page_fails_takes_no_row_for_deleted(Fault fault) {
    tracker.seed(tracker.europe, 1, 5);
    SmartsheetConnector paged = tracker.connector(2);
    paged.metadata(one);
    faultOnSheet(new Fault.Delay(Duration.ZERO));
    faultOnSheet(fault);

    assertThatThrownBy(() -> paged.sweep(one, tracker.europe))
        .isInstanceOf(SystemUnavailable.class);

    tracker.clock.advance(Duration.ofMinutes(2));
    assertThat(paged.sweep(one, tracker.europe).orElseThrow().ids()).hasSize(5);
  }

  @Test
  void a_row_that_moved_but_did_not_take_its_values_is_not_written() {
    long row = tracker.seed(tracker.europe, 1, 1).get(0);
    Write write = tracker.move(row);
    faultOnRows("PUT", new Fault.CutBefore());

    Outcome outcome = connector.write(tracker.mapping, List.of(write)).outcomes().get(0);

    assertThat(tracker.desk().rows(tracker.americas)).hasSize(1);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Unknown.class, u -> assertThat(u.reason().code()).isEqualTo("MOVED"));
  }

  @Test
  void a_moved_row_whose_values_are_refused_says_nothing_of_smartsheet_itself() {
    long row = tracker.seed(tracker.europe, 1, 1).get(0);
    Write write =
        new Write(
            1,
            Write.Action.MOVE,
            new NativeId(tracker.europe, "" + row),
            tracker.americas,
            Set.of("status"),
            Values.of(Map.of("status", "Unheard of")));

    Answer answer = connector.write(tracker.mapping, List.of(write));

    assertThat(answer.outcomes().get(0))
        .isInstanceOfSatisfying(
            Unknown.class, u -> assertThat(u.reason().code()).isEqualTo("MOVED"));
    assertThat(answer.unavailable()).isEmpty();
  }

  @Test
  void an_addition_cannot_be_gone_and_is_tried_later() {
    connector.metadata(one);
    faultOnRows(
        "POST",
        new Fault.RawAnswer(
            200,
            "{\"message\":\"PARTIAL_SUCCESS\",\"resultCode\":3,\"result\":[],\"failedItems\":["
                + "{\"index\":0,\"error\":{\"errorCode\":1006,\"message\":\"Not Found\"}},"
                + "{\"index\":1,\"error\":{\"errorCode\":1034,\"message\":\"Row gone\"}}]}"));

    assertThat(addTwo()).hasOnlyElementsOfType(RetryLater.class);
  }

  @Test
  void a_failed_row_without_its_number_leaves_the_rows_of_its_call_unknown() {
    connector.metadata(one);
    faultOnRows(
        "POST",
        new Fault.RawAnswer(
            200,
            "{\"message\":\"PARTIAL_SUCCESS\",\"resultCode\":3,\"result\":[{\"id\":1,\"cells\":[]}],"
                + "\"failedItems\":[{\"error\":{\"errorCode\":1042,\"message\":\"no\"}}]}"));

    assertThat(addTwo()).hasOnlyElementsOfType(Unknown.class);
  }

  @Test
  void a_service_that_stays_silent_is_given_up_and_the_rows_are_unknown() {
    SmartsheetConnector impatient =
        new SmartsheetConnector(
            new SmartsheetSettings(
                tracker.server.baseUrl() + "/2.0",
                Tracker.TOKEN,
                300,
                Duration.ZERO,
                "hub-test",
                Duration.ofSeconds(2),
                100),
            tracker.freshTemplate(),
            tracker.clock);
    impatient.metadata(one);
    faultOnRows("POST", new Fault.HoldBefore());

    Outcome outcome =
        impatient.write(one, List.of(add(tracker.europe, Map.of("code", "P1")))).outcomes().get(0);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Unknown.class, u -> assertThat(u.reason().code()).isEqualTo("NO_ANSWER"));
  }

  @Test
  void after_a_lost_answer_the_rows_are_found_by_their_keys() {
    faultOnRows("POST", new Fault.CutAfter());
    addTwo();

    assertThat(connector.find(one, List.of("P1", "P2"))).hasSize(2);
  }

  @Test
  void after_a_lost_answer_the_rest_of_the_batch_is_not_tried() {
    faultOnRows("POST", new Fault.CutBefore());
    connector.metadata(one);
    long before = tracker.calls();

    List<Outcome> outcomes =
        connector
            .write(
                one,
                IntStream.rangeClosed(1, 700)
                    .mapToObj(n -> add(tracker.europe, Map.of("code", "P" + n)))
                    .toList())
            .outcomes();

    assertThat(tracker.calls() - before).isEqualTo(1);
    assertThat(outcomes.subList(0, 500)).hasOnlyElementsOfType(Unknown.class);
    assertThat(outcomes.subList(500, 700)).hasOnlyElementsOfType(RetryLater.class);
  }

  @Test
  void a_row_that_the_answer_to_an_update_lacks_is_unknown_and_the_others_are_not() {
    List<Long> ids = tracker.seed(tracker.europe, 1, 2);
    faultOnRows(
        "PUT",
        new Fault.RawAnswer(
            200,
            "{\"resultCode\":0,\"result\":[{\"id\":"
                + ids.get(1)
                + ",\"cells\":[]}],\"version\":9}"));

    List<Outcome> outcomes =
        connector
            .write(
                one,
                ids.stream().map(i -> update(tracker.europe, i, Map.of("name", "New"))).toList())
            .outcomes();

    assertThat(outcomes.get(0)).isInstanceOf(Unknown.class);
    assertThat(outcomes.get(1))
        .isEqualTo(new Written(new NativeId(tracker.europe, "" + ids.get(1)), null));
  }

  @Test
  void too_many_calls_pause_every_call_for_a_minute_without_blocking() {
    connector.metadata(one);
    tracker.failOnce("POST", "/rows$", new Fault.RateLimit());

    assertThat(addTwo())
        .allSatisfy(o -> assertThat(((RetryLater) o).after()).isEqualTo(Duration.ofSeconds(60)));
    long before = tracker.calls();
    tracker.clock.advance(Duration.ofSeconds(20));
    assertThatThrownBy(this::readSheet)
        .isInstanceOfSatisfying(
            SystemUnavailable.class, e -> assertThat(e.after()).isEqualTo(Duration.ofSeconds(40)));
    assertThat(tracker.calls()).isEqualTo(before);
    tracker.clock.advance(Duration.ofSeconds(40));
    assertThat(addTwo()).hasOnlyElementsOfType(Written.class);
  }

  @Test
  void a_save_collision_is_tried_later_and_nothing_was_written() {
    faultOnRows("POST", new Fault.Failure(500, "4004", "sheet is being updated"));

    assertThat(addTwo()).hasOnlyElementsOfType(RetryLater.class);
    assertThat(tracker.desk().rows(tracker.europe)).isEmpty();
  }

  @Test
  void an_expired_token_is_tried_later_and_its_value_is_nowhere() {
    connector.metadata(one);
    tracker.controls().tokenExpired(true);

    List<Outcome> outcomes = addTwo();

    assertThat(outcomes).hasOnlyElementsOfType(RetryLater.class);
    assertThat(outcomes.toString()).contains("1003").doesNotContain(Tracker.TOKEN);
    assertThat(tracker.camel.getEndpoints().toString()).doesNotContain(Tracker.TOKEN);
    assertThatThrownBy(this::readSheet).isInstanceOf(SystemUnavailable.class);
  }

  @Test
  void a_token_in_an_error_message_is_masked() {
    faultOverRow(1, FaultRule.FOREVER, new Fault.Failure(400, "1008", "bad " + Tracker.TOKEN));

    assertThat(connector.write(one, adds(1)).outcomes().toString())
        .contains("bad ***")
        .doesNotContain(Tracker.TOKEN);
  }

  @Test
  void data_that_fails_a_whole_call_is_rejected() {
    tracker
        .server
        .faults()
        .add(
            new FaultRule(
                "POST",
                Pattern.compile("/rows$"),
                "",
                FaultRule.FOREVER,
                new Fault.Failure(400, "1008", "unable to parse")));

    assertThat(addTwo()).hasOnlyElementsOfType(Rejected.class);
  }

  private List<Write> adds(int rows) {
    return IntStream.rangeClosed(1, rows)
        .mapToObj(n -> add(tracker.europe, Map.of("code", "P" + n + "-")))
        .toList();
  }

  private void faultOverRow(int row, int times, Fault fault) {
    tracker
        .server
        .faults()
        .add(new FaultRule("POST", Pattern.compile("/rows$"), "P" + row + "-", times, fault));
  }

  static List<Fault> answersThatNameNoRow() {
    return List.of(
        new Fault.Failure(400, "1008", "unable to parse"),
        new Fault.RawAnswer(413, "<html>Too large</html>"),
        new Fault.RawAnswer(414, ""));
  }

  @ParameterizedTest
  @MethodSource("answersThatNameNoRow")
  void one_row_of_500_that_fails_the_whole_call_unnamed_is_found_in_19_calls(Fault fault) {
    connector.metadata(one);
    faultOverRow(137, FaultRule.FOREVER, fault);
    long before = tracker.calls();

    List<Outcome> outcomes = connector.write(one, adds(500)).outcomes();

    assertThat(tracker.calls() - before).isLessThanOrEqualTo(19);
    assertThat(outcomes.stream().filter(Written.class::isInstance)).hasSize(499);
    assertThat(outcomes.get(136))
        .isInstanceOfSatisfying(
            Rejected.class, no -> assertThat(no.reason().message()).contains("refused P137-: "));
    assertThat(tracker.desk().rows(tracker.europe)).hasSize(499);
  }

  @Test
  void a_row_that_is_named_is_left_out_and_the_others_are_written_in_one_more_call() {
    connector.metadata(one);
    faultOverRow(
        2,
        1,
        new Fault.RawAnswer(
            400, "{\"errorCode\":1042,\"message\":\"not strict\",\"detail\":{\"index\":1}}"));
    long before = tracker.calls();

    List<Outcome> outcomes = connector.write(one, adds(300)).outcomes();

    assertThat(tracker.calls() - before).isEqualTo(2);
    assertThat(outcomes.get(1))
        .isInstanceOfSatisfying(
            Rejected.class,
            no -> {
              assertThat(no.reason().message()).endsWith("refused P2-: " + said(no));
              assertThat(no.reason().answer()).contains("\"errorCode\":1042");
            });
    assertThat(outcomes.stream().filter(Written.class::isInstance)).hasSize(299);
  }

  private static String said(Rejected no) {
    String message = no.reason().message();
    return message.substring(message.indexOf("P2-: ") + "P2-: ".length());
  }

  @Test
  void rows_beyond_what_a_write_may_ask_for_wait_and_none_is_rejected_for_another() {
    connector.metadata(one);
    tracker
        .server
        .faults()
        .add(
            new FaultRule(
                "POST",
                Pattern.compile("/rows$"),
                "",
                FaultRule.FOREVER,
                new Fault.Failure(400, "1008", "unable to parse")));
    long before = tracker.calls();

    List<Outcome> outcomes = connector.write(one, adds(500)).outcomes();

    assertThat(tracker.calls() - before).isEqualTo(41);
    assertThat(outcomes.stream().filter(Rejected.class::isInstance)).hasSizeLessThan(20);
    assertThat(outcomes.stream().filter(RetryLater.class::isInstance)).hasSizeGreaterThan(480);
  }

  @Test
  void after_a_collision_the_next_calls_are_smaller_and_grow_again() {
    connector.metadata(one);
    faultOnRows("POST", new Fault.Failure(500, "4004", "sheet is being updated"));
    assertThat(connector.write(one, adds(500)).outcomes())
        .allSatisfy(
            o -> assertThat(((RetryLater) o).reason().kind()).isEqualTo(ReasonClass.CONFLICT));
    long before = tracker.calls();

    assertThat(connector.write(one, adds(500)).outcomes()).hasOnlyElementsOfType(Written.class);
    int columnsAgain = 1;
    assertThat(tracker.calls() - before).isEqualTo(2 + columnsAgain);
    assertThat(connector.write(one, adds(500)).outcomes()).hasOnlyElementsOfType(Written.class);
    assertThat(tracker.calls() - before).isEqualTo(3 + columnsAgain);
  }

  @Test
  void a_page_an_empty_body_and_an_endless_number_are_unreadable_and_the_outcome_is_unknown() {
    Fault number = new Fault.RawAnswer(200, "{\"version\": 1e-99999999999}");
    for (Fault fault : List.of(new Fault.Html(), new Fault.Empty(), number)) {
      faultOnRows("POST", fault);

      assertThat(addTwo())
          .allSatisfy(o -> assertThat(((Unknown) o).reason().kind()).isEqualTo(ReasonClass.PARSE));
    }
  }

  @Test
  void of_a_call_refused_for_one_row_only_that_row_is_rejected() {
    faultOnRows(
        "POST",
        new Fault.RawAnswer(
            400, "{\"errorCode\":1042,\"message\":\"not strict\",\"detail\":{\"index\":1}}"));

    List<Outcome> outcomes = addTwo();

    assertThat(outcomes.get(0)).isInstanceOf(Written.class);
    assertThat(outcomes.get(1)).isInstanceOf(Rejected.class);
  }

  @Test
  void a_sheet_that_is_gone_is_named_and_tried_later() {
    Mapping gone = tracker.inOneSheet("4711");

    Outcome outcome =
        connector.write(gone, List.of(add("4711", Map.of("code", "P1")))).outcomes().get(0);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            RetryLater.class, r -> assertThat(r.reason().message()).contains("sheet 4711"));
  }

  @Test
  void a_renamed_column_puts_the_writes_off_and_names_it() {
    tracker.desk().changeColumn(tracker.europe, "Phone", Map.of("title", "Telephone"), Tracker.ANN);

    assertThat(addTwo())
        .allSatisfy(
            o -> assertThat(((RetryLater) o).reason().message()).contains("\"Phone\"", "renamed?"));
  }

  static List<Fault> answersThatAreNoSheet() {
    return List.of(
        new Fault.CutBefore(),
        new Fault.Html(),
        new Fault.Empty(),
        new Fault.RawAnswer(200, "{}"),
        new Fault.RawAnswer(200, "{\"rows\":[]}"),
        new Fault.RawAnswer(200, "{\"id\":1,\"version\":1,\"totalRowCount\":0,\"rows\":[]}"),
        new Fault.RawAnswer(503, "<html>Down</html>"),
        new Fault.Failure(503, "4001", "maintenance"));
  }

  @ParameterizedTest
  @MethodSource("answersThatAreNoSheet")
  void an_answer_that_is_no_sheet_makes_the_system_unavailable(Fault fault) {
    tracker.seed(tracker.europe, 1, 3);
    readSheet();
    faultOnSheet(fault);

    assertThatThrownBy(this::readSheet)
        .isInstanceOf(SystemUnavailable.class)
        .hasMessageContaining("sheet " + tracker.europe);
  }

  @Test
  void invalid_utf_8_makes_the_system_unavailable() {
    try (var broken = new BrokenDoor(new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, '"'})) {
      SmartsheetConnector toBroken =
          new SmartsheetConnector(
              SmartsheetSettings.usual(broken.baseUrl(), Tracker.TOKEN, 300, "hub-test"),
              tracker.freshTemplate(),
              tracker.clock);

      assertThatThrownBy(() -> toBroken.sweep(one, tracker.europe))
          .isInstanceOf(SystemUnavailable.class)
          .hasMessageContaining("NOT_JSON");
    }
  }

  @Test
  void nobody_at_the_address_means_that_nothing_was_sent() {
    String address;
    try (var broken = new BrokenDoor(new byte[0])) {
      address = broken.baseUrl();
    }
    SmartsheetConnector toNobody =
        new SmartsheetConnector(
            SmartsheetSettings.usual(address, Tracker.TOKEN, 300, "hub-test"),
            tracker.freshTemplate(),
            tracker.clock);

    assertThat(
            toNobody
                .write(one, List.of(add(tracker.europe, Map.of("code", "P1"))))
                .outcomes()
                .get(0))
        .isInstanceOfSatisfying(
            RetryLater.class, r -> assertThat(r.reason().code()).isEqualTo("NO_CONNECTION"));
  }

  @Test
  void unknown_members_and_values_are_ignored() {
    faultOnSheet(
        new Fault.RawAnswer(
            200,
            """
            {"id":%s,"name":"Europe","version":3,"totalRowCount":0,"fresh":{"a":[1]},
             "columns":[{"id":1,"title":"Odd","type":"HOLOGRAM","tags":["NEW"]}],"rows":[]}
            """
                .formatted(tracker.europe)));

    assertThat(connector.metadata(one).get(0).fields().get("Odd").kinds()).isEmpty();
  }
}
