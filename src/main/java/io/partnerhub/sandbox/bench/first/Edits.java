package io.partnerhub.sandbox.bench.first;

import io.partnerhub.sandbox.bench.world.World;
import io.partnerhub.sandbox.smartsheet.Desk;
import io.partnerhub.sandbox.smartsheet.RowRef;
import io.partnerhub.sandbox.smartsheet.RowState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

/** The change: half of these partners get a title in Salesforce, half a contact in the tracker. */
final class Edits {

  private static final long SEED = 2;
  private static final String PERSON = "sam@partners.example";

  private final World world;
  private final List<Integer> salesforce;
  private final List<Integer> tracker;
  private final Map<Integer, RowRef> rows = new HashMap<>();

  private Edits(World world, List<Integer> salesforce, List<Integer> tracker) {
    this.world = world;
    this.salesforce = salesforce;
    this.tracker = tracker;
  }

  /** The same partners for the same size; the tracker has all rows. */
  static Edits in(World world) {
    List<Integer> numbers =
        new ArrayList<>(IntStream.rangeClosed(1, world.size().partners()).boxed().toList());
    Collections.shuffle(numbers, new Random(SEED));
    int changed = world.size().changed();
    return of(world, numbers.subList(0, changed / 2), numbers.subList(changed / 2, changed));
  }

  /** One edit in each sheet. */
  static Edits inEachSheet(World world) {
    int sheets = Math.min(world.size().sheets(), world.size().partners());
    return of(world, List.of(), IntStream.rangeClosed(1, sheets).boxed().toList());
  }

  private static Edits of(World world, List<Integer> salesforce, List<Integer> tracker) {
    Edits edits = new Edits(world, salesforce, tracker);
    edits.findRows();
    return edits;
  }

  private void findRows() {
    Map<String, RowRef> byCode = new HashMap<>();
    for (String sheet : world.sheets()) {
      world.desk().rows(sheet).forEach(r -> byCode.put(r.cells().get("Code"), RowRef.id(r.id())));
    }
    salesforce.forEach(number -> rows.put(number, byCode.get(World.code(number))));
    tracker.forEach(number -> rows.put(number, byCode.get(World.code(number))));
  }

  /** Partners edited in Salesforce: the tracker is to be written. */
  List<Integer> inSalesforce() {
    return salesforce;
  }

  /** Partners edited in the tracker: Salesforce is to be written. */
  List<Integer> inTracker() {
    return tracker;
  }

  void make() {
    Desk desk = world.desk();
    salesforce.forEach(number -> world.editInSalesforce(number, "Contact_Title__c", title(number)));
    tracker.forEach(number -> desk.edit(sheet(number), rows.get(number), cells(number), PERSON));
  }

  /** Partners whose edit does not show on the other side yet; looked at again and again. */
  Deque<Integer> pending() {
    Deque<Integer> pending = new ArrayDeque<>(salesforce);
    pending.addAll(tracker);
    return pending;
  }

  /** Takes what arrived off the front. */
  boolean allArrived(Deque<Integer> pending) {
    while (!pending.isEmpty() && arrived(pending.peek())) {
      pending.remove();
    }
    return pending.isEmpty();
  }

  private boolean arrived(int number) {
    RowState row = world.desk().row(sheet(number), rows.get(number));
    return Objects.equals(row.cells().get("Title"), world.inSalesforce(number, "Contact_Title__c"))
        && Objects.equals(
            row.cells().get("Contact"), world.inSalesforce(number, "Contact_Name__c"));
  }

  String sheet(int number) {
    return world.sheets().get(world.size().sheetOf(number));
  }

  RowRef row(int number) {
    return rows.get(number);
  }

  static String title(int number) {
    return "Partner lead " + number;
  }

  static String contact(int number) {
    return "Toni Neu " + number;
  }

  private static Map<String, String> cells(int number) {
    return Map.of("Contact", contact(number));
  }
}
