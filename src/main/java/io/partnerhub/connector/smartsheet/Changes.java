package io.partnerhub.connector.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.sync.Checkpoint;
import io.partnerhub.sync.Observation;
import io.partnerhub.sync.Page;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Function;

/** Reads what changed in a sheet: all rows at first, later those changed since the watermark. */
final class Changes {

  private final Sheets sheets;
  private final OwnUser own;
  private final SmartsheetSettings settings;

  Changes(Sheets sheets, OwnUser own, SmartsheetSettings settings) {
    this.sheets = sheets;
    this.own = own;
    this.settings = settings;
  }

  Page next(Mapping mapping, Checkpoint from, String cursorText, Instant now) {
    Cursor cursor = Cursor.parse(cursorText);
    own.email(); // known before the rows stream in, so that no call nests in another
    SheetPage<Observation> read = sheets.page(from.source(), reading(mapping, from, cursor));
    if (read.isUnchanged()) {
      return new Page(List.of(), from, null, OptionalInt.empty());
    }
    boolean repeated = cursor.page() > 1 && read.firstRow().equals(cursor.firstRow());
    List<Observation> rows = repeated ? List.of() : atVersion(read);
    Cursor after = cursor.after(read, greatest(rows));
    boolean last = repeated || rows.isEmpty() || isLast(from, cursor.page(), read);
    if (!last) {
      return new Page(rows, from, after.text(), OptionalInt.empty());
    }
    return new Page(rows, end(from, after, now), null, OptionalInt.of(read.totalRows()));
  }

  private static List<Observation> atVersion(SheetPage<Observation> read) {
    String version = Long.toString(read.version());
    return read.rows().stream().map(row -> row.at(version)).toList();
  }

  private Sheets.Reading<Observation> reading(Mapping mapping, Checkpoint from, Cursor cursor) {
    return new Sheets.Reading<>() {
      @Override
      public SheetQuery query(Layout layout) {
        Instant since = since(from);
        long known = from.complete() && cursor.page() == 1 ? from.version() : 0;
        return new SheetQuery(
            from.source(),
            layout.of(mapping),
            null,
            since,
            known,
            true,
            cursor.page(),
            settings.rowsPerPage());
      }

      @Override
      public Function<JsonNode, Observation> rows(Layout layout) {
        RowReading rows = new RowReading(mapping, from.source(), layout.of(mapping));
        return row -> rows.observation(row, own);
      }
    };
  }

  /** Null for a read of everything. */
  private Instant since(Checkpoint from) {
    return from.complete() && from.watermark() != null
        ? from.watermark().minus(settings.overlap())
        : null;
  }

  private boolean isLast(Checkpoint from, int page, SheetPage<Observation> read) {
    if (since(from) != null) {
      return read.rows().size() < settings.rowsPerPage();
    }
    return (long) page * settings.rowsPerPage() >= read.totalRows();
  }

  private static Instant greatest(List<Observation> rows) {
    return rows.stream()
        .map(Observation::stamp)
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
