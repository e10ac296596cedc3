package io.partnerhub.connector.smartsheet;

import io.partnerhub.mapping.Fault;
import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Metadata;
import io.partnerhub.mapping.Metadata.Access;
import io.partnerhub.mapping.Metadata.NativeField;
import io.partnerhub.model.SystemName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a sheet looks like.
 *
 * @param columns by title, in the order of the sheet
 * @param access what the sheet is shared with the hub's user for
 * @param unfit why the mapping cannot be kept to with these columns; empty while it can
 */
record Layout(
    String sheet, String title, Map<String, Column> columns, Access access, List<Fault> unfit) {

  /** Levels that may change nothing in a sheet. */
  private static final Set<String> READERS = Set.of("VIEWER", "COMMENTER");

  static Layout of(String sheet, String title, Collection<Column> columns) {
    Map<String, Column> byTitle = new LinkedHashMap<>();
    columns.forEach(c -> byTitle.put(c.title(), c));
    return new Layout(sheet, title, byTitle, Access.FULL, List.of());
  }

  /** The same, shared with the hub's user at a level as the service calls it. */
  Layout shared(String accessLevel) {
    return READERS.contains(accessLevel)
        ? new Layout(sheet, title, columns, Access.NONE, unfit)
        : this;
  }

  /** The same, with what of its description does not fit the mapping. */
  Layout judged(Function<Metadata, List<Fault>> fit) {
    return new Layout(sheet, title, columns, access, fit.apply(describe()));
  }

  /** The sheet as people call it, with its id. */
  String name() {
    return "\"" + title + "\" (" + sheet + ")";
  }

  /** As mappings and writes are checked against it. */
  Metadata describe() {
    Map<String, NativeField> fields = new LinkedHashMap<>();
    columns.forEach((name, column) -> fields.put(name, column.describe()));
    return new Metadata(SystemName.SMARTSHEET, sheet, title, fields, access);
  }

  /** A message of the service, which knows columns by their ids only, with their titles. */
  String withTitles(String message) {
    String readable = message;
    for (Column column : columns.values()) {
      readable = readable.replace(Long.toString(column.id()), "\"" + column.title() + "\"");
    }
    return readable;
  }

  /**
   * The columns of the mapped fields.
   *
   * @throws ApiFault naming the columns that are gone, or those of a type that cannot hold what is
   *     mapped to them: nothing is read from such a sheet or written to it
   */
  List<Column> of(Mapping mapping) {
    List<String> titles =
        mapping.fieldsIn(SystemName.SMARTSHEET).stream().map(Layout::titleOf).toList();
    List<String> gone = titles.stream().filter(t -> !columns.containsKey(t)).toList();
    if (!gone.isEmpty()) {
      throw missing(mapping, gone);
    }
    if (!unfit.isEmpty()) {
      String all = unfit.stream().map(Fault::toString).collect(Collectors.joining("; "));
      throw new ApiFault(FaultClass.COLUMN_UNFIT, "mapping", all);
    }
    List<Column> mapped = new ArrayList<>();
    titles.forEach(t -> mapped.add(columns.get(t)));
    return mapped;
  }

  /** The column of the business key. */
  Column key(Mapping mapping) {
    String title = titleOf(mapping.field(mapping.key()));
    Column column = columns.get(title);
    if (column == null) {
      throw missing(mapping, List.of(title));
    }
    return column;
  }

  /**
   * The columns that tell records and headings apart: the key's, and of a grouped sheet another.
   */
  List<Column> outline(Mapping mapping) {
    Column key = key(mapping);
    String field = Outlines.field(mapping);
    return of(mapping).stream()
        .filter(
            column ->
                column.equals(key)
                    || (field != null && column.title().equals(titleOf(mapping.field(field)))))
        .toList();
  }

  static String titleOf(Field field) {
    return field.names().get(SystemName.SMARTSHEET);
  }

  private ApiFault missing(Mapping mapping, List<String> titles) {
    String named = titles.stream().map(t -> "\"" + t + "\"").collect(Collectors.joining(", "));
    return new ApiFault(
        FaultClass.COLUMN_GONE,
        "COLUMN_MISSING",
        "The sheet "
            + name()
            + " has no column "
            + named
            + " (renamed?): give the column its name back, or put the new name into the mapping of "
            + mapping.type());
  }
}
