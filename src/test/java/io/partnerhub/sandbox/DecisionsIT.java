package io.partnerhub.sandbox;

import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static io.partnerhub.sandbox.Trio.eventually;
import static io.partnerhub.sandbox.Trio.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.model.Values;
import io.partnerhub.sandbox.demo.world.Copy;
import io.partnerhub.sandbox.demo.world.Traffic;
import io.partnerhub.sandbox.smartsheet.RowRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the hub asks a person before it does it, and what it does about deletions. */
class DecisionsIT {

  private static final String ORDERS = "Order tracker";
  private static final int HALF = 15;

  @TempDir private static Path dir;
  private static Trio trio;

  @BeforeAll
  static void start() throws IOException {
    Path mappings =
        Trio.mappings(
            dir.resolve("mappings"),
            "activation",
            "object: Activation__c\n    onDelete: {mark: {status: Cancelled}}",
            "object: Activation__c\n    onDelete: propagate");
    trio = new Trio(dir.resolve("data"), mappings);
    trio.rig().set("SMARTSHEET_SWEEP", "500ms").set("HUB_GUARD_ROWS", "5");
    trio.fill().start();
  }

  @AfterEach
  void nothing_is_left_to_decide() {
    eventually(() -> assertThat(trio.rig().hub().figures().reasons(100)).isEmpty());
    eventually(() -> assertThat(trio.held(trio.orders())).isEmpty());
  }

  @AfterAll
  static void stop() {
    trio.close();
  }

  @Test
  void a_step_that_the_status_does_not_have_is_held_until_somebody_chooses() {
    String order = number(2);
    trio.warehouse().advance(order, "shipped");
    trio.eventuallyAgreed(trio.orders(), order, "status", "Shipped");

    trio.orders().edit(SALESFORCE, order, "status", "Cancelled");

    eventually(
        () ->
            assertThat(trio.held(trio.orders()))
                .containsExactly(
                    "field " + order + " status agreed Shipped wanted salesforce: \"Cancelled\""));
    assertThat(trio.why(trio.orders(), order, "status"))
        .anySatisfy(step -> assertThat(step).contains("salesforce \"Cancelled\"", "held"));
    assertThat(trio.orders().inSalesforce(order, "status")).isEqualTo("Cancelled");
    assertThat(trio.orders().inTracker(order, "status")).isEqualTo("Shipped");

    trio.choose(trio.orders(), order, "status", "agreed", "it is on the road");

    trio.eventuallyAgreed(trio.orders(), order, "status", "Shipped");
    assertThat(trio.why(trio.orders(), order, "status"))
        .anySatisfy(
            step -> assertThat(step).contains("ann@example.com").contains("it is on the road"));
    trio.warehouse().advance(order, "delivered");
    trio.eventuallyAgreed(trio.orders(), order, "status", "Delivered");
  }

  @Test
  void late_news_moves_no_status_back_and_is_told_by_why() {
    String order = number(5);
    trio.orders().edit(SMARTSHEET, order, "status", "packed");
    trio.warehouse().advance(order, "shipped");

    trio.eventuallyAgreed(trio.orders(), order, "status", "Shipped");

    assertThat(trio.why(trio.orders(), order, "status"))
        .anySatisfy(step -> assertThat(step).contains("fulfillment \"Shipped\""));
  }

  @Test
  void a_row_deleted_by_mistake_is_made_again() {
    String order = number(8);
    Values before = trio.orders().tracker().find(order).orElseThrow().values();

    trio.orders().tracker().delete(order);

    eventually(
        () -> assertThat(trio.orders().tracker().find(order).map(Copy::values)).contains(before));
    assertThat(trio.orders().salesforce().find(order).orElseThrow().values().get("status"))
        .isEqualTo("Accepted");
  }

  @Test
  void an_order_deleted_in_fulfillment_is_cancelled_everywhere_else() {
    String order = number(11);

    trio.orders().fulfillment().delete(order);

    eventually(
        () -> assertThat(trio.orders().inSalesforce(order, "status")).isEqualTo("Cancelled"));
    eventually(() -> assertThat(trio.orders().inTracker(order, "status")).isEqualTo("Cancelled"));
    assertThat(trio.orders().fulfillment().find(order)).isEmpty();
  }

