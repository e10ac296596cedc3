package io.partnerhub.connector.salesforce;

import io.partnerhub.connector.salesforce.Queries.Rows;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.sync.Observation;
import io.partnerhub.sync.system.Checkpoint;
import io.partnerhub.sync.system.Page;
import io.partnerhub.sync.system.Source;
import io.partnerhub.sync.system.SystemUnavailable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what changed since a checkpoint: edits and deletes in one query. */
final class ChangeReader {

  private static final String STAMP = "SystemModstamp";
  private static final String CURSOR_GONE = "INVALID_QUERY_LOCATOR";

  private final SalesforceSettings settings;
  private final Queries queries;
  private final Observer observer;

  ChangeReader(SalesforceSettings settings, Queries queries, Observer observer) {
    this.settings = settings;
    this.queries = queries;
    this.observer = observer;
  }

  Page changes(Mapping mapping, Checkpoint from, String cursor, Instant now) {
    ChangeCursor at =
        cursor == null
            ? new ChangeCursor(now, firstPath(mapping, from))
            : ChangeCursor.parse(cursor);
    Rows<Observation> rows;
    try {
      rows = rows(mapping, from.source(), at.path());
    } catch (SystemUnavailable e) {
      if (cursor != null && isCursorGone(e)) {
        return changes(mapping, from, null, now);
      }
      throw e;
    }
    return page(from, at.begun(), now, cursor != null, rows);
  }

  /** The first page, which came together with those of other sources. */
  Page firstPage(Source source, Rows<NativeRecord> rows, Instant now) throws UnusableAnswer {
    List<Observation> observed = new ArrayList<>();
    for (NativeRecord row : rows.rows()) {
      observed.add(observer.observe(source.mapping(), source.from().source(), row));
    }
    return page(
        source.from(), now, now, false, new Rows<>(observed, rows.next(), rows.totalSize()));
  }

  private Page page(
      Checkpoint from, Instant begun, Instant now, boolean later, Rows<Observation> rows) {
    boolean last = rows.next() == null;
    Progress progress = new Progress(from, begun, later || !last, last);
    return new Page(
        rows.rows(),
        progress.after(greatestStamp(rows), now, settings.overlap()),
        next(begun, rows),
        OptionalInt.empty());
  }

  /** The same rows again, long behind the watermark; the checkpoint stays where it is. */
  Optional<Page> secondPass(Mapping mapping, Checkpoint from, String cursor, Instant now) {
    if (from.watermark() == null) {
      return Optional.empty();
    }
    ChangeCursor at =
        cursor == null
            ? new ChangeCursor(now, secondPassPath(mapping, from))
            : ChangeCursor.parse(cursor);
    try {
      Rows<Observation> rows = rows(mapping, from.source(), at.path());
      return Optional.of(new Page(rows.rows(), from, next(at.begun(), rows), OptionalInt.empty()));
    } catch (SystemUnavailable e) {
      if (cursor != null && isCursorGone(e)) {
        return secondPass(mapping, from, null, now);
      }
      throw e;
    }
  }

  private Rows<Observation> rows(Mapping mapping, String object, String path) {
    return queries.page(path, row -> observer.observe(mapping, object, row));
  }

  /** Rows deleted before the first contact are no news: the first read sees live ones only. */
  String firstPath(Mapping mapping, Checkpoint from) {
    if (from.watermark() == null) {
      return path(mapping, from, false, "");
    }
    String bound =
        from.settled()
            ? STAMP + " > " + Soql.literal(from.watermark())
            : STAMP + " >= " + Soql.literal(from.watermark().minus(settings.overlap()));
    return path(mapping, from, true, " WHERE " + bound);
  }

  private String secondPassPath(Mapping mapping, Checkpoint from) {
    Instant start = from.watermark().minus(settings.secondPass());
    String bounds =
        STAMP
            + " >= "
            + Soql.literal(start)
            + " AND "
            + STAMP
            + " <= "
            + Soql.literal(from.watermark());
    return path(mapping, from, true, " WHERE " + bounds);
  }

  private String path(Mapping mapping, Checkpoint from, boolean deletedToo, String where) {
    String select = Soql.select(observer.queryFields(mapping), from.source());
    return queries.path(deletedToo, select + where + " ORDER BY " + STAMP + ", Id");
  }

  private static String next(Instant begun, Rows<Observation> rows) {
    return rows.next() == null ? null : new ChangeCursor(begun, rows.next()).text();
  }

  private static Instant greatestStamp(Rows<Observation> rows) {
    return rows.rows().stream()
        .map(Observation::stamp)
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElse(null);
  }

  /** Salesforce keeps a cursor for two days and drops the oldest of too many. */
  private static boolean isCursorGone(SystemUnavailable e) {
    return CURSOR_GONE.equals(e.reason().code());
  }
}
