package io.partnerhub.connector.smartsheet;

import static io.partnerhub.connector.smartsheet.Tracker.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.Values;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sandbox.smartsheet.RowRef;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Outcome.Gone;
import io.partnerhub.sync.Outcome.Rejected;
import io.partnerhub.sync.Outcome.RetryLater;
import io.partnerhub.sync.Outcome.Unknown;
import io.partnerhub.sync.Outcome.Written;
import io.partnerhub.sync.Write;
import io.partnerhub.sync.system.Answer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeletingTest {

  private final Tracker tracker = new Tracker();
  private final String sheet = tracker.europe;
  private final Mapping mapping = tracker.inOneSheet(tracker.europe);
  private final SmartsheetConnector connector = tracker.connector();

  @BeforeEach
  void start() {
    connector.metadata(mapping);
  }

  @AfterEach
  void stop() {
    tracker.close();
  }

  private Write delete(long row) {
    return new Write(
        1,
        Write.Action.DELETE,
        new NativeId(sheet, Long.toString(row)),
        null,
        Set.of(),
        Values.none());
  }

  private Answer delete(List<Long> rows) {
    return connector.write(mapping, rows.stream().map(this::delete).toList());
  }

  private List<String> codes() {
    return tracker.desk().rows(sheet).stream().map(r -> r.cells().get("Code")).toList();
  }

  private long below(long parent) {
    long note = tracker.desk().addRow(sheet, Map.of("Notes", "call back"), ANN);
    tracker.desk().drag(sheet, List.of(RowRef.id(note)), RowRef.id(parent), ANN);
    return note;
  }

  @Test
  void five_hundred_deletes_are_two_calls_and_two_looks_each() {
    List<Long> rows = tracker.seed(sheet, 1, 510);
    long before = tracker.calls();

    Answer answer = delete(rows.subList(0, 500));

    assertThat(tracker.calls() - before).isEqualTo(2 * 3);
    assertThat(answer.outcomes())
        .hasSize(500)
        .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Written.class));
    assertThat(((Written) answer.outcomes().get(0)).id())
        .isEqualTo(new NativeId(sheet, rows.get(0).toString()));
    assertThat(codes()).hasSize(10).first().isEqualTo("P501");
    assertThat(answer.versions().get(sheet))
        .isEqualTo(new Answer.Versions(2, tracker.desk().version(sheet), null));
    assertThat(connector.fills().get(sheet).rows()).isEqualTo(10);
  }

  @Test
  void a_row_that_is_gone_already_is_gone_and_stops_no_other() {
    List<Long> rows = tracker.seed(sheet, 1, 2);
    tracker.desk().deleteRows(sheet, List.of(RowRef.id(rows.get(0))), ANN);

    List<Outcome> outcomes = delete(rows).outcomes();

    assertThat(outcomes.get(0)).isInstanceOf(Gone.class);
    assertThat(outcomes.get(1)).isInstanceOf(Written.class);
    assertThat(codes()).isEmpty();
  }

  @Test
  void a_row_with_others_indented_below_it_is_not_deleted() {
    List<Long> rows = tracker.seed(sheet, 1, 3);
    long note = below(rows.get(1));

    List<Outcome> outcomes = delete(rows).outcomes();

    assertThat(outcomes.get(0)).isInstanceOf(Written.class);
    assertThat(outcomes.get(2)).isInstanceOf(Written.class);
    assertThat(outcomes.get(1))
        .isInstanceOfSatisfying(
            Rejected.class,
            r -> {
              assertThat(r.reason().code()).isEqualTo("ROWS_BELOW");
              assertThat(r.reason().message())
                  .startsWith("Row 2 of the sheet \"Europe\"")
                  .contains("has rows indented below it");
            });
    assertThat(tracker.desk().rows(sheet))
        .extracting(r -> r.id())
        .containsExactly(rows.get(1), note);
  }

  @Test
  void a_locked_row_is_refused_alone() {
    List<Long> rows = tracker.seed(sheet, 1, 9);
    tracker.desk().lockRow(sheet, RowRef.id(rows.get(4)), true, ANN);

    List<Outcome> outcomes = delete(rows).outcomes();

    assertThat(codes()).containsExactly("P5");
    assertThat(outcomes.get(4))
        .isInstanceOfSatisfying(
            Rejected.class, r -> assertThat(r.reason().code()).isEqualTo("1092"));
    assertThat(outcomes.stream().filter(Written.class::isInstance)).hasSize(8);
  }

  @Test
  void a_lost_answer_is_unknown_and_a_refused_call_is_tried_later() {
    List<Long> rows = tracker.seed(sheet, 1, 2);
    tracker.failOnce("DELETE", "/rows$", new Fault.CutAfter());
    Outcome lost = delete(rows.subList(0, 1)).outcomes().get(0);
    tracker.failOnce("DELETE", "/rows$", new Fault.Failure(503, "4001", "x"));
    Outcome closed = delete(rows.subList(1, 2)).outcomes().get(0);

    assertThat(lost).isInstanceOf(Unknown.class);
    assertThat(closed).isInstanceOf(RetryLater.class);
    assertThat(codes()).containsExactly("P2");
  }

  @Test
  void the_last_row_of_a_sheet_has_nothing_below_it() {
    List<Long> rows = tracker.seed(sheet, 1, 1);
    long before = tracker.calls();

    assertThat(delete(rows).outcomes().get(0)).isInstanceOf(Written.class);
    assertThat(tracker.calls() - before).isEqualTo(2);
  }
}
