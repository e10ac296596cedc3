package io.partnerhub.sandbox.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Adds, changes and deletes rows in one API request; the caller holds the sheet's lock. */
final class RowWriter {
  private static final int MOST_ROWS = 500;

  private final Workspace workspace;
  private final Sheet sheet;
  private final Author author;
  private final CellReader cells;

  RowWriter(Workspace workspace, Sheet sheet, Author author) {
    this.workspace = workspace;
    this.sheet = sheet;
    this.author = author;
    this.cells = new CellReader(sheet.columns(), workspace::hasSheet);
  }

  /**
   * What a write came to.
   *
   * @param rows written, in the order of the request
   * @param failures by item; empty unless partial success was asked for
   */
  record Written(List<Row> rows, List<ApiError> failures) {}

  Written add(List<JsonNode> items, boolean partial) {
    List<ApiError> failures = new ArrayList<>();
    List<RowBody> bodies =
        checked(items, partial, failures, i -> allowed(RowBody.added(i, cells, sheet.rows())));
    sheet.checkRoom(bodies.size(), 0);
    List<Row> rows = new ArrayList<>();
    for (RowBody body : bodies) {
      Row row = sheet.newRow(workspace.ids().next(), body.cells(), author);
      row.locked(Boolean.TRUE.equals(body.locked()));
      sheet.automations().wrote(row, body.cells(), workspace.millis());
      rows.add(row);
    }
    if (!rows.isEmpty()) {
      sheet.rows().insert(rows, bodies.get(0).location().place(sheet.rows()));
      sheet.changed(author, workspace.millis());
    }
    return new Written(rows, failures);
  }

  Written update(List<JsonNode> items, boolean partial) {
    List<ApiError> failures = new ArrayList<>();
    Set<Row> seen = new HashSet<>();
    Deque<Runnable> shifts = new ArrayDeque<>();
    List<RowBody> bodies;
    try {
      bodies =
          checked(items, partial, failures, i -> shifted(allowed(changedOnce(i, seen)), shifts));
    } catch (ApiError e) {
      shifts.forEach(Runnable::run);
      throw e;
    }
    List<Row> rows = bodies.stream().map(RowBody::row).toList();
    boolean moved = place(bodies, rows);
    for (RowBody body : bodies) {
      moved |= write(body);
    }
    if (moved) {
      sheet.changed(author, workspace.millis());
    }
    return new Written(rows, failures);
  }

  /** Deletes rows with all below them; answers every row that went. */
  List<Row> delete(List<Long> ids, boolean ignoreMissing) {
    List<Row> named = new ArrayList<>();
    for (long id : ids) {
      Row row = sheet.rows().find(id).orElse(null);
      if (row == null && !ignoreMissing) {
        throw ErrorCode.NOT_FOUND.with();
      }
      if (row != null) {
        workspace.refusals().check(sheet.columns(), row, Map.of());
        named.add(row);
      }
    }
    List<Row> gone = List.copyOf(sheet.rows().withDescendants(named));
    if (gone.stream().anyMatch(Row::locked)) {
      throw ErrorCode.DELETE_LOCKED_ROW.with();
    }
    if (!gone.isEmpty()) {
      sheet.remove(gone);
      sheet.changed(author, workspace.millis());
    }
    return gone;
  }

  private RowBody changedOnce(JsonNode item, Set<Row> seen) {
    RowBody body = RowBody.changed(item, cells, sheet.rows(), workspace.ids());
    if (!seen.add(body.row())) {
      throw ErrorCode.SAME_ELEMENT.with();
    }
    return body;
  }

  private RowBody allowed(RowBody body) {
    workspace.refusals().check(sheet.columns(), body.row(), body.cells());
    return body;
  }

  /**
   * Indents or outdents a row; whether that can be depends on what became of the items before.
   *
   * @param undo gets the way back, in front of those before
   */
  private RowBody shifted(RowBody body, Deque<Runnable> undo) {
    int shift = body.location().shift();
    if (shift > 0) {
      undo.push(sheet.rows().indent(body.row()));
    } else if (shift < 0) {
      undo.push(sheet.rows().outdent(body.row()));
    }
    return body;
  }

  private List<RowBody> checked(
      List<JsonNode> items,
      boolean partial,
      List<ApiError> failures,
      Function<JsonNode, RowBody> reader) {
    if (items.size() > MOST_ROWS) {
      throw ErrorCode.MAX_COUNT.with("rows");
    }
    if (items.stream().filter(JsonNode::isObject).map(Location::of).distinct().count() > 1) {
      throw ErrorCode.ROW_LOCATIONS_DIFFER.with();
    }
    List<RowBody> bodies = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      try {
        bodies.add(reader.apply(items.get(i)));
      } catch (ApiError e) {
        JsonNode id = items.get(i).path("id");
        ApiError failure = e.at(i, id.canConvertToLong() ? id.longValue() : null);
        if (!partial) {
          throw failure;
        }
        failures.add(failure);
      }
    }
    return bodies;
  }

  private boolean place(List<RowBody> bodies, List<Row> rows) {
    if (bodies.isEmpty() || !bodies.get(0).location().given()) {
      return false;
    }
    Location location = bodies.get(0).location();
    location.checkOutside(sheet.rows(), rows);
    if (location.shift() == 0) {
      sheet.rows().move(rows, location);
    }
    rows.forEach(sheet.happenings()::rowUpdated);
    if (!workspace.settings().placesUnstamped()) {
      rows.forEach(row -> sheet.rows().touch(row, author));
    }
    return true;
  }

  private boolean write(RowBody body) {
    boolean moved = sheet.set(body.row(), body.cells(), author);
    if (moved) {
      sheet.automations().wrote(body.row(), body.cells(), workspace.millis());
    }
    if (body.locked() != null && body.locked() != body.row().locked()) {
      body.row().locked(body.locked());
      sheet.rows().touch(body.row(), author);
      sheet.happenings().rowUpdated(body.row());
      moved = true;
    }
    return moved;
  }
}