  @Test
  void a_deletion_goes_everywhere_where_the_mapping_says_so_and_leaves_the_totals() {
    String unit = number(9) + "-A";
    String partner = Trio.partnerOf(9);
    trio.activations().edit(SMARTSHEET, unit, "blockedOn", "2026-02-03");
    trio.activations().edit(SMARTSHEET, unit, "blocker", "No network");
    trio.eventuallyAgreed(trio.partners(), partner, "oldestOpenBlocker", "2026-02-03");
    trio.eventuallyAgreed(trio.activations(), unit, "blocker", "No network");

    trio.activations().salesforce().delete(unit);

    eventually(() -> assertThat(trio.activations().tracker().find(unit)).isEmpty());
    eventually(() -> assertThat(trio.activations().fulfillment().find(unit)).isEmpty());
    trio.eventuallyAgreed(trio.partners(), partner, "oldestOpenBlocker", null);
  }

  @Test
  void keys_sorted_alone_are_written_nowhere_and_put_back() throws Exception {
    Map<Long, String> keys = column("Order");
    List<String> sorted = keys.values().stream().sorted((a, b) -> b.compareTo(a)).toList();
    Map<Long, String> mixedUp = new LinkedHashMap<>();
    keys.keySet().forEach(row -> mixedUp.put(row, sorted.get(mixedUp.size())));

    stopped("Order", mixedUp);
    trio.decide(trio.orders(), SMARTSHEET, "put-back", "sorted by mistake");

    eventually(() -> assertThat(column("Order")).isEqualTo(keys));
    trio.quiet();
  }

  @Test
  void keys_emptied_are_written_nowhere_and_put_back() throws Exception {
    Map<Long, String> keys = column("Order");

    stopped("Order", with(keys, key -> ""));
    trio.decide(trio.orders(), SMARTSHEET, "put-back", "emptied by mistake");

    eventually(() -> assertThat(column("Order")).isEqualTo(keys));
    trio.quiet();
  }

  @Test
  void keys_typed_back_by_people_need_no_decision() throws Exception {
    Map<Long, String> keys = column("Order");
    stopped("Order", with(keys, key -> ""));

    type("Order", keys);

    eventually(() -> assertThat(trio.held(trio.orders())).isEmpty());
    trio.quiet();
  }

  @Test
  void many_edits_that_somebody_confirms_go_everywhere() throws Exception {
    Map<Long, String> keys = column("Order");

    stopped("Notes", with(keys, key -> "Gate closed"));
    trio.decide(trio.orders(), SMARTSHEET, "apply", "the gate is closed");

    for (String order : keys.values()) {
      trio.eventuallyAgreed(trio.orders(), order, "notes", "Gate closed");
    }
    trio.quiet();
  }

  /** Half the column is typed over as one change, and the guard asks before anything follows. */
  private static void stopped(String column, Map<Long, String> values) throws Exception {
    trio.quiet();
    Traffic traffic = Traffic.from(trio.systems());

    type(column, values);

    eventually(
        () ->
            assertThat(trio.held(trio.orders()))
                .anySatisfy(item -> assertThat(item).startsWith("stop")));
    assertThat(trio.cycles(3).writes()).isZero();
    assertThat(traffic.writes()).isZero();
  }

  private static void type(String column, Map<Long, String> values) {
    Map<RowRef, Map<String, String>> rows = new LinkedHashMap<>();
    values.forEach((row, value) -> rows.put(RowRef.id(row), Map.of(column, value)));
    trio.rig().desk().edit(ORDERS, rows, People.ANN);
  }

  /** What the first half of the sheet shows in a column. */
  private static Map<Long, String> column(String column) {
    Map<Long, String> cells = new LinkedHashMap<>();
    trio.rig().desk().rows(ORDERS).stream()
        .limit(HALF)
        .forEach(row -> cells.put(row.id(), row.cells().getOrDefault(column, "")));
    return cells;
  }

  private static Map<Long, String> with(Map<Long, String> cells, UnaryOperator<String> change) {
    Map<Long, String> changed = new LinkedHashMap<>(cells);
    changed.replaceAll((row, value) -> change.apply(value));
    return changed;
  }
}
