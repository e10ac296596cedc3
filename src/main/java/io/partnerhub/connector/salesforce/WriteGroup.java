package io.partnerhub.connector.salesforce;

import io.partnerhub.connector.Batches;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Write;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Rows that go into one collection: one object, and one action for all.
 *
 * @param alone whether it goes in a call of its own: in a composite one, Salesforce takes some of
 *     its texts for references to other parts (REST API, Composite Subrequest)
 * @param rows at most {@link #MOST_ROWS}
 */
record WriteGroup(String object, Write.Action action, boolean alone, List<Row> rows) {

  /** Most records that Salesforce takes in one collection. */
  static final int MOST_ROWS = 200;

  private static final String REFERENCE = "@{";

  /**
   * One write.
   *
   * @param place where its outcome belongs
   */
  record Row(int place, Write write) {

    private List<Object> kind() {
      return List.of(write.id().location(), write.action(), refers());
    }

    /** What is deleted is named by its id alone. */
    private boolean refers() {
      return write.action() != Write.Action.DELETE
          && write.fields().stream()
              .map(write.values()::get)
              .anyMatch(text -> text != null && text.contains(REFERENCE));
    }
  }

  /**
   * Cuts a batch into groups; the order of the rows is kept within each.
   *
   * @param portions rows that go into one group of an object, at most {@link #MOST_ROWS}
   */
  static List<WriteGroup> of(List<Row> rows, ToIntFunction<String> portions) {
    Map<List<Object>, List<Row>> alike = new LinkedHashMap<>();
    for (Row row : rows) {
      alike.computeIfAbsent(row.kind(), unused -> new ArrayList<>()).add(row);
    }
    List<WriteGroup> groups = new ArrayList<>();
    for (List<Row> some : alike.values()) {
      String object = some.get(0).write().id().location();
      groups.addAll(cut(some, portions.applyAsInt(object)));
    }
    return groups;
  }

  /** The same outcome for every row. */
  List<Outcome> all(Outcome outcome) {
    return Collections.nCopies(rows.size(), outcome);
  }

  /** Both halves, to find out which row made Salesforce refuse the whole group. */
  List<WriteGroup> halves() {
    return cut(rows, (rows.size() + 1) / 2);
  }

  private static List<WriteGroup> cut(List<Row> rows, int size) {
    List<WriteGroup> groups = new ArrayList<>();
    for (List<Row> some : Batches.of(rows, size)) {
      Row first = some.get(0);
      groups.add(
          new WriteGroup(
              first.write().id().location(),
              first.write().action(),
              first.refers(),
              List.copyOf(some)));
    }
    return groups;
  }
}
