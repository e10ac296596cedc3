package io.partnerhub.connector.smartsheet;

import static io.partnerhub.connector.smartsheet.Tracker.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sandbox.smartsheet.RowRef;
import io.partnerhub.sync.Observation;
import io.partnerhub.sync.system.Checkpoint;
import io.partnerhub.sync.system.Page;
import io.partnerhub.sync.system.RowsRead;
import io.partnerhub.sync.system.Sweep;
import io.partnerhub.sync.system.SystemUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {

  private final Tracker tracker = new Tracker();
  private final Mapping one = tracker.inOneSheet(tracker.europe);

  @AfterEach
  void stop() {
    tracker.close();
  }

  private List<Page> readAll(SmartsheetConnector connector, Checkpoint from) {
    List<Page> pages = new ArrayList<>();
    String cursor = null;
    do {
      Page page = connector.changes(one, from, cursor, tracker.clock.instant());
      pages.add(page);
      cursor = page.cursor();
    } while (cursor != null);
    return pages;
  }

  private static List<String> keys(List<Page> pages) {
    return pages.stream().flatMap(p -> p.rows().stream()).map(r -> r.values().get("code")).toList();
  }

  private Checkpoint afterFirstRead(SmartsheetConnector connector) {
    List<Page> pages = readAll(connector, Checkpoint.start(tracker.europe));
    return pages.get(pages.size() - 1).next();
  }

  @Test
  void what_a_broken_formula_shows_is_no_value_and_the_same_text_typed_is_one() {
    SmartsheetConnector connector = tracker.connector();
    long row = tracker.seed(tracker.europe, 1, 1).get(0);
    tracker.desk().edit(tracker.europe, RowRef.id(row), Map.of("Notes", "#REF"), ANN);
    tracker
        .desk()
        .changeColumn(tracker.europe, "Phone", Map.of("formula", "=[No such column]@row"), ANN);

    Observation shown = readAll(connector, Checkpoint.start(tracker.europe)).get(0).rows().get(0);

    assertThat(shown.unreadable())
        .containsExactly(Map.entry("phone", "The formula in \"Phone\" ends in #REF"));
    assertThat(shown.values().get("notes")).isEqualTo("#REF");
  }

  @Test
  void the_first_read_comes_in_pages_and_is_complete_when_the_sheet_stood_still() {
    tracker.seed(tracker.europe, 1, 25);

    List<Page> pages = readAll(tracker.connector(10), Checkpoint.start(tracker.europe));

    assertThat(pages).extracting(p -> p.rows().size()).containsExactly(10, 10, 5);
    assertThat(keys(pages)).hasSize(25).doesNotHaveDuplicates().contains("P1", "P25");
    assertThat(pages.get(0).next()).isEqualTo(Checkpoint.start(tracker.europe));
    Page last = pages.get(2);
    assertThat(last.next().complete()).isTrue();
    assertThat(last.next().version()).isEqualTo(tracker.desk().version(tracker.europe));
    assertThat(last.next().watermark()).isEqualTo(tracker.clock.instant());
    assertThat(last.totalRows()).hasValue(25);
  }

  @Test
  void a_first_read_that_the_sheet_changed_under_is_not_complete() {
    tracker.seed(tracker.europe, 1, 25);
    SmartsheetConnector connector = tracker.connector(10);
    Checkpoint start = Checkpoint.start(tracker.europe);

    Page first = connector.changes(one, start, null, tracker.clock.instant());
    long firstVersion = tracker.desk().version(tracker.europe);
    tracker.seed(tracker.europe, 26, 26);
    Page second = connector.changes(one, start, first.cursor(), tracker.clock.instant());
    Page last = connector.changes(one, start, second.cursor(), tracker.clock.instant());

    assertThat(last.cursor()).isNull();
    assertThat(last.next().complete()).isFalse();
    assertThat(last.next().version()).isEqualTo(firstVersion);
    assertThat(last.next().watermark()).isNull();
  }

  @Test
  void an_empty_sheet_is_read_completely_by_one_page() {
    List<Page> pages = readAll(tracker.connector(), Checkpoint.start(tracker.europe));

    assertThat(pages).hasSize(1);
    assertThat(pages.get(0).rows()).isEmpty();
    assertThat(pages.get(0).next().complete()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_page_past_the_end_adds_nothing_whether_it_is_empty_or_comes_twice(boolean empty) {
    tracker.controls().settings().emptyPagePastEnd(empty);
    SmartsheetConnector connector = tracker.connector(10);
    Checkpoint read = afterFirstRead(connector);
    tracker.clock.advance(Duration.ofHours(1));
    tracker.seed(tracker.europe, 1, 20);

    Checkpoint hourAgo =
        new Checkpoint(
            tracker.europe,
            true,
            read.version(),
            tracker.clock.instant().minusSeconds(1_800),
            null,
            false,
            0);
    List<Page> pages = readAll(connector, hourAgo);

    assertThat(keys(pages)).hasSize(20).doesNotHaveDuplicates();
  }

  @Test
  void later_only_rows_changed_since_just_before_the_watermark_are_read_by_one_call() {
    List<Long> ids = tracker.seed(tracker.europe, 1, 24);
    tracker.clock.advance(Duration.ofMinutes(10));
    tracker.seed(tracker.europe, 25, 25);
    SmartsheetConnector connector = tracker.connector();
    Checkpoint read = afterFirstRead(connector);
    tracker.clock.advance(Duration.ofHours(1));
    tracker.desk().edit(tracker.europe, RowRef.id(ids.get(6)), Map.of("Company", "Renamed"), ANN);
    long before = tracker.calls();

    List<Page> pages = readAll(connector, read);

    assertThat(tracker.calls() - before).isEqualTo(1);
    assertThat(keys(pages)).containsExactly("P7", "P25");
    Observation row = pages.get(0).rows().get(0);
    assertThat(row.values().get("name")).isEqualTo("Renamed");
    assertThat(row.changedByHub()).isFalse();
    assertThat(pages.get(0).next().watermark()).isEqualTo(tracker.clock.instant());
    assertThat(pages.get(0).totalRows()).hasValue(25);
  }

  @Test
  void rows_that_the_hub_made_are_known_as_its_own() {
    SmartsheetConnector connector = tracker.connector();
    connector.write(one, List.of(Tracker.add(tracker.europe, Map.of("code", "P1"))));
    tracker.desk().edit(tracker.europe, RowRef.key("Code", "P1"), Map.of("Company", "By Ann"), ANN);

    Observation row = readAll(connector, Checkpoint.start(tracker.europe)).get(0).rows().get(0);

    assertThat(row.createdByHub()).isTrue();
    assertThat(row.changedByHub()).isFalse();
  }

  @Test
  void a_quiet_cycle_costs_one_call_for_all_sheets() {
    SmartsheetConnector connector = tracker.connector();
    List<Checkpoint> checkpoints =
        Stream.of(tracker.europe, tracker.americas)
            .map(s -> connector.changes(tracker.mapping, Checkpoint.start(s), null, now()).next())
            .toList();
    long before = tracker.calls();

    List<String> moved = tracker.moved(connector, tracker.mapping, checkpoints);

    assertThat(moved).isEmpty();
    assertThat(tracker.calls() - before).isEqualTo(1);
  }

  private java.time.Instant now() {
    return tracker.clock.instant();
  }

  @Test
  void a_sheet_with_another_version_has_news() {
    SmartsheetConnector connector = tracker.connector();
    List<Checkpoint> checkpoints =
        Stream.of(tracker.europe, tracker.americas)
            .map(s -> connector.changes(tracker.mapping, Checkpoint.start(s), null, now()).next())
            .toList();
    tracker.seed(tracker.americas, 1, 1);

    assertThat(tracker.moved(connector, tracker.mapping, checkpoints))
        .containsExactly(tracker.americas);
  }

  @Test
  void a_list_of_unknown_length_is_read_until_every_mapped_sheet_was_seen() {
    SmartsheetConnector connector = tracker.connector();
    List<Checkpoint> checkpoints =
        Stream.of(tracker.europe, tracker.americas)
            .map(s -> connector.changes(tracker.mapping, Checkpoint.start(s), null, now()).next())
            .toList();
    tracker.failOnce(
        "GET",
        "/sheets$",
        new Fault.RawAnswer(
            200, "{\"totalPages\":-1,\"totalCount\":-1,\"data\":[{\"id\":5,\"version\":1}]}"));

    assertThat(tracker.moved(connector, tracker.mapping, checkpoints)).isEmpty();
  }

  @Test
  void sheets_never_read_have_news_without_a_call() {
    List<Checkpoint> never =
        List.of(Checkpoint.start(tracker.europe), Checkpoint.start(tracker.americas));

    List<String> moved = tracker.moved(tracker.connector(), tracker.mapping, never);

    assertThat(moved).containsExactlyInAnyOrder(tracker.europe, tracker.americas);
    assertThat(tracker.calls()).isZero();
  }

  @Test
  void a_sheet_that_the_list_does_not_show_is_read_to_learn_why() {
    Mapping gone = tracker.inOneSheet("4711");
    Checkpoint known = new Checkpoint("4711", true, 3, now(), now(), true, 0);
    SmartsheetConnector connector = tracker.connector();

    assertThat(tracker.moved(connector, gone, List.of(known))).containsExactly("4711");
    assertThatThrownBy(() -> connector.changes(gone, known, null, now()))
        .isInstanceOf(SystemUnavailable.class)
        .hasMessageContaining("1006")
        .hasMessageContaining("4711");
  }

  @Test
  void twenty_five_hundred_rows_are_read_by_seven_calls() {
    List<Long> ids = tracker.seed(tracker.europe, 1, 2_500);
    SmartsheetConnector connector = tracker.connector();
    afterFirstRead(connector);
    long before = tracker.calls();

    RowsRead read =
        connector.read(one, ids.stream().map(i -> new NativeId(tracker.europe, "" + i)).toList());

    assertThat(tracker.calls() - before).isEqualTo(7);
    assertThat(read.rows()).hasSize(2_500);
    assertThat(read.versions())
        .containsExactly(Map.entry(tracker.europe, tracker.desk().version(tracker.europe)));
  }

  @Test
  void rows_that_change_between_two_calls_are_read_once_more_so_that_none_shows_alone() {
    List<Long> ids = tracker.seed(tracker.europe, 1, 500);
    SmartsheetConnector connector = tracker.connector();
    afterFirstRead(connector);
    RowRef first = RowRef.id(ids.get(0));
    RowRef last = RowRef.id(ids.get(499));
    Map<String, String> swapped = Map.of("Company", "Swapped");
    tracker.afterNextCall(
        () -> tracker.desk().edit(tracker.europe, Map.of(first, swapped, last, swapped), ANN));
    long before = tracker.calls();

    RowsRead read =
        connector.read(one, ids.stream().map(i -> new NativeId(tracker.europe, "" + i)).toList());

    assertThat(tracker.calls() - before).isEqualTo(4);
    assertThat(read.rows()).filteredOn(r -> "Swapped".equals(r.values().get("name"))).hasSize(2);
    assertThat(read.versions())
        .containsExactly(Map.entry(tracker.europe, tracker.desk().version(tracker.europe)));
  }

  @Test
  void a_row_that_is_not_in_the_sheet_any_more_comes_as_deleted_without_a_stamp() {
    List<Long> ids = tracker.seed(tracker.europe, 1, 3);
    tracker.desk().deleteRows(tracker.europe, List.of(RowRef.id(ids.get(1))), ANN);

    RowsRead read =
        tracker
            .connector()
            .read(one, ids.stream().map(i -> new NativeId(tracker.europe, "" + i)).toList());

    assertThat(read.rows()).filteredOn(Observation::deleted).hasSize(1);
    Observation deleted = read.rows().stream().filter(Observation::deleted).findFirst().get();
    assertThat(deleted.id().id()).isEqualTo("" + ids.get(1));
    assertThat(deleted.stamp()).isNull();
  }

  @Test
  void a_sweep_has_every_id_and_the_number_of_rows() {
    List<Long> ids = tracker.seed(tracker.europe, 1, 25);

    Sweep sweep = tracker.connector(10).sweep(one, tracker.europe).get();

    assertThat(sweep.ids()).hasSize(25).contains("" + ids.get(0), "" + ids.get(24));
    assertThat(sweep.totalRows()).isEqualTo(25);
  }

  @Test
  void rows_are_found_by_their_normalised_key_in_any_sheet() {
    tracker.seed(tracker.europe, 1, 3);
    tracker.desk().addRow(tracker.americas, Map.of("Code", " p9 ", "Company", "Nine"), ANN);

    List<Observation> found = tracker.connector().find(tracker.mapping, List.of("P2", "P9", "P77"));

    assertThat(found).extracting(o -> o.values().get("code")).containsExactlyInAnyOrder("P2", "P9");
    assertThat(found)
        .extracting(o -> o.id().location())
        .containsExactlyInAnyOrder(tracker.europe, tracker.americas);
  }

  @Test
  void every_kind_of_cell_is_read_as_its_canonical_value() {
    tracker
        .desk()
        .addRow(
            tracker.europe,
            Map.of(
                "Code", "P1",
                "Contact", "Max@Example.com",
                "Phone", "+49 30 1234",
                "Credit limit", "1200.5",
                "Onboarded on", "2025-02-28",
                "Newsletter", "true",
                "Status", "Active",
                "Programmes", List.of("Reseller", "Affiliate"),
                "Last review", "2026-01-02T03:04:05Z"),
            ANN);

    Map<String, String> row =
        readAll(tracker.connector(), Checkpoint.start(tracker.europe))
            .get(0)
            .rows()
            .get(0)
            .values()
            .asMap();

    assertThat(row)
        .containsEntry("email", "max@example.com")
        .containsEntry("credit", "1200.5")
        .containsEntry("onboardedOn", "2025-02-28")
        .containsEntry("newsletter", "true")
        .containsEntry("status", "Active")
        .containsEntry("lastReview", "2026-01-02T03:04:05Z");
    assertThat(row.get("programmes")).contains("Affiliate").contains("Reseller");
  }

  @Test
  void a_date_that_is_none_is_told_with_its_text() {
    tracker.desk().addRow(tracker.europe, Map.of("Code", "P1", "Onboarded on", "31 February"), ANN);

    Observation row =
        readAll(tracker.connector(), Checkpoint.start(tracker.europe)).get(0).rows().get(0);

    assertThat(row.values().get("onboardedOn")).isEqualTo("31 February");
    assertThat(row.unreadable()).containsKey("onboardedOn");
  }

  @Test
  void a_renamed_column_stops_the_read_with_a_sentence_that_names_sheet_and_column() {
    tracker.seed(tracker.europe, 1, 1);
    SmartsheetConnector connector = tracker.connector();
    Checkpoint read = afterFirstRead(connector);
    tracker.desk().changeColumn(tracker.europe, "Phone", Map.of("title", "Telephone"), ANN);

    assertThatThrownBy(() -> connector.changes(one, read, null, now()))
        .isInstanceOf(SystemUnavailable.class)
        .hasMessageContaining("\"Europe\"")
        .hasMessageContaining("\"Phone\"")
        .hasMessageContaining("renamed?");

    tracker.desk().changeColumn(tracker.europe, "Telephone", Map.of("title", "Phone"), ANN);
    assertThat(connector.changes(one, read, null, now()).rows()).hasSize(1);
  }

  @Test
  void a_deleted_column_stops_the_read_with_the_same_sentence() {
    SmartsheetConnector connector = tracker.connector();
    Checkpoint read = afterFirstRead(connector);
    tracker.desk().deleteColumn(tracker.europe, "Phone", ANN);

    assertThatThrownBy(() -> connector.changes(one, read, null, now()))
        .isInstanceOf(SystemUnavailable.class)
        .hasMessageContaining("\"Phone\"");
  }

  @Test
  void a_cells_history_is_newest_first_and_ends_where_asked() {
    long id = tracker.seed(tracker.europe, 1, 1).get(0);
    SmartsheetConnector connector = tracker.connector();
    tracker.clock.advance(Duration.ofMinutes(10));
    tracker.desk().edit(tracker.europe, RowRef.id(id), Map.of("Company", "By Ann"), ANN);
    java.time.Instant annAt = now();
    tracker.clock.advance(Duration.ofMinutes(10));
    connector.write(one, List.of(Tracker.update(tracker.europe, id, Map.of("name", "By hub"))));

    var history =
        connector.history(
            one, new NativeId(tracker.europe, "" + id), Set.of("name"), annAt.plusMillis(900));

    assertThat(history.get("name"))
        .extracting("value", "byHub")
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("By hub", true),
            org.assertj.core.api.Assertions.tuple("By Ann", false));
  }
}
