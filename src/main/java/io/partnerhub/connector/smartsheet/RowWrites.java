package io.partnerhub.connector.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.connector.Batches;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Outcome.Reason;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.Write;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Adds and changes rows of one sheet, one call after the other. */
final class RowWrites {

  static final int ROWS_A_CALL = 500;

  private final Api api;
  private final Mapping mapping;
  private final Layout layout;
  private final Fills fills;
  private final Versions versions;
  private final Outlines outlines;
  private final ShownValues shown;

  RowWrites(
      Api api, Mapping mapping, Layout layout, Fills fills, Versions versions, Outlines outlines) {
    this.api = api;
    this.mapping = mapping;
    this.layout = layout;
    this.fills = fills;
    this.versions = versions;
    this.outlines = outlines;
    this.shown = new ShownValues(mapping, layout, outlines);
  }

  /**
   * Adds rows.
   *
   * @param parent the row that they go beneath, last; {@link Spot#TOP} for the bottom of the sheet
   */
  void add(Batch batch, List<Integer> indices, long parent) {
    for (List<Integer> some : Batches.of(indices, ROWS_A_CALL)) {
      if (batch.goesOn(layout.sheet(), some)) {
        RowBody body = new RowBody(mapping, layout);
        some.forEach(i -> body.add(batch.write(i), parent));
        call(batch, some, "POST", body).ifPresent(result -> settleAdds(batch, some, result));
      }
    }
  }

  /**
   * Adds rows that are no write of a batch, in one call.
   *
   * @throws ApiFault when the call failed as a whole
   */
  RowCall.Result addUnsettled(List<Write> writes) {
    RowBody body = new RowBody(mapping, layout);
    writes.forEach(write -> body.add(write, Spot.TOP));
    RowCall.Result result = send("POST", body);
    fills.added(layout, result.rows().size());
    return result;
  }

  /**
   * Changes rows.
   *
   * @param rowIds the row of each write
   * @param parent the row that they are to go beneath; {@link Spot#TOP} for the bottom of the
   *     sheet, null to leave them where they are
   */
  void update(Batch batch, Map<Integer, String> rowIds, Long parent) {
    for (List<Integer> some : Batches.of(List.copyOf(rowIds.keySet()), ROWS_A_CALL)) {
      if (batch.goesOn(layout.sheet(), some)) {
        RowBody body = new RowBody(mapping, layout);
        some.forEach(i -> body.update(batch.write(i), rowIds.get(i), parent));
        call(batch, some, "PUT", body)
            .ifPresent(result -> settleUpdates(batch, some, rowIds, result));
      }
    }
  }

  private Optional<RowCall.Result> call(
      Batch batch, List<Integer> indices, String method, RowBody body) {
    try {
      return Optional.of(send(method, body));
    } catch (ApiFault fault) {
      doubt(fault);
      batch.failed(layout.sheet(), indices, fault);
      return Optional.empty();
    }
  }

  private RowCall.Result send(String method, RowBody body) {
    RowCall.Result result = new RowCall(api, layout).send(method, body);
    if (!result.rows().isEmpty() && result.version() >= 0) {
      versions.made(layout.sheet(), result.version(), greatestStamp(result.rows()));
    }
    return result;
  }

  private void doubt(ApiFault fault) {
    if (fault.meaning() == FaultClass.PLACE_GONE) {
      outlines.of(layout.sheet()).doubted();
    }
  }

  private static Instant greatestStamp(List<JsonNode> rows) {
    return rows.stream().map(RowReading::stamp).reduce(null, Cursor::later);
  }

  /** The answer has the added rows in the order sent, without those that failed. */
  private void settleAdds(Batch batch, List<Integer> indices, RowCall.Result result) {
    fills.added(layout, result.rows().size());
    boolean countsAgree = result.rows().size() + result.failures().size() == indices.size();
    int next = 0;
    for (int position = 0; position < indices.size(); position++) {
      int index = indices.get(position);
      ApiFault failure = result.failures().get(position);
      if (failure != null) {
        batch.settle(index, refused(failure, batch.write(index)));
      } else if (countsAgree) {
        batch.settle(index, added(batch, index, shown.read(result.rows().get(next++))));
      } else {
        batch.settle(index, unclear("the answer has another number of rows than were sent"));
      }
    }
  }

  private Outcome added(Batch batch, int index, ShownValues.Row row) {
    String sent = mapping.keyOf(batch.write(index).values());
    String got = shown.key(row);
    return sent == null || Objects.equals(sent, got) || got == null
        ? written(batch, index, row)
        : unclear("the answer's rows are not in the order sent: " + got + " stands for " + sent);
  }

  private void settleUpdates(
      Batch batch, List<Integer> indices, Map<Integer, String> rowIds, RowCall.Result result) {
    Map<String, JsonNode> byId = new HashMap<>();
    result.rows().forEach(row -> byId.put(row.path("id").asText(), row));
    for (int position = 0; position < indices.size(); position++) {
      int index = indices.get(position);
      ApiFault failure = result.failures().get(position);
      JsonNode row = byId.get(rowIds.get(index));
      if (failure != null) {
        batch.settle(index, refused(failure, batch.write(index)));
      } else if (row != null) {
        batch.settle(index, written(batch, index, shown.read(row)));
      } else {
        batch.settle(index, unclear("the answer lacks this row"));
      }
    }
  }

  private Outcome written(Batch batch, int index, ShownValues.Row row) {
    return new Outcome.Written(
        new NativeId(layout.sheet(), row.id()), shown.of(row, batch.write(index)));
  }

  private Outcome refused(ApiFault failure, Write write) {
    doubt(failure);
    String key = mapping.keyOf(write.values());
    String row = key == null ? "row " + write.id().id() : key;
    String why = layout.withTitles(failure.reason().message());
    String message = "The sheet " + layout.name() + " refused " + row + ": " + why;
    return Outcomes.ofRow(
        failure, new Reason(failure.reason().kind(), failure.reason().code(), message));
  }

  private Outcome unclear(String why) {
    return new Outcome.Unknown(
        new Reason(
            ReasonClass.UNKNOWN_OUTCOME,
            "ANSWER_INCOMPLETE",
            "Writing to the sheet " + layout.name() + ": " + why));
  }
}
