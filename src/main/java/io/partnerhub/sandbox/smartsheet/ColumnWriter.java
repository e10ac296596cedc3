package io.partnerhub.sandbox.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Adds, changes and deletes columns; the caller holds the sheet's lock. */
final class ColumnWriter {
  private final Workspace workspace;
  private final Sheet sheet;
  private final Author author;

  ColumnWriter(Workspace workspace, Sheet sheet, Author author) {
    this.workspace = workspace;
    this.sheet = sheet;
    this.author = author;
  }

  /** The columns of a new sheet, exactly one of them primary. */
  void define(List<JsonNode> items) {
    if (items.isEmpty()) {
      throw ErrorCode.COLUMNS_REQUIRED.with();
    }
    sheet.checkRoom(0, items.size());
    List<Column> columns = items.stream().map(this::read).toList();
    if (columns.stream().filter(Column::primary).count() != 1) {
      throw ErrorCode.ONE_PRIMARY.with();
    }
    insert(columns, 0);
  }

  List<Column> add(List<JsonNode> items) {
    sheet.checkRoom(0, items.size());
    List<Column> columns = items.stream().map(this::read).toList();
    if (columns.stream().anyMatch(Column::primary)) {
      throw ErrorCode.ONE_PRIMARY.with();
    }
    insert(columns, sameIndex(items));
    columns.forEach(sheet.happenings()::columnCreated);
    sheet.changed(author, workspace.millis());
    return columns;
  }

  Column change(Column old, JsonNode json) {
    Column column = ColumnBody.changed(json, old);
    if (column.primary() != old.primary()) {
      throw ErrorCode.ONE_PRIMARY.with();
    }
    check(column, others(old));
    int index = json.hasNonNull("index") ? index(json) : sheet.columns().indexOf(old.id());
    sheet.columns().replace(column);
    sheet.columns().move(column, index);
    sheet.happenings().columnUpdated(column);
    sheet.changed(author, workspace.millis());
    return column;
  }

  void delete(Column column) {
    if (column.primary()) {
      throw ErrorCode.COLUMN_NOT_DELETABLE.with();
    }
    sheet.remove(column);
    sheet.changed(author, workspace.millis());
  }

  private Column read(JsonNode json) {
    return ColumnBody.added(json, workspace.ids().next(), sheet.columns().takeSlot());
  }

  private void insert(List<Column> columns, int index) {
    List<Column> before = new ArrayList<>(sheet.columns().all());
    for (Column column : columns) {
      check(column, before);
      before.add(column);
    }
    for (int i = 0; i < columns.size(); i++) {
      sheet.columns().insert(index + i, columns.get(i));
    }
  }

  private List<Column> others(Column column) {
    return sheet.columns().all().stream().filter(c -> c.id() != column.id()).toList();
  }

  private static void check(Column column, List<Column> others) {
    Set<String> titles = new HashSet<>();
    others.forEach(other -> titles.add(other.title()));
    if (titles.contains(column.title())) {
      throw ErrorCode.TITLE_TAKEN.with();
    }
    if (column.primary() && column.type() != ColumnType.TEXT_NUMBER) {
      throw ErrorCode.PRIMARY_TYPE.with();
    }
    if (column.system() != null
        && others.stream().anyMatch(other -> other.system() == column.system())) {
      throw ErrorCode.SYSTEM_COLUMN_TWICE.with(column.system());
    }
  }

  private static int sameIndex(List<JsonNode> items) {
    int first = items.isEmpty() ? 0 : index(items.get(0));
    for (JsonNode item : items) {
      if (index(item) != first) {
        throw ErrorCode.COLUMN_INDEX_DIFFERS.with(index(item), first);
      }
    }
    return first;
  }

  private static int index(JsonNode json) {
    Long index = Attributes.id(json, "index");
    if (index == null) {
      throw ErrorCode.ATTRIBUTE_MISSING.with("column.index");
    }
    if (index < 0 || index > SheetCaps.STANDARD.columns()) {
      throw ErrorCode.ATTRIBUTE_INVALID.with(index, "column.index");
    }
    return index.intValue();
  }
}
