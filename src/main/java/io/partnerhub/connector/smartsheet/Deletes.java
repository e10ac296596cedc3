package io.partnerhub.connector.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partnerhub.connector.Batches;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Outcome.Reason;
import io.partnerhub.sync.ReasonClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes rows of one sheet. The service deletes what is indented below a row along with it, so a
 * row that people put others below is not deleted.
 */
final class Deletes {

  private static final Logger LOG = LoggerFactory.getLogger(Deletes.class);
  private static final int MOST_LOOKS = 3;

  private final Api api;
  private final Sheets sheets;
  private final Fills fills;
  private final Outlines outlines;
  private final Mapping mapping;
  private final Versions versions;

  Deletes(
      Api api, Sheets sheets, Fills fills, Outlines outlines, Mapping mapping, Versions versions) {
    this.api = api;
    this.sheets = sheets;
    this.fills = fills;
    this.outlines = outlines;
    this.mapping = mapping;
    this.versions = versions;
  }

  /** A row as it was looked at just before it is deleted. */
  private record Line(String id, int number, String parent) {}

  void delete(Batch batch, Layout layout, List<Integer> indices) {
    for (List<Integer> some : Batches.of(indices, RowReads.IDS_A_CALL)) {
      if (batch.goesOn(layout.sheet(), some)) {
        try {
          call(batch, layout, childless(batch, layout, some));
        } catch (ApiFault fault) {
          batch.failed(layout.sheet(), some, fault);
        }
      }
    }
  }

  /** Settles the writes whose rows are gone already or have others below them. */
  private List<Integer> childless(Batch batch, Layout layout, List<Integer> indices) {
    for (int look = 0; look < MOST_LOOKS; look++) {
      List<String> ids = indices.stream().map(i -> batch.write(i).id().id()).toList();
      SheetPage<Line> rows = page(layout, ids, null);
      Map<String, Line> there = new HashMap<>();
      rows.rows().forEach(line -> there.put(line.id(), line));
      List<Integer> below =
          there.values().stream()
              .map(line -> line.number() + 1)
              .filter(number -> number <= rows.totalRows())
              .toList();
      if (below.isEmpty()) {
        return settled(batch, layout, indices, there, Set.of());
      }
      SheetPage<Line> next = page(layout, null, below);
      if (next.version() == rows.version()) {
        Set<String> parents = new HashSet<>();
        next.rows().forEach(line -> parents.add(line.parent()));
        return settled(batch, layout, indices, there, parents);
      }
    }
    throw new ApiFault(
        FaultClass.COLLISION,
        "SHEET_CHANGES",
        "Not deleted: people are changing the sheet " + layout.name() + " meanwhile");
  }

  private static List<Integer> settled(
      Batch batch,
      Layout layout,
      List<Integer> indices,
      Map<String, Line> there,
      Set<String> parents) {
    List<Integer> childless = new ArrayList<>();
    for (int index : indices) {
      String id = batch.write(index).id().id();
      if (!there.containsKey(id)) {
        batch.settle(index, gone(layout, id));
      } else if (parents.contains(id)) {
        batch.settle(index, new Outcome.Rejected(hasRowsBelow(layout, there.get(id))));
      } else {
        childless.add(index);
      }
    }
    return childless;
  }

  private static Outcome gone(Layout layout, String id) {
    return new Outcome.Gone(
        new Reason(
            ReasonClass.GONE,
            "1006",
            "The sheet " + layout.name() + " has no row " + id + " to delete"));
  }

  private static Reason hasRowsBelow(Layout layout, Line line) {
    return new Reason(
        ReasonClass.VALUE,
        "ROWS_BELOW",
        ("Row %d of the sheet %s has rows indented below it, which would be deleted with it:"
                + " move them elsewhere, or delete the row by hand")
            .formatted(line.number(), layout.name()));
  }

  private SheetPage<Line> page(Layout known, List<String> ids, Collection<Integer> numbers) {
    return sheets.page(
        known.sheet(),
        new Sheets.Reading<Line>() {
          @Override
          public SheetQuery query(Layout layout) {
            List<Column> columns = List.of(layout.key(mapping));
            return ids != null
                ? SheetQuery.byId(layout.sheet(), columns, ids, false)
                : SheetQuery.byNumber(layout.sheet(), columns, numbers);
          }

          @Override
          public Function<JsonNode, Line> rows(Layout layout) {
            return row ->
                new Line(
                    row.path("id").asText(),
                    row.path("rowNumber").asInt(),
                    row.path("parentId").asText());
          }
        });
  }

  /** One row that cannot be deleted, such as a locked one, fails the whole call unnamed. */
  private void call(Batch batch, Layout layout, List<Integer> indices) {
    if (indices.isEmpty() || !batch.goesOn(layout.sheet(), indices)) {
      return;
    }
    try {
      settle(batch, layout, indices, send(batch, layout, indices));
    } catch (ApiFault fault) {
      if (fault.meaning().isAboutARow() && indices.size() > 1) {
        if (batch.mayHalve(indices)) {
          Batches.of(indices, (indices.size() + 1) / 2).forEach(h -> call(batch, layout, h));
        }
      } else {
        batch.failed(layout.sheet(), indices, fault);
      }
    }
  }

  private Set<String> send(Batch batch, Layout layout, List<Integer> indices) {
    List<String> ids = indices.stream().map(i -> batch.write(i).id().id()).toList();
    Request request =
        Request.write(
                "DELETE",
                "rows of the sheet " + layout.name(),
                "sheets/" + SheetId.checked(layout.sheet()) + "/rows",
                null)
            .with("ids", String.join(",", ids))
            .with("ignoreRowsNotFound", true);
    Set<String> deleted = new LinkedHashSet<>();
    ObjectNode answer =
        api.call(request, in -> ObjectStream.read(in, "result", id -> deleted.add(id.asText())));
    if (!answer.path("resultCode").isIntegralNumber()) {
      throw new ApiFault(
          FaultClass.UNREADABLE,
          "NOT_A_DELETE",
          "The " + request + " got an answer of another kind");
    }
    if (!deleted.isEmpty() && answer.path("version").isIntegralNumber()) {
      versions.made(layout.sheet(), answer.path("version").asLong(), null);
    }
    return deleted;
  }

  private void settle(Batch batch, Layout layout, List<Integer> indices, Set<String> deleted) {
    fills.added(layout, -deleted.size());
    Set<String> others = new LinkedHashSet<>(deleted);
    for (int index : indices) {
      String id = batch.write(index).id().id();
      others.remove(id);
      batch.settle(
          index,
          deleted.contains(id)
              ? new Outcome.Written(new NativeId(layout.sheet(), id), null)
              : gone(layout, id));
    }
    deleted.forEach(id -> outlines.of(layout.sheet()).remove(Long.parseLong(id)));
    if (!others.isEmpty()) {
      LOG.warn(
          "The sheet {} lost the rows {} with the rows above them: somebody indented them in the"
              + " moment between the hub's look and its delete",
          layout.name(),
          others);
    }
  }
}
