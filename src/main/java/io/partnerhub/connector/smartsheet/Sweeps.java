package io.partnerhub.connector.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Reading;
import io.partnerhub.sync.system.Sweep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads the key column of a whole sheet, and of a grouped one what its rows stand beneath. */
final class Sweeps {

  /** A sheet that changes while it is read is read again, so often. */
  static final int MOST_WALKS = 3;

  private final Sheets sheets;
  private final Outlines outlines;
  private final int pageSize;

  Sweeps(Sheets sheets, Outlines outlines, int pageSize) {
    this.sheets = sheets;
    this.outlines = outlines;
    this.pageSize = pageSize;
  }

  /**
   * One row of a sheet.
   *
   * @param key its business key; null when it is empty
   * @param spot null where the mapping groups nothing
   */
  record Keyed(String id, String key, Spot spot) {}

  /** The ids of all rows; empty when the sheet changed meanwhile. */
  Optional<Sweep> unbroken(Mapping mapping, String sheet) {
    Set<String> ids = new HashSet<>();
    Walk walk = walk(mapping, sheet, row -> ids.add(row.id()));
    return walk.broken()
        ? Optional.empty()
        : Optional.of(
            new Sweep(
                sheet, Set.copyOf(ids), outlines.countRows(mapping, sheet, walk.totalRows())));
  }

  /** The outline of a grouped sheet, read unless it is known already. */
  Outline outline(Mapping mapping, String sheet) {
    Outline outline = outlines.of(sheet);
    for (int walk = 0; !outline.isComplete() && walk < MOST_WALKS; walk++) {
      walk(mapping, sheet, row -> {});
    }
    return outline;
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
    List<Long> seen = new ArrayList<>();
    while (true) {
      SheetPage<Keyed> read = sheets.page(sheet, page(mapping, sheet, cursor.page()));
      boolean repeated = cursor.page() > 1 && read.firstRow().equals(cursor.firstRow());
      read.rows().forEach(row);
      note(mapping, sheet, read.rows(), seen);
      boolean last =
          repeated || read.rows().isEmpty() || (long) cursor.page() * pageSize >= read.totalRows();
      cursor = cursor.after(read, null, false);
      if (last && Outlines.isGrouped(mapping) && !cursor.broken()) {
        outlines.of(sheet).completed(Set.copyOf(seen));
      }
      if (last) {
        return new Walk(cursor.broken(), read.totalRows());
      }
    }
  }

  private void note(Mapping mapping, String sheet, List<Keyed> rows, List<Long> seen) {
    if (Outlines.isGrouped(mapping)) {
      rows.forEach(row -> outlines.of(sheet).note(row.spot()));
      rows.forEach(row -> seen.add(row.spot().id()));
    }
  }

  private Sheets.Reading<Keyed> page(Mapping mapping, String sheet, int page) {
    return new Sheets.Reading<>() {
      @Override
      public SheetQuery query(Layout layout) {
        return SheetQuery.all(sheet, layout.outline(mapping), page, pageSize);
      }

      @Override
      public Function<JsonNode, Keyed> rows(Layout layout) {
        RowReading rows = new RowReading(mapping, sheet, layout.outline(mapping));
        return row -> keyed(mapping, rows, row);
      }
    };
  }

  private static Keyed keyed(Mapping mapping, RowReading rows, JsonNode row) {
    Reading reading = rows.reading(row);
    return new Keyed(
        row.path("id").asText(),
        mapping.keyOf(reading.values()),
        rows.spot(row, reading.values(), reading.unreadable()));
  }
}
