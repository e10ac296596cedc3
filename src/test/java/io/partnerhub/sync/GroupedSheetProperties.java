package io.partnerhub.sync;

import static io.partnerhub.sync.GroupedTracker.ANN;
import static io.partnerhub.sync.GroupedTracker.SHEET;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sandbox.sim.FaultRule;
import io.partnerhub.sandbox.smartsheet.RowRef;
import io.partnerhub.sandbox.smartsheet.RowState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever people do to a grouped sheet, it becomes the tree that both systems' values make. */
class GroupedSheetProperties {

  private static final List<String> PARTNERS = List.of("ALFKI", "BONAP", "CHOPS");

  private static final int FIRST_ORDERS = 8;

  /** What each order's partner has to be in the end, and what people have put below orders. */
  private static final class Story {
    final Random random;
    final GroupedTracker tracker;
    final Map<String, String> partners = new TreeMap<>();
    final Map<Long, String> notes = new HashMap<>();
    int next = 1;

    Story(long seed, GroupedTracker tracker) {
      this.random = new Random(seed);
      this.tracker = tracker;
    }

    <T> T any(List<T> all) {
      return all.get(random.nextInt(all.size()));
    }

    String partner() {
      return random.nextInt(5) == 0 ? null : any(PARTNERS);
    }

    List<RowState> orders() {
      return tracker.rows().stream().filter(r -> r.cells().containsKey("Order")).toList();
    }

    List<RowState> headings() {
      Map<Long, String> beneath = tracker.headings();
      return tracker.rows().stream()
          .filter(r -> !r.cells().containsKey("Order") && r.cells().containsKey("Partner"))
          .filter(r -> beneath.get(r.id()) == null)
          .toList();
    }

    String salesforceId(String key) {
      return tracker.salesforce.liveWith("key", key).get(0);
    }

    void begin() {
      for (int order = 0; order < FIRST_ORDERS; order++) {
        createInSalesforce();
      }
      tracker.sync(2);
    }

    /** One thing that somebody does. */
    void step() {
      switch (random.nextInt(12)) {
        case 0, 1 -> createInSalesforce();
        case 2 -> editInSalesforce();
        case 3 -> typeRow();
        case 4, 5 -> drag();
        case 6 -> typePartner();
        case 7, 11 -> renameHeading();
        case 8 -> addNote();
        case 9 -> addHeading();
        default -> tracker.start();
      }
    }

    void createInSalesforce() {
      String key = "O" + next++;
      String partner = partner();
      Map<String, String> fields = new HashMap<>(Map.of("key", key, "note", "n"));
      if (partner != null) {
        fields.put("partner", partner);
      }
      tracker.salesforce.create(fields);
      partners.put(key, partner);
    }

    void editInSalesforce() {
      if (!partners.isEmpty()) {
        String key = any(List.copyOf(partners.keySet()));
        String partner = partner();
        tracker.salesforce.edit(salesforceId(key), "partner", partner);
        partners.put(key, partner);
      }
    }

    /** At the bottom with a partner, or beneath a heading without. */
    void typeRow() {
      String key = "O" + next++;
      String partner = any(PARTNERS);
      List<RowState> headings = headings();
      if (headings.isEmpty() || random.nextBoolean()) {
        tracker.desk().addRow(SHEET, Map.of("Order", key, "Partner", partner), ANN);
        partners.put(key, partner);
      } else {
        RowState heading = any(headings);
        long row = tracker.desk().addRow(SHEET, Map.of("Order", key), ANN);
        tracker.desk().drag(SHEET, List.of(RowRef.id(row)), RowRef.id(heading.id()), ANN);
        partners.put(key, heading.cells().get("Partner"));
      }
    }

    void drag() {
      if (orders().isEmpty()) {
        return;
      }
      RowState order = any(orders());
      List<RowState> headings = headings();
      if (headings.isEmpty() || random.nextInt(4) == 0) {
        tracker.desk().drag(SHEET, List.of(RowRef.id(order.id())), null, ANN);
      } else {
        RowState heading = any(headings);
        tracker.desk().drag(SHEET, List.of(RowRef.id(order.id())), RowRef.id(heading.id()), ANN);
        partners.put(order.cells().get("Order"), heading.cells().get("Partner"));
      }
    }

    void typePartner() {
      if (!orders().isEmpty()) {
        RowState order = any(orders());
        String partner = partner();
        tracker
            .desk()
            .edit(
                SHEET,
                RowRef.id(order.id()),
                Map.of("Partner", Objects.requireNonNullElse(partner, "")),
                ANN);
        partners.put(order.cells().get("Order"), partner);
      }
    }

