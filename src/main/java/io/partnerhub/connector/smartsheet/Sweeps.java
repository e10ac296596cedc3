package io.partnerhub.connector.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.sync.Sweep;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads the key column of a whole sheet. */
final class Sweeps {

  private final Sheets sheets;
  private final int pageSize;

  Sweeps(Sheets sheets, int pageSize) {
    this.sheets = sheets;
    this.pageSize = pageSize;
  }

  /**
   * One row of a sheet.
   *
   * @param key its business key; null when it is empty
   */
  record Keyed(String id, String key) {}

  /** The ids of all rows; empty when the sheet changed meanwhile. */
  Optional<Sweep> unbroken(Mapping mapping, String sheet) {
    Set<String> ids = new HashSet<>();
    Walk walk = walk(mapping, sheet, row -> ids.add(row.id()));
    return walk.broken()
        ? Optional.empty()
        : Optional.of(new Sweep(sheet, Set.copyOf(ids), walk.totalRows()));
  }

  /**
   * Hands on every row.
   *
   * @return whether the sheet changed meanwhile, so that a row may have been missed
   */
  boolean rows(Mapping mapping, String sheet, Consumer<Keyed> row) {
    return walk(mapping, sheet, row).broken();
  }

  private record Walk(boolean broken, int totalRows) {}

  private Walk walk(Mapping mapping, String sheet, Consumer<Keyed> row) {
    Cursor cursor = Cursor.start();
    while (true) {
      SheetPage<Keyed> read = sheets.page(sheet, page(mapping, sheet, cursor.page()));
      boolean repeated = cursor.page() > 1 && read.firstRow().equals(cursor.firstRow());
      read.rows().forEach(row);
      boolean last =
          repeated || read.rows().isEmpty() || (long) cursor.page() * pageSize >= read.totalRows();
      cursor = cursor.after(read, null);
      if (last) {
        return new Walk(cursor.broken(), read.totalRows());
      }
    }
  }

  private Sheets.Reading<Keyed> page(Mapping mapping, String sheet, int page) {
    return new Sheets.Reading<>() {
      @Override
      public SheetQuery query(Layout layout) {
        return new SheetQuery(
            sheet, List.of(layout.key(mapping)), null, null, 0, false, page, pageSize);
      }

      @Override
      public Function<JsonNode, Keyed> rows(Layout layout) {
        RowReading rows = new RowReading(mapping, sheet, List.of(layout.key(mapping)));
        return row -> new Keyed(row.path("id").asText(), mapping.keyOf(rows.reading(row).values()));
      }
    };
  }
}
