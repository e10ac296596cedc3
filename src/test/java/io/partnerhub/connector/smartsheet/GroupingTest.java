package io.partnerhub.connector.smartsheet;

import static io.partnerhub.connector.smartsheet.Tracker.ANN;
import static io.partnerhub.connector.smartsheet.Tracker.add;
import static io.partnerhub.connector.smartsheet.Tracker.move;
import static io.partnerhub.connector.smartsheet.Tracker.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Standing;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.Values;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sandbox.smartsheet.RowRef;
import io.partnerhub.sandbox.smartsheet.RowState;
import io.partnerhub.sync.Observation;
import io.partnerhub.sync.Outcome.RetryLater;
import io.partnerhub.sync.Outcome.Unknown;
import io.partnerhub.sync.Outcome.Written;
import io.partnerhub.sync.Write;
import io.partnerhub.sync.system.Answer;
import io.partnerhub.sync.system.Checkpoint;
import io.partnerhub.sync.system.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupingTest {

  private final Tracker tracker = new Tracker();
  private final String sheet = tracker.europe;
  private final Mapping mapping = tracker.groupedByRegion(tracker.europe);
  private final SmartsheetConnector connector = tracker.connector();
  private Checkpoint checkpoint = Checkpoint.start(sheet);

  @AfterEach
  void stop() {
    tracker.close();
  }

  private static Map<String, String> partner(String code, String region) {
    return Map.of("code", code, "region", region);
  }

  private long heading(String region) {
    return tracker.desk().addRow(sheet, Map.of("Region", region), ANN);
  }

  private long typed(String code, String region, Long parent) {
    long id = tracker.desk().addRow(sheet, Map.of("Code", code, "Region", region), ANN);
    if (parent != null) {
      tracker.desk().drag(sheet, List.of(RowRef.id(id)), RowRef.id(parent), ANN);
    }
    return id;
  }

  @Test
  void rows_beneath_headings_are_put_into_calls_by_the_connector_which_sees_the_whole_batch() {
    assertThat(connector.callSize(mapping)).isEqualTo(connector.batchSize());
  }

  /** The rows as people see them: indented by how deep they stand. */
  private List<String> picture(String of) {
    Map<Long, Integer> depth = new LinkedHashMap<>();
    List<String> lines = new ArrayList<>();
    for (RowState row : tracker.desk().rows(of)) {
      int deep = row.parentId() == null ? 0 : depth.get(row.parentId()) + 1;
      depth.put(row.id(), deep);
      String code = row.cells().getOrDefault("Code", "-");
      lines.add("  ".repeat(deep) + code + " " + row.cells().getOrDefault("Region", "-"));
    }
    return lines;
  }

  /** Reads what changed, as the hub does; gives what each row says of its region, by its code. */
  private Map<String, String> poll() {
    tracker.clock.advance(Duration.ofSeconds(30));
    Map<String, String> regions = new LinkedHashMap<>();
    String cursor = null;
    do {
      Page page = connector.changes(mapping, checkpoint, cursor, tracker.clock.instant());
      page.rows().forEach(row -> regions.put(code(row), region(row)));
      cursor = page.cursor();
      checkpoint = page.next();
    } while (cursor != null);
    return regions;
  }

  private static String code(Observation row) {
    return String.valueOf(row.values().get("code"));
  }

  private static String region(Observation row) {
    String text = row.values().get("region");
    return text == null ? "" : text.replace("\u2063", "");
  }

  @Test
  void additions_go_beneath_their_headings_and_missing_headings_are_made_in_one_call() {
    heading("EU");
    connector.metadata(mapping);
    poll();
    long before = tracker.calls();

    Answer answer =
        connector.write(
            mapping,
            List.of(
                add(sheet, partner("P1", "EU")),
                add(sheet, partner("P2", "AM")),
                add(sheet, partner("P3", "AP")),
                add(sheet, partner("P4", "AM")),
                add(sheet, Map.of("code", "P5"))));

    assertThat(picture(sheet))
        .containsExactly(
            "- EU", "  P1 EU", "- AM", "  P2 AM", "  P4 AM", "- AP", "  P3 AP", "P5 -");
    assertThat(answer.outcomes())
        .allSatisfy(o -> assertThat(o).isInstanceOf(Written.class))
        .element(1)
        .satisfies(o -> assertThat(((Written) o).shown().get("region")).isEqualTo("AM"));
    long looks = 1;
    long headings = 1;
    long places = 4;
    assertThat(tracker.calls() - before).isEqualTo(looks + headings + places);
    assertThat(answer.versions().get(sheet).calls()).isEqualTo(5);
    assertThat(answer.versions().get(sheet).after()).isEqualTo(tracker.desk().version(sheet));
  }

  @Test
  void more_than_a_call_takes_of_one_heading_are_two_calls() {
    connector.metadata(mapping);
    poll();
    long before = tracker.calls();

    connector.write(
        mapping,
        IntStream.rangeClosed(1, 700).mapToObj(n -> add(sheet, partner("P" + n, "EU"))).toList());

    assertThat(tracker.calls() - before).isEqualTo(1 + 2);
    assertThat(picture(sheet)).hasSize(701).element(700).isEqualTo("  P700 EU");
  }

  @Test
  void a_changed_value_moves_the_row_in_the_same_call_and_other_fields_leave_it_where_it_is() {
    long eu = heading("EU");
    long p1 = typed("P1", "EU", eu);
    long p2 = typed("P2", "EU", eu);
    long p3 = typed("P3", "EU", eu);
    long note = tracker.desk().addRow(sheet, Map.of("Notes", "call back"), ANN);
    tracker.desk().drag(sheet, List.of(RowRef.id(note)), RowRef.id(p1), ANN);
    poll();
    long before = tracker.calls();

    connector.write(
        mapping,
        List.of(
            update(sheet, p1, Map.of("region", "AM", "name", "One")),
            update(sheet, p2, Map.of("name", "Two")),
            update(sheet, p3, Set.of("region"), Map.of())));

    assertThat(tracker.calls() - before).as("staying, heading, AM, top").isEqualTo(4);
    assertThat(picture(sheet))
        .containsExactly("- EU", "  P2 EU", "- AM", "  P1 AM", "    - -", "P3 -");
  }

  @Test
  void a_row_that_stands_where_it_should_keeps_its_place_when_its_cell_is_put_right() {
    long eu = heading("EU");
    long p1 = typed("P1", "AM", eu);
    typed("P2", "EU", eu);
    poll();

    connector.write(mapping, List.of(update(sheet, p1, Map.of("region", "EU"))));

    assertThat(picture(sheet)).containsExactly("- EU", "  P1 EU", "  P2 EU");
  }

  @Test
  void a_row_says_what_its_cell_and_its_heading_say() {
    long eu = heading("EU");
    typed("P1", "EU", eu);
    typed("P2", "AM", eu);
    typed("P3", "EU", null);
    tracker.desk().addRow(sheet, Map.of("Code", "P4"), ANN);

    assertThat(poll())
        .containsEntry("P1", "EU")
        .containsEntry("P2", "AM, beneath EU")
        .containsEntry("P3", "EU, outside")
        .containsEntry("P4", "")
        .containsEntry("null", "EU, a heading");
  }

  @Test
  void bands_above_headings_and_records_below_records_do_not_change_what_a_row_stands_beneath() {
    long band = tracker.desk().addRow(sheet, Map.of("Company", "Large"), ANN);
    long eu = heading("EU");
    tracker.desk().drag(sheet, List.of(RowRef.id(eu)), RowRef.id(band), ANN);
    long p1 = typed("P1", "EU", eu);
    typed("P2", "EU", p1);
    long note = tracker.desk().addRow(sheet, Map.of("Region", "AM"), ANN);
    tracker.desk().drag(sheet, List.of(RowRef.id(note)), RowRef.id(p1), ANN);

    poll();

    assertThat(connector.changes(mapping, Checkpoint.start(sheet), null, checkpoint.watermark()))
        .extracting(Page::rows)
        .satisfies(
            rows ->
                assertThat(rows.stream().map(r -> code(r) + " " + region(r)))
                    .containsExactlyInAnyOrder(
                        "null ", "null EU, a heading", "P1 EU", "P2 EU", "null AM, beneath EU"));
  }

  @Test
  void a_renamed_heading_shows_all_rows_beneath_it_again_though_they_did_not_change() {
    long eu = heading("EU");
    typed("P1", "EU", eu);
    typed("P2", "EU", eu);
    tracker.clock.advance(Duration.ofHours(1));
    typed("P3", "AM", null); // so that the others are far behind the watermark
    poll();
    assertThat(poll()).isEmpty();

    tracker.desk().edit(sheet, RowRef.id(eu), Map.of("Region", "AM"), ANN);

    assertThat(poll()).containsEntry("P1", "EU, beneath AM").containsEntry("P2", "EU, beneath AM");
  }

  @Test
  void a_heading_renamed_while_the_hub_was_down_is_seen_by_the_first_read() {
    long eu = heading("EU");
    typed("P1", "EU", eu);
    tracker.clock.advance(Duration.ofHours(1));
    poll();
    tracker.clock.advance(Duration.ofHours(1));
    tracker.desk().edit(sheet, RowRef.id(eu), Map.of("Region", "AM"), ANN);

    SmartsheetConnector restarted = tracker.connector();
    Page page = restarted.changes(mapping, checkpoint, null, tracker.clock.instant());

    assertThat(page.rows().stream().map(GroupingTest::region)).contains("EU, beneath AM");
  }

  @Test
  void a_row_read_by_its_id_is_placed_without_a_call_for_its_parent() {
    long eu = heading("EU");
    long p1 = typed("P1", "EU", eu);
    poll();
    tracker.desk().drag(sheet, List.of(RowRef.id(p1)), null, ANN);
    long before = tracker.calls();

    List<Observation> read =
        connector.read(mapping, List.of(new NativeId(sheet, Long.toString(p1)))).rows();

    assertThat(tracker.calls() - before).isEqualTo(1);
    assertThat(region(read.get(0))).isEqualTo("EU, outside");
  }

  @Test
  void a_drag_that_leaves_no_time_of_change_is_found_by_the_sweep() {
    tracker.controls().settings().placesUnstamped(true);
    long eu = heading("EU");
    long am = heading("AM");
    long p1 = typed("P1", "EU", eu);
    typed("P2", "EU", p1);
    tracker.clock.advance(Duration.ofHours(1));
    typed("P3", "AM", am); // so that the others are far behind the watermark
    tracker.clock.advance(Duration.ofHours(1));
    poll();
    tracker.desk().drag(sheet, List.of(RowRef.id(p1)), RowRef.id(am), ANN);
    assertThat(poll()).containsOnlyKeys("P3");
    assertThat(tracker.moved(connector, mapping, List.of(checkpoint))).isEmpty();

    connector.sweep(mapping, sheet);

    assertThat(tracker.moved(connector, mapping, List.of(checkpoint))).containsExactly(sheet);
    assertThat(poll()).containsEntry("P1", "EU, beneath AM").containsEntry("P2", "EU, beneath AM");
    assertThat(tracker.moved(connector, mapping, List.of(checkpoint))).isEmpty();
  }

  @Test
  void headings_count_neither_as_copies_nor_as_strays() {
    long eu = heading("EU");
    typed("P1", "EU", eu);
    Page first = connector.changes(mapping, checkpoint, null, tracker.clock.instant());

    assertThat(first.totalRows()).hasValue(1);
    assertThat(connector.sweep(mapping, sheet).orElseThrow().totalRows()).isEqualTo(1);
  }

  @Test
  void headings_made_by_a_call_without_an_answer_are_looked_for_and_not_made_twice() {
    connector.metadata(mapping);
    poll();
    Write write = add(sheet, partner("P1", "EU"));
    tracker.failOnce("POST", "/rows$", new Fault.CutAfter());

    Answer lost = connector.write(mapping, List.of(write));
    Answer again = connector.write(mapping, List.of(write));

    assertThat(lost.outcomes().get(0)).isInstanceOf(RetryLater.class);
    assertThat(again.outcomes().get(0)).isInstanceOf(Written.class);
    assertThat(picture(sheet)).containsExactly("- EU", "  P1 EU");
  }

  @Test
  void a_lost_call_that_made_nothing_is_repeated_once_it_can_no_longer_land() {
    connector.metadata(mapping);
    poll();
    Write write = add(sheet, partner("P1", "EU"));
    tracker.failOnce("POST", "/rows$", new Fault.CutBefore());

    Answer lost = connector.write(mapping, List.of(write));
    Answer early = connector.write(mapping, List.of(write));
    tracker.clock.advance(Duration.ofMinutes(2));
    Answer late = connector.write(mapping, List.of(write));

    assertThat(lost.outcomes().get(0)).isInstanceOf(RetryLater.class);
    assertThat(((RetryLater) early.outcomes().get(0)).reason().code()).isEqualTo("HEADING_AWAITED");
    assertThat(late.outcomes().get(0)).isInstanceOf(Written.class);
    assertThat(picture(sheet)).containsExactly("- EU", "  P1 EU");
  }

  @Test
  void a_heading_that_was_deleted_or_renamed_just_now_is_not_used() {
    long eu = heading("EU");
    long am = heading("AM");
    poll();
    tracker.desk().deleteRows(sheet, List.of(RowRef.id(eu)), ANN);
    tracker.desk().edit(sheet, RowRef.id(am), Map.of("Region", "AP"), ANN);

    connector.write(
        mapping, List.of(add(sheet, partner("P1", "EU")), add(sheet, partner("P2", "AM"))));

    assertThat(picture(sheet)).containsExactly("- AP", "- EU", "  P1 EU", "- AM", "  P2 AM");
  }

  @Test
  void a_row_that_moves_to_another_sheet_arrives_beneath_its_heading_with_all_below_it() {
    Mapping two = tracker.groupedByRegion(tracker.europe, tracker.americas);
    long eu = heading("EU");
    long p1 = typed("P1", "EU", eu);
    long note = tracker.desk().addRow(sheet, Map.of("Notes", "call back"), ANN);
    tracker.desk().drag(sheet, List.of(RowRef.id(note)), RowRef.id(p1), ANN);
    poll();
    Write move = move(sheet, p1, tracker.americas);
    Write with =
        new Write(
            1,
            move.action(),
            move.id(),
            move.destination(),
            Set.of("region"),
            Values.of(Map.of("region", "EU")));

    Answer answer = connector.write(two, List.of(with));

    assertThat(answer.outcomes().get(0))
        .isInstanceOfSatisfying(
            Written.class, w -> assertThat(w.shown().get("region")).isEqualTo("EU"));
    assertThat(picture(sheet)).containsExactly("- EU");
    assertThat(picture(tracker.americas)).containsExactly("- EU", "  P1 EU", "    - -");
  }

  @Test
  void a_row_whose_heading_cannot_be_looked_at_after_its_move_is_not_taken_for_unmoved() {
    Mapping two = tracker.groupedByRegion(tracker.europe, tracker.americas);
    long p1 = typed("P1", "EU", heading("EU"));
    poll();
    Write move =
        new Write(
            1,
            Write.Action.MOVE,
            new NativeId(sheet, "" + p1),
            tracker.americas,
            Set.of("region"),
            Values.of(Map.of("region", "EU")));
    connector.metadata(two);
    tracker.failOnce(
        "GET", "/sheets/" + tracker.americas + "$", new Fault.Failure(429, "4003", "busy"));

    Answer answer = connector.write(two, List.of(move));

    assertThat(tracker.desk().rows(tracker.americas)).hasSize(1);
    assertThat(answer.outcomes().get(0))
        .isInstanceOfSatisfying(
            Unknown.class, u -> assertThat(u.reason().code()).isEqualTo("MOVED"));
  }

  @Test
  void a_standing_of_a_written_row_is_settled() {
    Answer answer = connector.write(mapping, List.of(add(sheet, partner("P1", "EU"))));

    String shown = ((Written) answer.outcomes().get(0)).shown().get("region");
    assertThat(Standing.of(shown).isSettled()).isTrue();
  }
}
