package io.partnerhub.sandbox.smartsheet;

import static io.partnerhub.sandbox.smartsheet.Tracker.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.sandbox.smartsheet.Tracker.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RowWritesTest {
  private final Tracker tracker = new Tracker();
  private final String rows = tracker.sheet() + "/rows";

  @AfterEach
  void stop() {
    tracker.close();
  }

  private List<String> codes() {
    return tracker.service.desk().rows(Tracker.NAME).stream()
        .map(r -> r.cells().get("Code"))
        .toList();
  }

  private String code(String code) {
    return tracker.cell("Code", "\"" + code + "\"");
  }

  @Test
  void each_effective_write_moves_the_version_by_one() {
    long first = tracker.get(tracker.sheet() + "/version").version();

    Answer added = tracker.post(rows, "[" + row(code("A")) + "," + row(code("B")) + "]");
    long id = added.result().get(0).get("id").asLong();
    Answer same = tracker.put(rows, row(id, code("A")));
    Answer changed = tracker.put(rows, row(id, code("C")));

    assertThat(added.version()).isEqualTo(first + 1);
    assertThat(same.version()).isEqualTo(first + 1);
    assertThat(changed.version()).isEqualTo(first + 2);
  }

  @Test
  void one_object_is_answered_by_one_object_and_an_array_by_an_array() {
    Answer one = tracker.post(rows, row(code("A")));
    Answer many = tracker.post(rows, "[" + row(code("B")) + "]");

    assertThat(one.result().get("rowNumber").asInt()).isEqualTo(1);
    assertThat(one.result().get("id").asLong())
        .isBetween(1_000_000_000_000_000L, 9_007_199_254_740_992L);
    assertThat(one.result().get("modifiedAt").asText()).isEqualTo("2026-01-05T10:00:00Z");
    assertThat(many.result().get(0).get("rowNumber").asInt()).isEqualTo(2);
  }

  @Test
  void all_or_nothing_writes_nothing_and_names_the_first_bad_row() {
    long id = tracker.added("A");
    long other = tracker.added("B");

    Answer answer =
        tracker.put(
            rows,
            "[" + row(id, code("X")) + "," + row(other, tracker.cell("Live", "\"yes\"")) + "]");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(1042);
    assertThat(answer.body().get("detail").get("index").asInt()).isEqualTo(1);
    assertThat(answer.body().get("detail").get("rowId").asLong()).isEqualTo(other);
    assertThat(codes()).containsExactly("A", "B");
  }

  @Test
  void partial_success_writes_the_good_rows_and_lists_the_bad_ones() {
    long id = tracker.added("A");
    long other = tracker.added("B");

    Answer answer =
        tracker.put(
            rows + "?allowPartialSuccess=true",
            "[" + row(id, tracker.cell("Live", "\"yes\"")) + "," + row(other, code("Y")) + "]");

    JsonNode failed = answer.body().get("failedItems").get(0);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().get("message").asText()).isEqualTo("PARTIAL_SUCCESS");
    assertThat(answer.body().get("resultCode").asInt()).isEqualTo(3);
    assertThat(failed.get("index").asInt()).isZero();
    assertThat(failed.get("rowId").asLong()).isEqualTo(id);
    assertThat(failed.get("error").get("errorCode").asInt()).isEqualTo(1042);
    assertThat(answer.result()).hasSize(1);
    assertThat(codes()).containsExactly("A", "Y");
  }

  @Test
  void more_than_500_rows_are_refused() {
    String one = row(code("A"));
    String many = IntStream.range(0, 501).mapToObj(i -> one).collect(Collectors.joining(","));

    assertThat(tracker.post(rows, "[" + many + "]").code()).isEqualTo(1061);
    assertThat(codes()).isEmpty();
  }

  @Test
  void rows_of_one_request_share_their_location() {
    String top = "{\"toTop\":true,\"cells\":[" + code("T") + "]}";

    assertThat(tracker.post(rows, "[" + top + "," + row(code("B")) + "]").code()).isEqualTo(1123);
  }

  @Test
  void rows_go_to_the_top_the_bottom_beside_a_sibling_and_under_a_parent() {
    long a = tracker.added("A");
    String form = "{%s,\"cells\":[%s]}";
    tracker.post(rows, String.format(form, "\"toTop\":true", code("top")));
    tracker.post(rows, String.format(form, "\"parentId\":" + a, code("child")));
    tracker.post(
        rows, String.format(form, "\"parentId\":" + a + ",\"toBottom\":true", code("last child")));
    tracker.post(rows, String.format(form, "\"siblingId\":" + a, code("below")));
    tracker.post(
        rows, String.format(form, "\"siblingId\":" + a + ",\"above\":true", code("above")));

    assertThat(codes()).containsExactly("top", "above", "A", "child", "last child", "below");
  }

  @Test
  void a_location_that_is_not_there_is_refused() {
    String form = "{%s,\"cells\":[%s]}";

    assertThat(tracker.post(rows, String.format(form, "\"parentId\":5", code("x"))).code())
        .isEqualTo(1063);
    assertThat(tracker.post(rows, String.format(form, "\"siblingId\":5", code("x"))).code())
        .isEqualTo(1064);
    assertThat(
            tracker
                .post(rows, String.format(form, "\"toTop\":true,\"toBottom\":true", code("x")))
                .code())
        .isEqualTo(1062);
  }

  @Test
  void read_only_properties_are_1032_unknown_ones_1008() {
    long id = tracker.added("A");
    String form = "{\"id\":%d,\"cells\":[%s],\"%s\":1}";

    assertThat(tracker.put(rows, String.format(form, id, code("B"), "rowNumber")).code())
        .isEqualTo(1032);
    assertThat(tracker.put(rows, String.format(form, id, code("B"), "createdAt")).code())
        .isEqualTo(1032);
    assertThat(tracker.put(rows, String.format(form, id, code("B"), "colour")).code())
        .isEqualTo(1008);
  }

  @Test
  void a_deleted_row_is_1006_and_an_id_that_never_was_1034() {
    long id = tracker.added("A");
    tracker.delete(rows + "?ids=" + id);

    Answer gone = tracker.put(rows, row(id, code("B")));

    assertThat(gone.status()).isEqualTo(404);
    assertThat(gone.code()).isEqualTo(1006);
    assertThat(tracker.put(rows, row(4_711L, code("B"))).code()).isEqualTo(1034);
    assertThat(tracker.get(rows + "/" + id).code()).isEqualTo(1006);
  }

  @Test
  void a_delete_takes_the_children_along_and_names_them() {
    long parent = tracker.added("A");
    Answer child =
        tracker.post(rows, "{\"parentId\":" + parent + ",\"cells\":[" + code("child") + "]}");
    long childId = child.result().get("id").asLong();
    tracker.added("B");

    Answer answer = tracker.delete(rows + "?ids=" + parent);

    List<Long> gone = new ArrayList<>();
    answer.result().forEach(id -> gone.add(id.asLong()));
    assertThat(gone).containsExactly(parent, childId);
    assertThat(codes()).containsExactly("B");
  }

  @Test
  void a_delete_of_missing_rows_needs_ignoreRowsNotFound() {
    long id = tracker.added("A");

    assertThat(tracker.delete(rows + "?ids=" + id + ",5").code()).isEqualTo(1006);
    assertThat(codes()).containsExactly("A");
    assertThat(tracker.delete(rows + "?ids=" + id + ",5&ignoreRowsNotFound=true").result())
        .hasSize(1);
  }

  @Test
  void a_thousand_ids_are_an_HTML_414_and_400_ids_are_not() {
    String ids =
        IntStream.range(0, 1_000)
            .mapToObj(i -> Long.toString(4_000_000_000_000_000L + i))
            .collect(Collectors.joining(","));

    Answer answer = tracker.delete(rows + "?ignoreRowsNotFound=true&ids=" + ids);
    Answer fewer =
        tracker.delete(rows + "?ignoreRowsNotFound=true&ids=" + ids.substring(0, 400 * 17 - 1));

    assertThat(answer.status()).isEqualTo(414);
    assertThat(answer.text()).startsWith("<html>");
    assertThat(fewer.status()).isEqualTo(200);
  }

  @Test
  void moved_rows_get_new_ids_and_keep_their_cells_by_column_title() {
    long id = tracker.added("A");
    Answer target =
        tracker.post(
            "/sheets",
            """
            {"name":"Archive","columns":[{"title":"Key","type":"TEXT_NUMBER","primary":true},
             {"title":"Code","type":"TEXT_NUMBER"}]}
            """);
    long targetId = target.result().get("id").asLong();

    Answer moved =
        tracker.post(
            rows + "/move", "{\"rowIds\":[" + id + "],\"to\":{\"sheetId\":" + targetId + "}}");

    JsonNode mapping = moved.body().get("rowMappings").get(0);
    assertThat(moved.body().get("destinationSheetId").asLong()).isEqualTo(targetId);
    assertThat(mapping.get("from").asLong()).isEqualTo(id);
    assertThat(mapping.get("to").asLong()).isNotEqualTo(id);
    assertThat(codes()).isEmpty();
    assertThat(tracker.service.desk().rows("Archive").get(0).cells()).containsEntry("Code", "A");
  }

  @Test
  void a_write_that_meets_another_one_on_the_same_sheet_is_a_500_with_4004() {
    long id = tracker.added("A");
    String first = row(id, code("B"));
    String second = row(id, code("C"));
    tracker.service.controls().settings().writeTakes(Duration.ofSeconds(2));

    var slow = tracker.putAsync(rows, first);
    var other = tracker.putAsync(rows, second);

    assertThat(List.of(slow.join().status(), other.join().status()))
        .containsExactlyInAnyOrder(200, 500);
    Answer refused = slow.join().status() == 500 ? slow.join() : other.join();
    assertThat(refused.code()).isEqualTo(4004);
  }

  @Test
  void a_refused_row_fails_as_often_as_told_and_alone() {
    long id = tracker.added("A");
    tracker.added("B");
    tracker.command("refuse", "{\"key\":\"X\",\"errorCode\":1041,\"message\":\"no\",\"times\":1}");

    Answer refused = tracker.put(rows, row(id, code("X")));
    Answer taken = tracker.put(rows, row(id, code("X")));

    assertThat(refused.code()).isEqualTo(1041);
    assertThat(taken.status()).isEqualTo(200);
  }

  @Test
  void a_locked_row_is_neither_changed_1050_nor_deleted_1092() {
    long id = tracker.added("A");
    tracker.service.desk().lockRow(Tracker.NAME, RowRef.id(id), true, "ann@example.com");

    assertThat(tracker.put(rows, row(id, code("B"))).code()).isEqualTo(1050);
    assertThat(tracker.delete(rows + "?ids=" + id).code()).isEqualTo(1092);
  }

  private Map<String, Long> parents() {
    List<RowState> all = tracker.service.desk().rows(Tracker.NAME);
    Map<String, Long> parents = new LinkedHashMap<>();
    all.forEach(r -> parents.put(r.cells().get("Code"), r.parentId()));
    return parents;
  }

  private static String shifted(long id, String attribute) {
    return "{\"id\":" + id + ",\"" + attribute + "\":1}";
  }

  @Test
  void rows_are_indented_and_outdented_where_they_are() {
    long a = tracker.added("A");
    long b = tracker.added("B");
    long c = tracker.added("C");

    tracker.put(rows, "[" + shifted(b, "indent") + "," + shifted(c, "indent") + "]");
    Map<String, Long> indented = parents();
    tracker.put(rows, shifted(b, "outdent"));

    assertThat(indented).containsEntry("A", null).containsEntry("B", a).containsEntry("C", a);
    assertThat(parents()).containsEntry("B", null).containsEntry("C", b);
    assertThat(codes()).containsExactly("A", "B", "C");
  }

  @Test
  void only_an_existing_row_below_another_is_indented_and_only_by_one() {
    long a = tracker.added("A");
    long b = tracker.added("B");

    assertThat(tracker.put(rows, shifted(a, "indent")).code()).isEqualTo(1062);
    assertThat(tracker.put(rows, shifted(a, "outdent")).code()).isEqualTo(1062);
    assertThat(tracker.put(rows, "{\"id\":" + b + ",\"indent\":2}").code()).isEqualTo(1031);
    assertThat(tracker.put(rows, "{\"id\":" + b + ",\"indent\":1,\"toTop\":true}").code())
        .isEqualTo(1062);
    assertThat(tracker.post(rows, "{\"indent\":1,\"cells\":[" + code("X") + "]}").code())
        .isEqualTo(1032);
  }

  @Test
  void a_row_takes_cells_and_a_place_in_one_write_with_all_below_it() {
    long a = tracker.added("A");
    long b = tracker.added("B");
    tracker.post(rows, "{\"parentId\":" + b + ",\"cells\":[" + code("note") + "]}");

    Answer answer =
        tracker.put(
            rows,
            "{\"id\":"
                + b
                + ",\"parentId\":"
                + a
                + ",\"toBottom\":true,\"cells\":["
                + code("C")
                + "]}");

    assertThat(answer.result().get("parentId").asLong()).isEqualTo(a);
    assertThat(parents()).containsEntry("C", a).containsEntry("note", b);
    assertThat(codes()).containsExactly("A", "C", "note");
  }

  @Test
  void a_row_cannot_stand_beneath_itself_or_beneath_a_row_without_data() {
    long a = tracker.added("A");
    Answer child = tracker.post(rows, "{\"parentId\":" + a + ",\"cells\":[" + code("B") + "]}");
    long empty = tracker.post(rows, "{\"toBottom\":true,\"cells\":[]}").result().get("id").asLong();

    assertThat(
            tracker
                .put(rows, "{\"id\":" + a + ",\"parentId\":" + child.result().get("id") + "}")
                .code())
        .isEqualTo(1062);
    assertThat(tracker.put(rows, "{\"id\":" + a + ",\"parentId\":" + empty + "}").code())
        .isEqualTo(1185);
  }

  @Test
  void what_is_below_a_moved_row_arrives_below_it() {
    long a = tracker.added("A");
    tracker.post(rows, "{\"parentId\":" + a + ",\"cells\":[" + code("note") + "]}");
    long target =
        tracker
            .service
            .desk()
            .createSheet(new SheetPlan("Archive", List.of(SheetPlan.ColumnPlan.primary("Code"))));

    Answer moved =
        tracker.post(
            rows + "/move", "{\"rowIds\":[" + a + "],\"to\":{\"sheetId\":" + target + "}}");

    List<RowState> there = tracker.service.desk().rows("Archive");
    assertThat(moved.body().get("rowMappings")).hasSize(2);
    assertThat(there).extracting(r -> r.cells().get("Code")).containsExactly("A", "note");
    assertThat(there.get(1).parentId()).isEqualTo(there.get(0).id());
  }

  private long child(long parent, String code) {
    String body = "{\"parentId\":" + parent + ",\"cells\":[" + code(code) + "]}";
    return tracker.post(rows, body).result().get("id").asLong();
  }

  @Test
  void a_row_that_is_moved_together_with_its_parent_stays_beneath_it() {
    tracker.added("X");
    long a = tracker.added("A");
    long b = child(a, "B");

    Answer answer =
        tracker.put(rows, "[{\"id\":" + b + ",\"toTop\":true},{\"id\":" + a + ",\"toTop\":true}]");

    assertThat(answer.result().findValuesAsText("rowNumber")).containsExactly("2", "1");
    assertThat(codes()).containsExactly("A", "B", "X");
    assertThat(parents()).containsEntry("A", null).containsEntry("B", a);
  }

  @Test
  void a_row_that_leaves_together_with_its_parent_arrives_beneath_it() {
    long a = tracker.added("A");
    long b = child(a, "B");
    SheetPlan archive = new SheetPlan("Archive", List.of(SheetPlan.ColumnPlan.primary("Code")));
    long target = tracker.service.desk().createSheet(archive);

    tracker.post(
        rows + "/move", "{\"rowIds\":[" + b + "," + a + "],\"to\":{\"sheetId\":" + target + "}}");

    List<RowState> there = tracker.service.desk().rows("Archive");
    assertThat(there).extracting(r -> r.cells().get("Code")).containsExactly("A", "B");
    assertThat(there.get(1).parentId()).isEqualTo(there.get(0).id());
  }

  @Test
  void rows_are_indented_all_or_none() {
    long a = tracker.added("A");
    long b = tracker.added("B");
    long version = tracker.get(tracker.sheet() + "/version").version();

    Answer refused =
        tracker.put(rows, "[" + shifted(b, "indent") + "," + shifted(a, "indent") + "]");

    assertThat(refused.code()).isEqualTo(1062);
    assertThat(refused.body().get("detail").get("index").asInt()).isEqualTo(1);
    assertThat(refused.body().get("detail").get("rowId").asLong()).isEqualTo(a);
    assertThat(parents()).containsEntry("A", null).containsEntry("B", null);
    assertThat(tracker.get(tracker.sheet() + "/version").version()).isEqualTo(version);
  }

  @Test
  void what_cannot_be_indented_is_a_failed_item_of_a_partial_success() {
    long a = tracker.added("A");
    long b = tracker.added("B");
    String first =
        "{\"id\":" + a + ",\"indent\":1,\"cells\":[" + tracker.cell("Title", "\"t\"") + "]}";

    Answer answer =
        tracker.put(
            rows + "?allowPartialSuccess=true", "[" + first + "," + shifted(b, "indent") + "]");

    JsonNode failed = answer.body().get("failedItems");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(failed).hasSize(1);
    assertThat(failed.get(0).get("index").asInt()).isZero();
    assertThat(failed.get(0).get("rowId").asLong()).isEqualTo(a);
    assertThat(failed.get(0).get("error").get("errorCode").asInt()).isEqualTo(1062);
    assertThat(answer.result().findValuesAsText("rowNumber")).containsExactly("2");
    assertThat(parents()).containsEntry("B", a);
    assertThat(tracker.shown(a).get("Title")).isNullOrEmpty();
  }

  @Test
  void rows_that_fail_to_be_outdented_are_listed_in_the_order_of_the_request() {
    long a = tracker.added("A");
    long b = child(a, "B");

    Answer answer =
        tracker.put(
            rows + "?allowPartialSuccess=true",
            "["
                + shifted(a, "outdent")
                + ","
                + shifted(b, "outdent")
                + ",{\"id\":5,\"outdent\":1}]");

    assertThat(answer.body().get("failedItems").findValuesAsText("index"))
        .containsExactly("0", "2");
    assertThat(parents()).containsEntry("B", null);
  }
}
