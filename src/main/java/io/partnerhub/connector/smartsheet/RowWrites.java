package io.partnerhub.connector.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.connector.Portions;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Outcome.Reason;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.Write;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Adds and changes rows of one sheet, one call after the other. */
final class RowWrites {

  static final int ROWS_A_CALL = 500;

  private final Mapping mapping;
  private final Layout layout;
  private final Fills fills;
  private final ShownValues shown;
  private final RowSender sender;

  RowWrites(
      Api api,
      Mapping mapping,
      Layout layout,
      Fills fills,
      Versions versions,
      Outlines outlines,
      Portions portions) {
    this.mapping = mapping;
    this.layout = layout;
    this.fills = fills;
    this.shown = new ShownValues(mapping, layout, outlines);
    this.sender = new RowSender(api, mapping, layout, versions, outlines, portions);
  }

  /**
   * Adds rows.
   *
   * @param parent the row that they go beneath, last; {@link Spot#TOP} for the bottom of the sheet
   */
  void add(Batch batch, List<Integer> indices, long parent) {
    sender.send(
        batch,
        indices,
        new RowSender.Kind(
            "POST",
            (body, i) -> body.add(batch.write(i), parent),
            (some, result) -> settleAdds(batch, some, result),
            (i, fault) -> batch.settle(i, refused(fault, batch.write(i)))));
  }

  /**
   * Adds rows that are no write of a batch, in one call.
   *
   * @throws ApiFault when the call failed as a whole
   */
  RowCall.Result addUnsettled(List<Write> writes) {
    RowBody body = new RowBody(mapping, layout);
    writes.forEach(write -> body.add(write, Spot.TOP));
    RowCall.Result result = sender.call("POST", body);
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
    sender.send(
        batch,
        List.copyOf(rowIds.keySet()),
        new RowSender.Kind(
            "PUT",
            (body, i) -> body.update(batch.write(i), rowIds.get(i), parent),
            (some, result) -> settleUpdates(batch, some, rowIds, result),
            (i, fault) -> batch.settle(i, refused(fault, batch.write(i)))));
  }

  /** The answer has the added rows in the order sent, without those that failed. */
  private void settleAdds(Batch batch, List<Integer> indices, RowCall.Result result) {
    fills.added(layout, result.rows().size());
    boolean tellsOfAll = result.tellsOfAll(indices.size());
    int next = 0;
    for (int position = 0; position < indices.size(); position++) {
      int index = indices.get(position);
      ApiFault failure = result.failures().get(position);
      if (failure != null) {
        batch.settle(index, refused(failure, batch.write(index)));
      } else if (tellsOfAll) {
        batch.settle(index, added(batch, index, shown.read(result.rows().get(next++))));
      } else {
        batch.settle(
            index, new Outcome.Unknown(unclear("the answer does not tell which rows were added")));
      }
    }
  }

  private Outcome added(Batch batch, int index, ShownValues.Row row) {
    String sent = mapping.keyOf(batch.write(index).values());
    String got = shown.key(row);
    return sent == null || Objects.equals(sent, got) || got == null
        ? written(batch, index, row)
        : new Outcome.Unknown(
            unclear("the answer's rows are not in the order sent: " + got + " stands for " + sent));
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
        batch.settle(index, new Outcome.Unknown(unclear("the answer lacks this row").alone()));
      }
    }
  }

  private Outcome written(Batch batch, int index, ShownValues.Row row) {
    return new Outcome.Written(
        new NativeId(layout.sheet(), row.id()), shown.of(row, batch.write(index)));
  }

  private Outcome refused(ApiFault failure, Write write) {
    String key = mapping.keyOf(write.values());
    String row = key == null ? "row " + write.id().id() : key;
    String why = layout.withTitles(failure.reason().message());
    String message = "The sheet " + layout.name() + " refused " + row + ": " + why;
    return Outcomes.ofRow(
        failure,
        new Reason(
            failure.reason().kind(), failure.reason().code(), message, failure.reason().answer()));
  }

  private Reason unclear(String why) {
    return new Reason(
        ReasonClass.PARSE,
        "ANSWER_INCOMPLETE",
        "Writing to the sheet " + layout.name() + ": " + why);
  }
}
