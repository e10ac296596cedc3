package io.partnerhub.connector.smartsheet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partnerhub.connector.Batches;
import io.partnerhub.model.NativeId;
import io.partnerhub.sync.Outcome.Gone;
import io.partnerhub.sync.Outcome.Reason;
import io.partnerhub.sync.Outcome.RetryLater;
import io.partnerhub.sync.ReasonClass;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves rows from one sheet to another, where they get new ids. */
final class Moves {

  private static final Logger LOG = LoggerFactory.getLogger(Moves.class);
  private static final int ROWS_A_CALL = 500;

  private final Api api;
  private final Versions versions;

  Moves(Api api, Versions versions) {
    this.api = api;
    this.versions = versions;
  }

  /** Settles the writes whose rows did not move, and gives the new row ids of the others. */
  Map<Integer, String> move(Batch batch, Layout from, Layout to, List<Integer> indices) {
    Map<Integer, String> moved = new LinkedHashMap<>();
    Batches.of(indices, ROWS_A_CALL).forEach(some -> moved.putAll(moveSome(batch, from, to, some)));
    return moved;
  }

  private Map<Integer, String> moveSome(Batch batch, Layout from, Layout to, List<Integer> all) {
    Map<Integer, String> moved = new LinkedHashMap<>();
    List<Integer> some = all.stream().filter(i -> isStillThere(batch, to, i, moved)).toList();
    if (some.isEmpty() || !batch.goesOn(from.sheet(), some) || !batch.goesOn(to.sheet(), some)) {
      return moved;
    }
    try {
      moved.putAll(settle(batch, from, to, some, call(batch, from, to, some)));
      if (!moved.isEmpty()) {
        noteVersion(from);
        noteVersion(to);
      }
    } catch (ApiFault fault) {
      if (!fault.meaning().isAboutARow() || some.size() == 1) {
        batch.failed(from.sheet(), some, fault);
      } else if (batch.mayHalve(some)) {
        Batches.of(some, (some.size() + 1) / 2)
            .forEach(half -> moved.putAll(moveSome(batch, from, to, half)));
      }
    }
    return moved;
  }

  /** A row below one that moved before is where that one is. */
  private static boolean isStillThere(
      Batch batch, Layout to, int index, Map<Integer, String> moved) {
    NativeId there = batch.wentAlong(index);
    if (there != null && there.location().equals(to.sheet())) {
      moved.put(index, there.id());
    } else if (there != null) {
      Reason elsewhere =
          new Reason(
              ReasonClass.CONFLICT, "WENT_ALONG", "Not moved: it went along with a row above it");
      batch.settle(index, new RetryLater(elsewhere.alone(), null));
    }
    return there == null;
  }

  /** The answer to a move has no versions. */
  private void noteVersion(Layout layout) {
    Request request =
        Request.get(
            "version of the sheet " + layout.name(), "sheets/" + layout.sheet() + "/version");
    try {
      ObjectNode answer = api.call(request, in -> ObjectStream.read(in, "", e -> {}));
      if (answer.path("version").isIntegralNumber()) {
        versions.changed(layout.sheet(), answer.path("version").asLong(), null);
      }
    } catch (ApiFault fault) {
      LOG.info("A move is not counted, so its sheet's history will be read: {}", fault.reason());
    }
  }

  private Map<String, String> call(Batch batch, Layout from, Layout to, List<Integer> indices) {
    ObjectNode body = ObjectStream.JSON.createObjectNode();
    ArrayNode ids = body.putArray("rowIds");
    indices.forEach(i -> ids.add(Long.parseLong(batch.write(i).id().id())));
    body.putObject("to").put("sheetId", Long.parseLong(to.sheet()));
    Request request =
        Request.write(
                "POST",
                "rows from the sheet " + from.name() + " to " + to.name(),
                "sheets/" + SheetId.checked(from.sheet()) + "/rows/move",
                body.toString().getBytes(StandardCharsets.UTF_8))
            .with("include", "attachments,discussions")
            .with("ignoreRowsNotFound", true);
    Map<String, String> newIds = new HashMap<>();
    ObjectNode answer =
        api.call(
            request,
            in ->
                ObjectStream.read(
                    in,
                    "rowMappings",
                    m -> newIds.put(m.path("from").asText(), m.path("to").asText())));
    if (!answer.has("destinationSheetId")) {
      throw new ApiFault(
          FaultClass.UNREADABLE, "NOT_A_MOVE", "The " + request + " got an answer of another kind");
    }
    return newIds;
  }

  private static Map<Integer, String> settle(
      Batch batch, Layout from, Layout to, List<Integer> indices, Map<String, String> newIds) {
    Map<Integer, String> moved = new LinkedHashMap<>();
    Map<String, String> others = new LinkedHashMap<>(newIds);
    for (int index : indices) {
      String row = batch.write(index).id().id();
      others.remove(row);
      if (newIds.containsKey(row)) {
        moved.put(index, newIds.get(row));
      } else {
        batch.settle(
            index,
            new Gone(
                new Reason(
                    ReasonClass.GONE,
                    "1006",
                    "The sheet " + from.name() + " has no row " + row + " to move")));
      }
    }
    others.forEach(
        (old, now) ->
            batch.wentAlong(new NativeId(from.sheet(), old), new NativeId(to.sheet(), now)));
    return moved;
  }
}
