package io.partnerhub.connector.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.connector.Batches;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Reading;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.Values;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Outcome.Reason;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.Write;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Finds the headings of one grouped sheet, and makes those that are missing. */
final class Headings {

  private final Sheets sheets;
  private final Sweeps sweeps;
  private final Clock clock;
  private final Duration grace;

  /**
   * @param grace how long a call without an answer may still make its rows
   */
  Headings(Sheets sheets, Sweeps sweeps, Clock clock, Duration grace) {
    this.sheets = sheets;
    this.sweeps = sweeps;
    this.clock = clock;
    this.grace = grace;
  }

  /**
   * The headings of some values.
   *
   * @param rows id of each value's heading
   * @param failures why there is none, by value
   */
  record Found(Map<String, Long> rows, Map<String, Outcome> failures) {}

  /** Headings that are there, looked at just now: people rename and delete them. */
  Map<String, Long> existing(Mapping mapping, String sheet, Set<String> values) {
    Outline outline = sweeps.outline(mapping, sheet);
    Map<String, Long> known = outline.headings();
    known.keySet().retainAll(values);
    for (List<Long> some : Batches.of(List.copyOf(known.values()), RowReads.IDS_A_CALL)) {
      look(mapping, sheet, outline, some);
    }
    Map<String, Long> now = outline.headings();
    now.keySet().retainAll(values);
    return now;
  }

  private void look(Mapping mapping, String sheet, Outline outline, List<Long> ids) {
    Set<Long> missing = new LinkedHashSet<>(ids);
    for (Spot heading : sheets.page(sheet, reading(mapping, sheet, ids)).rows()) {
      missing.remove(heading.id());
      outline.note(heading);
    }
    missing.forEach(outline::remove);
  }

  private Sheets.Reading<Spot> reading(Mapping mapping, String sheet, Collection<Long> ids) {
    return new Sheets.Reading<>() {
      @Override
      public SheetQuery query(Layout layout) {
        List<String> texts = ids.stream().map(String::valueOf).toList();
        return SheetQuery.byId(sheet, layout.outline(mapping), texts, false);
      }

      @Override
      public Function<JsonNode, Spot> rows(Layout layout) {
        RowReading rows = new RowReading(mapping, sheet, layout.outline(mapping));
        return row -> {
          Reading reading = rows.reading(row);
          return rows.spot(row, reading.values(), reading.unreadable());
        };
      }
    };
  }

  /** Makes headings at the bottom of the sheet. A call that failed as a whole stops the batch. */
  Found make(RowWrites rows, Batch batch, Mapping mapping, String sheet, List<String> values) {
    Found made = new Found(new LinkedHashMap<>(), new LinkedHashMap<>());
    Outline outline = sweeps.outline(mapping, sheet);
    if (!values.isEmpty() && outline.mayStillChange(clock.instant())) {
      Reason reason =
          new Reason(
              ReasonClass.UNKNOWN_OUTCOME,
              "HEADING_AWAITED",
              "A call that makes its heading may still have its effect");
      values.forEach(v -> made.failures().put(v, new Outcome.RetryLater(reason, null)));
      return made;
    }
    for (List<String> some : Batches.of(values, RowWrites.ROWS_A_CALL)) {
      if (batch.goesOn(sheet, List.of())) {
        makeSome(rows, batch, mapping, sheet, outline, some, made);
      }
    }
    return made;
  }

  private void makeSome(
      RowWrites rows,
      Batch batch,
      Mapping mapping,
      String sheet,
      Outline outline,
      List<String> values,
      Found made) {
    String field = Outlines.field(mapping);
    List<Write> writes = new ArrayList<>();
    values.forEach(v -> writes.add(heading(sheet, field, v)));
    try {
      RowCall.Result result = rows.addUnsettled(writes);
      int next = 0;
      boolean complete = result.tellsOfAll(values.size());
      for (int i = 0; i < values.size(); i++) {
        ApiFault failure = result.failures().get(i);
        if (failure != null) {
          made.failures().put(values.get(i), without(failure, values.get(i)));
        } else if (complete) {
          long id = result.rows().get(next++).path("id").asLong();
          outline.note(new Spot(id, Spot.TOP, false, values.get(i)));
          made.rows().put(values.get(i), id);
        }
      }
      if (!complete) {
        outline.lost(clock.instant().plus(grace));
      }
    } catch (ApiFault fault) {
      if (fault.meaning().end() == FaultClass.End.UNKNOWN) {
        outline.lost(clock.instant().plus(grace));
      }
      values.forEach(v -> made.failures().put(v, without(fault, v)));
      batch.failed(sheet, List.of(), fault);
    }
  }

  private static Write heading(String sheet, String field, String value) {
    return new Write(
        0,
        Write.Action.ADD,
        NativeId.toBeCreatedIn(sheet),
        null,
        Set.of(field),
        Values.of(Map.of(field, value)));
  }

  /** What was to go beneath it was not sent. */
  private static Outcome without(ApiFault fault, String value) {
    Reason reason =
        new Reason(
            fault.reason().kind(),
            fault.reason().code(),
            "Its heading \"" + value + "\" could not be made: " + fault.reason().message(),
            fault.reason().answer());
    return fault.meaning().end() == FaultClass.End.REJECTED
        ? new Outcome.Rejected(reason)
        : new Outcome.RetryLater(reason, fault.after());
  }
}
