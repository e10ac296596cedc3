package io.partnerhub.sandbox.smartsheet.hook;

import java.util.List;

/**
 * What a webhook is asked to be.
 *
 * @param sheetId its scope, which never changes
 * @param columnIds its subscope, which never changes; empty for all columns
 */
public record Plan(
    String name, String callbackUrl, long sheetId, List<Long> columnIds, long ownerId) {

  public Plan {
    columnIds = List.copyOf(columnIds);
  }

  Plan called(String newName, String newUrl) {
    return new Plan(newName, newUrl, sheetId, columnIds, ownerId);
  }

  /** The events that it tells; a row's change counts where one of the columns changed with it. */
  List<Event> heard(List<Event> events) {
    if (columnIds.isEmpty()) {
      return events;
    }
    List<Long> rows = events.stream().filter(this::isInSubscope).map(Event::rowId).toList();
    List<Event> told =
        events.stream()
            .filter(
                e ->
                    e.isOfWholeRow()
                        || isInSubscope(e)
                        || e.objectType().equals("row") && rows.contains(e.id()))
            .toList();
    return told.isEmpty() ? told : withSheet(events, told);
  }

  private boolean isInSubscope(Event event) {
    return event.column() != null && columnIds.contains(event.column());
  }

  private static List<Event> withSheet(List<Event> events, List<Event> told) {
    return events.stream().filter(e -> e.objectType().equals("sheet") || told.contains(e)).toList();
  }
}
