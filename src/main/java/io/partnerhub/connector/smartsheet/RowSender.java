package io.partnerhub.connector.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.connector.Batches;
import io.partnerhub.connector.Portions;
import io.partnerhub.mapping.Mapping;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Sends rows of one sheet in calls as large as may be; a call that is refused for one of its rows
 * is made again without it.
 */
final class RowSender {

  private final Api api;
  private final Mapping mapping;
  private final Layout layout;
  private final Versions versions;
  private final Outlines outlines;
  private final Portions portions;

  RowSender(
      Api api,
      Mapping mapping,
      Layout layout,
      Versions versions,
      Outlines outlines,
      Portions portions) {
    this.api = api;
    this.mapping = mapping;
    this.layout = layout;
    this.versions = versions;
    this.outlines = outlines;
    this.portions = portions;
  }

  /**
   * One kind of calls.
   *
   * @param row puts a write into a call's body
   * @param settle takes the answer to a call
   * @param refused takes the fault of the one row that a call was refused for
   */
  record Kind(
      String method,
      BiConsumer<RowBody, Integer> row,
      BiConsumer<List<Integer>, RowCall.Result> settle,
      BiConsumer<Integer, ApiFault> refused) {}

  void send(Batch batch, List<Integer> indices, Kind kind) {
    int end;
    for (int start = 0; start < indices.size(); start = end) {
      end = Math.min(indices.size(), start + portions.of(layout.sheet()));
      sendSome(batch, indices.subList(start, end), kind);
    }
  }

  private void sendSome(Batch batch, List<Integer> some, Kind kind) {
    if (some.isEmpty() || !batch.goesOn(layout.sheet(), some)) {
      return;
    }
    RowBody body = new RowBody(mapping, layout);
    some.forEach(i -> kind.row().accept(body, i));
    try {
      RowCall.Result result = call(kind.method(), body);
      learn(result.failures().values());
      kind.settle().accept(some, result);
    } catch (ApiFault fault) {
      learn(List.of(fault));
      if (fault.meaning().isAboutARow()) {
        refusedWhole(batch, some, fault, kind);
      } else {
        batch.failed(layout.sheet(), some, fault);
      }
    }
  }

  /**
   * Nothing of the call was done: asking again without the row at fault, or by halves, finds it.
   */
  private void refusedWhole(Batch batch, List<Integer> some, ApiFault fault, Kind kind) {
    int culprit = some.size() == 1 ? 0 : fault.row();
    boolean isNamed = culprit >= 0 && culprit < some.size();
    if (isNamed) {
      kind.refused().accept(some.get(culprit), fault);
    }
    List<Integer> others = some.stream().filter(i -> batch.outcome(i) == null).toList();
    if (others.isEmpty() || !batch.mayHalve(others)) {
      return;
    }
    int size = isNamed ? others.size() : (others.size() + 1) / 2;
    Batches.of(others, size).forEach(rest -> sendSome(batch, rest, kind));
  }

  /**
   * Makes one call.
   *
   * @throws ApiFault when it failed as a whole
   */
  RowCall.Result call(String method, RowBody body) {
    RowCall.Result result = new RowCall(api, layout).send(method, body);
    if (!result.rows().isEmpty() && result.version() >= 0) {
      versions.made(layout.sheet(), result.version(), greatestStamp(result.rows()));
    }
    return result;
  }

  private static Instant greatestStamp(List<JsonNode> rows) {
    return rows.stream().map(RowReading::stamp).reduce(null, Cursor::later);
  }

  private void learn(Collection<ApiFault> faults) {
    if (faults.stream().anyMatch(fault -> fault.meaning() == FaultClass.PLACE_GONE)) {
      outlines.of(layout.sheet()).doubted();
    }
    if (faults.stream().anyMatch(fault -> fault.meaning() == FaultClass.COLLISION)) {
      portions.collided(layout.sheet());
    } else if (faults.stream().noneMatch(fault -> fault.row() == ApiFault.NO_ROW)) {
      portions.passed(layout.sheet());
    }
  }
}
