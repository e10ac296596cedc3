package io.partnerhub.connector.smartsheet;

import static io.partnerhub.connector.smartsheet.Tracker.ANN;
import static io.partnerhub.connector.smartsheet.Tracker.add;
import static io.partnerhub.connector.smartsheet.Tracker.move;
import static io.partnerhub.connector.smartsheet.Tracker.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.sandbox.smartsheet.RowRef;
import io.partnerhub.sandbox.smartsheet.RowState;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Outcome.Gone;
import io.partnerhub.sync.Outcome.Rejected;
import io.partnerhub.sync.Outcome.Written;
import io.partnerhub.sync.Write;
import io.partnerhub.sync.system.Answer;
import io.partnerhub.sync.system.Checkpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WritingTest {

  private final Tracker tracker = new Tracker();
  private final Mapping one = tracker.inOneSheet(tracker.europe);
  private final SmartsheetConnector connector = tracker.connector();

  @AfterEach
  void stop() {
    tracker.close();
  }

  private Written written(Write write) {
    return (Written) connector.write(one, List.of(write)).outcomes().get(0);
  }

  private RowState row(int index) {
    return tracker.desk().rows(tracker.europe).get(index);
  }

  @Test
  void a_call_takes_as_many_writes_as_the_connector_says() {
    connector.metadata(one);
    long before = tracker.calls();

    connector.write(one, adds(connector.callSize(one)));
    assertThat(tracker.calls() - before).isEqualTo(1);

    connector.write(one, adds(connector.callSize(one) + 1));
    assertThat(tracker.calls() - before).isEqualTo(3);
  }

  private List<Write> adds(int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> add(tracker.europe, Map.of("code", "P" + n)))
        .toList();
  }

  @Test
  void twelve_hundred_adds_are_three_calls_in_the_order_sent() {
    connector.metadata(one);
    long before = tracker.calls();
    List<Write> writes =
        IntStream.rangeClosed(1, 1_200)
            .mapToObj(n -> add(tracker.europe, Map.of("code", "P" + n, "name", "Company " + n)))
            .toList();

    Answer answer = connector.write(one, writes);

    assertThat(tracker.calls() - before).isEqualTo(3);
    List<RowState> rows = tracker.desk().rows(tracker.europe);
    assertThat(rows).hasSize(1_200);
    assertThat(answer.outcomes())
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 1_200)
                .<Outcome>mapToObj(
                    n ->
                        new Written(
                            new NativeId(tracker.europe, "" + rows.get(n - 1).id()),
                            writes.get(n - 1).values()))
                .toList());
    assertThat(answer.versions().get(tracker.europe))
        .isEqualTo(
            new Answer.Versions(
                3,
                tracker.desk().version(tracker.europe),
                Instant.parse(rows.get(rows.size() - 1).modifiedAt())));
  }

  @Test
  void every_kind_of_value_is_written_in_its_column_s_own_json_type_and_comes_back_the_same() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("code", "P1");
    values.put("name", "4711");
    values.put("email", "max@example.com");
    values.put("phone", "12 345");
    values.put("credit", "1200.5");
    values.put("onboardedOn", "2025-02-28");
    values.put("newsletter", "true");
    values.put("status", "Paused");
    values.put("lastReview", "2026-01-02T03:04:05Z");
    Write write = add(tracker.europe, values);

    Written written = written(write);

    assertThat(written.shown().asMap()).containsAllEntriesOf(without(values, "phone"));
    assertThat(row(0).cells())
        .containsEntry("Company", "4711")
        .containsEntry("Onboarded on", "2025-02-28")
        .containsEntry("Newsletter", "true");
    assertThat(connector.read(one, List.of(written.id())).rows().get(0).values())
        .isEqualTo(written.shown());
  }

  private static Map<String, String> without(Map<String, String> values, String field) {
    Map<String, String> rest = new LinkedHashMap<>(values);
    rest.remove(field);
    return rest;
  }

  @Test
  void several_choices_are_written_and_cleared_as_an_object() {
    long id =
        tracker
            .desk()
            .addRow(
                tracker.europe,
                Map.of("Code", "P1", "Programmes", List.of("Affiliate", "Reseller")),
                ANN);
    String both =
        connector
            .read(one, List.of(new NativeId(tracker.europe, "" + id)))
            .rows()
            .get(0)
            .values()
            .get("programmes");

    Written cleared = written(update(tracker.europe, id, Set.of("programmes"), Map.of()));
    assertThat(row(0).cells()).doesNotContainKey("Programmes");
    Written set = written(update(tracker.europe, id, Map.of("programmes", both)));

    assertThat(cleared.shown().get("programmes")).isNull();
    assertThat(set.shown().get("programmes")).isEqualTo(both);
    assertThat(row(0).cells().get("Programmes")).contains("Affiliate", "Reseller");
  }

  @Test
  void only_the_given_fields_are_written_and_a_field_without_a_value_is_cleared() {
    long id =
        tracker
            .desk()
            .addRow(
                tracker.europe,
                Map.of("Code", "P1", "Company", "Old", "Phone", "+49 30 1", "Newsletter", "true"),
                ANN);

    Written written = written(update(tracker.europe, id, Set.of("phone", "newsletter"), Map.of()));

    assertThat(written.shown().get("phone")).isNull();
    assertThat(written.shown().get("newsletter")).isEqualTo("false");
    assertThat(row(0).cells()).containsEntry("Company", "Old").doesNotContainKey("Phone");
  }

  @Test
  void a_text_that_the_service_cuts_is_learnt_from_its_answer() {
    Written written =
        written(add(tracker.europe, Map.of("code", "P1", "notes", "x".repeat(5_000))));

    assertThat(written.shown().get("notes")).hasSize(4_000);
  }

  @Test
  void a_workflow_s_rendering_is_learnt_from_the_answer() {
    tracker.controls().automate(tracker.europe, "Company", "uppercase", "");

    Written written = written(add(tracker.europe, Map.of("code", "P1", "name", "Acme")));

    assertThat(written.shown().get("name")).isEqualTo("ACME");
  }

  @Test
  void one_bad_row_does_not_stop_the_others() {
    List<Write> writes =
        List.of(
            add(tracker.europe, Map.of("code", "P1", "status", "Active")),
            add(tracker.europe, Map.of("code", "P2", "status", "Unheard of")),
            add(tracker.europe, Map.of("code", "P3", "status", "Paused")));

    List<Outcome> outcomes = connector.write(one, writes).outcomes();

    assertThat(outcomes.get(0)).isInstanceOf(Written.class);
    assertThat(((Written) outcomes.get(2)).id().id()).isEqualTo("" + row(1).id());
    assertThat(((Written) outcomes.get(2)).shown().get("code")).isEqualTo("P3");
    assertThat(outcomes.get(1))
        .isInstanceOfSatisfying(
            Rejected.class,
            r -> {
              assertThat(r.reason().code()).isEqualTo("1042");
              assertThat(r.reason().message()).contains("P2", "\"Europe\"", "\"Status\"");
            });
  }

  @Test
  void a_row_that_is_gone_does_not_stop_the_others() {
    List<Long> ids = tracker.seed(tracker.europe, 1, 2);
    tracker.desk().deleteRows(tracker.europe, List.of(RowRef.id(ids.get(0))), ANN);

    List<Outcome> outcomes =
        connector
            .write(
                one,
                ids.stream().map(i -> update(tracker.europe, i, Map.of("name", "New"))).toList())
            .outcomes();

    assertThat(outcomes.get(0)).isInstanceOf(Gone.class);
    assertThat(outcomes.get(1)).isInstanceOf(Written.class);
  }

  @Test
  void adds_and_updates_of_several_sheets_come_in_one_batch() {
    long id = tracker.seed(tracker.europe, 1, 1).get(0);
    List<Write> writes =
        List.of(
            update(tracker.europe, id, Map.of("name", "New")),
            add(tracker.americas, Map.of("code", "P2")),
            add(tracker.europe, Map.of("code", "P3")));

    Answer answer = connector.write(tracker.mapping, writes);

    assertThat(answer.outcomes())
        .extracting(o -> ((Written) o).id().location())
        .containsExactly(tracker.europe, tracker.americas, tracker.europe);
    assertThat(((Written) answer.outcomes().get(0)).id().id()).isEqualTo("" + id);
    assertThat(answer.versions().get(tracker.europe).calls()).isEqualTo(2);
    assertThat(answer.versions().get(tracker.americas).calls()).isEqualTo(1);
    assertThat(answer.versions().get(tracker.americas).after())
        .isEqualTo(tracker.desk().version(tracker.americas));
  }

  @Test
  void moved_rows_get_new_ids_in_the_other_sheet_and_missing_ones_are_gone() {
    List<Long> ids = tracker.seed(tracker.europe, 1, 3);
    tracker.desk().deleteRows(tracker.europe, List.of(RowRef.id(ids.get(1))), ANN);

    Answer answer =
        connector.write(
            tracker.mapping,
            ids.stream().map(i -> move(tracker.europe, i, tracker.americas)).toList());

    List<RowState> arrived = tracker.desk().rows(tracker.americas);
    assertThat(arrived).extracting(r -> r.cells().get("Code")).containsExactly("P1", "P3");
    assertThat(answer.outcomes().get(0))
        .isEqualTo(new Written(new NativeId(tracker.americas, "" + arrived.get(0).id()), null));
    assertThat(answer.outcomes().get(1)).isInstanceOf(Gone.class);
    assertThat(answer.outcomes().get(2)).isInstanceOf(Written.class);
    assertThat(answer.versions())
        .containsEntry(
            tracker.europe, new Answer.Versions(1, tracker.desk().version(tracker.europe), null))
        .containsEntry(
            tracker.americas,
            new Answer.Versions(1, tracker.desk().version(tracker.americas), null));
  }

  @Test
  void a_move_with_fields_writes_them_where_the_row_arrived() {
    long id = tracker.seed(tracker.europe, 1, 1).get(0);
    Write write = tracker.move(id);

    Outcome outcome = connector.write(tracker.mapping, List.of(write)).outcomes().get(0);

    assertThat(((Written) outcome).shown().get("region")).isEqualTo("AM");
    assertThat(tracker.desk().rows(tracker.americas).get(0).cells()).containsEntry("Region", "AM");
  }

  private void indent(long row, long below) {
    tracker.desk().drag(tracker.europe, List.of(RowRef.id(row)), RowRef.id(below), ANN);
  }

  private String americanRow(int place) {
    return "" + tracker.desk().rows(tracker.americas).get(place).id();
  }

  @Test
  void a_move_tells_which_rows_below_it_went_along() {
    List<Long> ids = tracker.seed(tracker.europe, 1, 2);
    indent(ids.get(1), ids.get(0));

    Answer answer = connector.write(tracker.mapping, List.of(tracker.move(ids.get(0))));

    assertThat(answer.outcomes().get(0)).isInstanceOf(Written.class);
    assertThat(answer.along())
        .containsExactly(
            Map.entry(
                new NativeId(tracker.europe, "" + ids.get(1)),
                new NativeId(tracker.americas, americanRow(1))));
  }

  @Test
  void a_row_that_went_along_with_an_earlier_call_of_its_batch_is_moved_and_not_gone() {
    List<Long> ids = tracker.seed(tracker.europe, 1, 501);
    indent(ids.get(500), ids.get(0));
    List<Write> moves =
        ids.stream().map(id -> Tracker.move(tracker.europe, id, tracker.americas)).toList();

    Answer answer = connector.write(tracker.mapping, moves);

    assertThat(answer.outcomes()).hasSize(501).hasOnlyElementsOfType(Written.class);
    assertThat(answer.along()).isEmpty();
  }

  @Test
  void an_add_beyond_the_end_of_a_sheet_is_refused_before_the_call() {
    Stream.of(0, 1, 2, 3)
        .forEach(
            k -> tracker.seed(tracker.europe, k * 5_000 + 1, (k + 1) * 5_000 - (k == 3 ? 1 : 0)));
    connector.metadata(one);

    List<Outcome> outcomes =
        connector
            .write(
                one,
                List.of(
                    add(tracker.europe, Map.of("code", "A1")),
                    add(tracker.europe, Map.of("code", "A2"))))
            .outcomes();

    assertThat(outcomes.get(0)).isInstanceOf(Written.class);
    assertThat(outcomes.get(1))
        .isInstanceOfSatisfying(
            Rejected.class,
            r -> {
              assertThat(r.reason().code()).isEqualTo("SHEET_FULL");
              assertThat(r.reason().message())
                  .contains("\"Europe\"", "room for only 1 of these 2 rows");
            });
    assertThat(connector.fills().get(tracker.europe).share()).isEqualTo(1.0);
    assertThat(connector.fills().get(tracker.europe).roomForRows()).isZero();
  }

  @Test
  void a_sheet_that_only_the_hub_wrote_has_no_news_until_someone_edits_it() {
    Checkpoint read =
        connector
            .changes(one, Checkpoint.start(tracker.europe), null, tracker.clock.instant())
            .next();
    connector.write(one, List.of(add(tracker.europe, Map.of("code", "P1"))));

    assertThat(tracker.moved(connector, one, List.of(read))).isEmpty();

    tracker.seed(tracker.europe, 2, 2);
    connector.write(one, List.of(add(tracker.europe, Map.of("code", "P3"))));

    assertThat(tracker.moved(connector, one, List.of(read))).containsExactly(tracker.europe);
  }

  @Test
  void a_sheet_that_is_to_be_read_once_more_is_so_though_the_newest_version_is_the_hub_s() {
    tracker.seed(tracker.europe, 1, 2);
    Checkpoint read =
        connector
            .changes(one, Checkpoint.start(tracker.europe), null, tracker.clock.instant())
            .next();
    connector.write(one, List.of(add(tracker.europe, Map.of("code", "P3"))));
    long newest = tracker.desk().version(tracker.europe);
    Checkpoint written = read.at(newest, null, tracker.clock.instant());

    assertThat(tracker.moved(connector, one, List.of(written.unread())))
        .containsExactly(tracker.europe);
    assertThat(tracker.moved(connector, one, List.of(written))).isEmpty();
  }

  @Test
  void two_workers_never_write_one_sheet_at_the_same_time() {
    connector.metadata(one);
    tracker.controls().settings().writeTakes(Duration.ofMillis(50));

    List<Outcome> outcomes =
        IntStream.range(0, 6)
            .parallel()
            .mapToObj(
                n -> connector.write(one, List.of(add(tracker.europe, Map.of("code", "P" + n)))))
            .flatMap(answer -> answer.outcomes().stream())
            .toList();

    assertThat(outcomes).hasSize(6).hasOnlyElementsOfType(Written.class);
  }

  @Test
  void every_write_names_the_hub_as_its_change_agent_and_no_read_does() {
    List<String> agents = new java.util.ArrayList<>();
    RecordingService recording = new RecordingService(tracker.service, agents);
    try (var server = io.partnerhub.sandbox.sim.SimulatorServer.start(recording, 0)) {
      SmartsheetConnector recorded =
          new SmartsheetConnector(
              SmartsheetSettings.usual(server.baseUrl() + "/2.0", Tracker.TOKEN, 300, "hub-test"),
              tracker.freshTemplate(),
              tracker.clock);

      recorded.write(one, List.of(add(tracker.europe, Map.of("code", "P1"))));
    }

    assertThat(agents).containsExactly("GET none", "POST hub-test");
  }
}
