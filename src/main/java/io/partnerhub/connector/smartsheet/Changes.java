package io.partnerhub.connector.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.sync.Observation;
import io.partnerhub.sync.system.Checkpoint;
import io.partnerhub.sync.system.Page;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Reads what changed in a sheet: all rows at first, later those changed since the watermark. Where
 * a heading changed, the rows beneath it did too without a trace: then all rows are read again.
 */
final class Changes {

  private final Sheets sheets;
  private final Outlines outlines;
  private final OwnUser own;
  private final SmartsheetSettings settings;

  Changes(Sheets sheets, Outlines outlines, OwnUser own, SmartsheetSettings settings) {
    this.sheets = sheets;
    this.outlines = outlines;
    this.own = own;
    this.settings = settings;
  }

  Page next(Mapping mapping, Checkpoint from, String cursorText, Instant now) {
    Cursor cursor = cursorText == null ? begin(mapping, from) : Cursor.parse(cursorText);
    own.email(); // known before the rows stream in, so that no call nests in another
    SheetPage<Spot.Row> read = sheets.page(from.source(), reading(mapping, from, cursor));
    if (read.isUnchanged()) {
      return new Page(List.of(), from, null, OptionalInt.empty());
    }
    boolean repeated = cursor.page() > 1 && read.firstRow().equals(cursor.firstRow());
    List<Spot.Row> rows = repeated ? List.of() : read.rows();
    boolean placed = outlines.note(mapping, from.source(), rows);
    boolean whole = since(from, cursor) == null;
    if (!whole && (!placed || outlines.isToBeObserved(mapping, from.source()))) {
      return new Page(List.of(), from, Cursor.startWhole().text(), OptionalInt.empty());
    }
    Cursor after = cursor.after(read, greatest(rows), !placed);
    boolean last = repeated || rows.isEmpty() || isLast(from, cursor, read);
    List<Observation> observed =
        outlines.observations(mapping, from.source(), rows, read.version());
    if (!last) {
      return new Page(observed, from, after.text(), OptionalInt.empty());
    }
    if (whole && !after.broken()) {
      outlines.observed(mapping, from.source());
    }
    int total = outlines.countRows(mapping, from.source(), read.totalRows());
    return new Page(observed, end(from, after, now), null, OptionalInt.of(total));
  }

  private Cursor begin(Mapping mapping, Checkpoint from) {
    return from.complete() && outlines.isToBeObserved(mapping, from.source())
        ? Cursor.startWhole()
        : Cursor.start();
  }

  private Sheets.Reading<Spot.Row> reading(Mapping mapping, Checkpoint from, Cursor cursor) {
    return new Sheets.Reading<>() {
      @Override
      public SheetQuery query(Layout layout) {
        Instant since = since(from, cursor);
        boolean first = cursor.page() == 1 && !cursor.whole();
        long known = from.complete() && first ? from.version() : 0;
        return new SheetQuery(
            from.source(),
            layout.of(mapping),
            null,
            null,
            since,
            known,
            true,
            cursor.page(),
            settings.rowsPerPage());
      }

      @Override
      public Function<JsonNode, Spot.Row> rows(Layout layout) {
        RowReading rows = new RowReading(mapping, from.source(), layout.of(mapping));
        return row -> rows.row(row, own);
      }
    };
  }

  /** Null for a read of everything. */
  private Instant since(Checkpoint from, Cursor cursor) {
    return !cursor.whole() && from.complete() && from.watermark() != null
        ? from.watermark().minus(settings.overlap())
        : null;
  }

  private boolean isLast(Checkpoint from, Cursor cursor, SheetPage<Spot.Row> read) {
    if (since(from, cursor) != null) {
      return read.rows().size() < settings.rowsPerPage();
    }
    return (long) cursor.page() * settings.rowsPerPage() >= read.totalRows();
  }

  private static Instant greatest(List<Spot.Row> rows) {
    return rows.stream()
        .map(row -> row.observation().stamp())
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElse(null);
  }

  /** A read that the sheet changed under may have missed rows, so it moves no watermark. */
  private Checkpoint end(Checkpoint from, Cursor read, Instant now) {
    Instant watermark =
        read.broken() ? from.watermark() : Cursor.later(from.watermark(), read.greatest());
    boolean moved = !Objects.equals(watermark, from.watermark());
    Instant foundAt = moved ? now : from.watermarkFoundAt();
    boolean settled = !moved && foundAt != null && !now.isBefore(foundAt.plus(settings.overlap()));
    return new Checkpoint(
        from.source(),
        from.complete() || !read.broken(),
        read.version(),
        watermark,
        foundAt,
        settled,
        from.surplus());
  }
}