    void renameHeading() {
      if (!headings().isEmpty()) {
        RowState heading = any(headings());
        String name = any(PARTNERS);
        String before = heading.cells().get("Partner");
        List<RowState> beneath =
            orders().stream().filter(o -> Objects.equals(o.parentId(), heading.id())).toList();
        tracker.desk().edit(SHEET, RowRef.id(heading.id()), Map.of("Partner", name), ANN);
        if (!before.equals(name)) {
          beneath.forEach(order -> partners.put(order.cells().get("Order"), name));
        }
      }
    }

    void addNote() {
      if (!orders().isEmpty()) {
        RowState order = any(orders());
        long note = tracker.desk().addRow(SHEET, Map.of("Note", "call back"), ANN);
        tracker.desk().drag(SHEET, List.of(RowRef.id(note)), RowRef.id(order.id()), ANN);
        notes.put(note, order.cells().get("Order"));
      }
    }

    void addHeading() {
      tracker.desk().addRow(SHEET, Map.of("Partner", any(PARTNERS)), ANN);
    }
  }

  private static void assertTree(Story story) {
    GroupedTracker tracker = story.tracker;
    Map<Long, String> beneath = tracker.headings();
    Map<String, String> byCell = new TreeMap<>();
    Map<String, String> byHeading = new TreeMap<>();
    Map<Long, String> notes = new HashMap<>();
    Map<Long, String> keys = new HashMap<>();
    List<String> all = new ArrayList<>();
    for (RowState order : story.orders()) {
      String key = order.cells().get("Order");
      all.add(key);
      keys.put(order.id(), key);
      byCell.put(key, order.cells().get("Partner"));
      byHeading.put(key, beneath.get(order.id()));
    }
    tracker.rows().stream()
        .filter(r -> "call back".equals(r.cells().get("Note")))
        .forEach(r -> notes.put(r.id(), keys.get(r.parentId())));
    Map<String, String> inSalesforce = new TreeMap<>();
    tracker
        .salesforce
        .liveIds()
        .forEach(
            id ->
                inSalesforce.put(
                    tracker.salesforce.get(id, "key"), tracker.salesforce.get(id, "partner")));
    assertThat(all).as("no row lost or doubled").doesNotHaveDuplicates();
    assertThat(byCell).as("cells").isEqualTo(story.partners);
    assertThat(byHeading).as("headings").isEqualTo(story.partners);
    assertThat(inSalesforce).as("Salesforce").isEqualTo(story.partners);
    assertThat(notes).as("what people put below orders").isEqualTo(story.notes);
    assertThat(tracker.strays())
        .as("strays")
        .containsExactlyInAnyOrderElementsOf(
            story.notes.keySet().stream().map(String::valueOf).toList());
  }

  @Property(tries = 6)
  void after_any_moves_drags_and_renames_the_sheet_is_the_tree_that_the_last_edits_make(
      @ForAll long seed, @ForAll @IntRange(min = 4, max = 14) int steps) {
    try (GroupedTracker tracker = new GroupedTracker(seed)) {
      Story story = new Story(seed, tracker);
      story.begin();
      for (int i = 0; i < steps; i++) {
        story.step();
        tracker.sync(2);
      }
      tracker.sync(2);

      assertTree(story);

      int writes = tracker.writes();
      tracker.sync(2);
      assertThat(tracker.writes()).as("a quiet world stays quiet").isEqualTo(writes);
    }
  }

  @Property(tries = 3)
  void lost_answers_lose_and_double_no_row(
      @ForAll long seed, @ForAll @IntRange(min = 5, max = 12) int steps) {
    try (GroupedTracker tracker = new GroupedTracker(seed)) {
      Story story = new Story(seed, tracker);
      story.begin();
      for (int i = 0; i < steps; i++) {
        story.step();
        if (story.random.nextInt(3) == 0) {
          tracker.server.faults().add(fault(story.random));
        }
        tracker.sync(8);
      }
      tracker.server.faults().clear();
      tracker.sync(8);

      assertTree(story);
    }
  }

  private static FaultRule fault(Random random) {
    Fault fault = random.nextBoolean() ? new Fault.CutAfter() : new Fault.CutBefore();
    return FaultRule.once(random.nextBoolean() ? "POST" : "PUT", "/rows$", fault);
  }
}
