package io.partnerhub.sandbox.smartsheet;

import io.partnerhub.sandbox.smartsheet.hook.Event;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What happened in a sheet since it was last told; the sheet's lock guards it. */
final class Happenings {

  private static final String CREATED = "created";
  private static final String UPDATED = "updated";
  private static final String DELETED = "deleted";

  private final Set<Happening> since = new LinkedHashSet<>();

  private record Happening(String object, String event, Long id, Long row, Long column) {

    private static Happening of(String object, String event, long id) {
      return new Happening(object, event, id, null, null);
    }

    private Event by(Author author) {
      return new Event(
          object, event, id, row, column, author.person().id(), author.second(), author.agent());
    }
  }

  void rowCreated(Row row) {
    since.add(Happening.of("row", CREATED, row.id()));
  }

  /** A row that only came to another place, or was locked. */
  void rowUpdated(Row row) {
    since.add(Happening.of("row", UPDATED, row.id()));
  }

  void rowDeleted(Row row) {
    since.add(Happening.of("row", DELETED, row.id()));
  }

  void cellCreated(Row row, Column column) {
    since.add(new Happening("cell", CREATED, null, row.id(), column.id()));
  }

  void cellUpdated(Row row, Column column) {
    rowUpdated(row);
    since.add(new Happening("cell", UPDATED, null, row.id(), column.id()));
  }

  void columnCreated(Column column) {
    since.add(Happening.of("column", CREATED, column.id()));
  }

  void columnUpdated(Column column) {
    since.add(Happening.of("column", UPDATED, column.id()));
  }

  void columnDeleted(Column column) {
    since.add(Happening.of("column", DELETED, column.id()));
  }

  /** Gives them once, after the change of the sheet itself. */
  List<Event> take(long sheetId, Author author) {
    List<Event> events = new ArrayList<>();
    events.add(Happening.of("sheet", UPDATED, sheetId).by(author));
    since.forEach(happening -> events.add(happening.by(author)));
    since.clear();
    return events;
  }
}
