package io.partnerhub.connector.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads pages of a sheet, and notices when its columns are no longer the known ones. */
final class Sheets {

  private final Api api;
  private final Layouts layouts;
  private final Fills fills;

  Sheets(Api api, Layouts layouts, Fills fills) {
    this.api = api;
    this.layouts = layouts;
    this.fills = fills;
  }

  /** What to ask of a sheet, and what to make of a row, once its layout is known. */
  interface Reading<T> {
    SheetQuery query(Layout layout);

    Function<JsonNode, T> rows(Layout layout);
  }

  /**
   * Reads a page; a layout that turns out to be old is read again, once.
   *
   * @throws ApiFault also when a mapped column is gone, or of a type that does not fit any more
   */
  <T> SheetPage<T> page(String sheet, Reading<T> reading) {
    Layout known = layouts.of(sheet);
    try {
      SheetPage<T> page = page(known, reading);
      if (page != null) {
        return page;
      }
    } catch (ApiFault fault) {
      if (fault.meaning() != FaultClass.COLUMN_GONE && fault.meaning() != FaultClass.COLUMN_UNFIT) {
        throw fault;
      }
    }
    layouts.drop(sheet);
    SheetPage<T> page = page(layouts.of(sheet), reading);
    if (page == null) {
      throw new ApiFault(
          FaultClass.COLUMN_GONE,
          "COLUMNS_CHANGE",
          "The columns of the sheet " + known.name() + " are being changed: try again later");
    }
    return page;
  }

  private <T> SheetPage<T> page(Layout layout, Reading<T> reading) {
    SheetQuery query = reading.query(layout);
    Function<JsonNode, T> toRow = reading.rows(layout);
    List<T> rows = new ArrayList<>();
    String[] first = {""};
    ObjectNode sheet =
        api.call(
            query.request(),
            in ->
                ObjectStream.read(
                    in,
                    "rows",
                    row -> {
                      if (first[0].isEmpty()) {
                        first[0] = row.path("id").asText();
                      }
                      rows.add(toRow.apply(row));
                    }));
    if (query.ifVersionAfter() > 0 && sheet.has("version") && !sheet.has("totalRowCount")) {
      return SheetPage.unchanged(sheet.path("version").asLong());
    }
    Layouts.checkIsSheet(layout.sheet(), sheet);
    if (differs(query.columns(), sheet)) {
      return null;
    }
    int total = sheet.path("totalRowCount").asInt();
    fills.seen(layout, total);
    return new SheetPage<>(rows, sheet.path("version").asLong(), total, first[0]);
  }

  private static boolean differs(List<Column> asked, JsonNode sheet) {
    if (!sheet.path("columns").isArray()) {
      return false;
    }
    Map<Long, Column> shown =
        Layouts.columns(sheet).stream().collect(Collectors.toMap(Column::id, c -> c, (a, b) -> a));
    return !asked.stream().allMatch(c -> shown.containsKey(c.id()) && c.sameAs(shown.get(c.id())));
  }
}
