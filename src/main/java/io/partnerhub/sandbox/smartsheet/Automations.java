package io.partnerhub.sandbox.smartsheet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Workflows of a sheet that rewrite a column when it is written; the sheet's lock guards it. */
final class Automations {
  private final Sheet sheet;
  private final List<Automation> automations = new ArrayList<>();
  private final Deque<Due> due = new ArrayDeque<>();

  private record Due(Automation automation, long rowId, long millis) {}

  Automations(Sheet sheet) {
    this.sheet = sheet;
  }

  void add(Automation automation) {
    automations.add(automation);
  }

  void clear() {
    automations.clear();
    due.clear();
  }

  /** What is stored instead of a value, by the automations that work within the write. */
  CellValue rewrite(Column column, CellValue value) {
    CellValue result = value;
    for (Automation automation : automations) {
      if (automation.watches(column) && !automation.later()) {
        result = automation.apply(result);
      }
    }
    return result;
  }

  /** Plans the automations that follow a write of these columns by somebody else. */
  void wrote(Row row, Map<Column, CellValue> cells, long nowMillis) {
    for (Automation automation : automations) {
      if (automation.later() && cells.keySet().stream().anyMatch(automation::watches)) {
        due.addLast(new Due(automation, row.id(), nowMillis + automation.delayMillis()));
      }
    }
  }

  boolean anyDue(long nowMillis) {
    return due.stream().anyMatch(d -> d.millis() <= nowMillis);
  }

  /** Does what has become due, each as a change of its own by the automation's person. */
  void runDue(long nowMillis) {
    List<Due> ready = due.stream().filter(d -> d.millis() <= nowMillis).toList();
    due.removeAll(ready);
    for (Due item : ready) {
      sheet.rows().find(item.rowId()).ifPresent(row -> run(item, row));
    }
  }

  private void run(Due item, Row row) {
    Author author = new Author(item.automation().by(), item.millis() / 1000);
    sheet
        .columns()
        .find(item.automation().columnId())
        .filter(column -> sheet.put(row, column, item.automation().apply(row.get(column)), author))
        .ifPresent(column -> sheet.changed(author, item.millis()));
  }
}
