package io.partnerhub.connector.salesforce;

import io.partnerhub.connector.Batches;
import io.partnerhub.sync.Write;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Rows that go into one collection of a composite call: one object, and one action for all.
 *
 * @param rows at most {@link #MOST_ROWS}
 */
record WriteGroup(String object, Write.Action action, List<Row> rows) {

  /** Most records that Salesforce takes in one collection. */
  static final int MOST_ROWS = 200;

  /**
   * One write.
   *
   * @param place where its outcome belongs
   */
  record Row(int place, Write write) {}

  /**
   * Cuts a batch into groups; the order of the rows is kept within each.
   *
   * @param portions rows that go into one group of an object, at most {@link #MOST_ROWS}
   */
  static List<WriteGroup> of(List<Row> rows, ToIntFunction<String> portions) {
    Map<List<Object>, List<Row>> alike = new LinkedHashMap<>();
    for (Row row : rows) {
      alike
          .computeIfAbsent(
              List.of(row.write().id().location(), row.write().action()),
              unused -> new ArrayList<>())
          .add(row);
    }
    List<WriteGroup> groups = new ArrayList<>();
    for (List<Row> some : alike.values()) {
      String object = some.get(0).write().id().location();
      groups.addAll(cut(some, portions.applyAsInt(object)));
    }
    return groups;
  }

  /** Both halves, to find out which row made Salesforce refuse the whole group. */
  List<WriteGroup> halves() {
    return cut(rows, (rows.size() + 1) / 2);
  }

  private static List<WriteGroup> cut(List<Row> rows, int size) {
    List<WriteGroup> groups = new ArrayList<>();
    for (List<Row> some : Batches.of(rows, size)) {
      Write first = some.get(0).write();
      groups.add(new WriteGroup(first.id().location(), first.action(), List.copyOf(some)));
    }
    return groups;
  }
}
