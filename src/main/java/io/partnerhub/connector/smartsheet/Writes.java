package io.partnerhub.connector.smartsheet;

import io.partnerhub.connector.Portions;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Outcome.Reason;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.Write;
import io.partnerhub.sync.system.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a batch: sheet by sheet the additions, the changes and the deletes; then the moves. */
final class Writes {

  private final Api api;
  private final Sheets sheets;
  private final Layouts layouts;
  private final Fills fills;
  private final SheetLocks locks;
  private final OwnVersions own;
  private final Outlines outlines;
  private final Headings headings;
  private final Portions portions = new Portions(RowWrites.ROWS_A_CALL);

  Writes(
      Api api,
      Sheets sheets,
      Layouts layouts,
      Fills fills,
      SheetLocks locks,
      OwnVersions own,
      Outlines outlines,
      Headings headings) {
    this.api = api;
    this.sheets = sheets;
    this.layouts = layouts;
    this.fills = fills;
    this.locks = locks;
    this.own = own;
    this.outlines = outlines;
    this.headings = headings;
  }

  /** The positions of a batch's writes to one sheet. */
  private record Share(List<Integer> adds, List<Integer> updates, List<Integer> deletes) {
    private Share() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    private List<Integer> all() {
      List<Integer> all = new ArrayList<>(adds);
      all.addAll(updates);
      all.addAll(deletes);
      return all;
    }
  }

  private record Way(String from, String to) {}

  Answer write(Mapping mapping, List<Write> writes) {
    Batch batch = new Batch(writes);
    Versions versions = new Versions(own);
    Map<String, Share> bySheet = new LinkedHashMap<>();
    Map<Way, List<Integer>> moves = new LinkedHashMap<>();
    for (int index = 0; index < writes.size(); index++) {
      Write write = writes.get(index);
      String sheet = write.id().location();
      switch (write.action()) {
        case ADD -> bySheet.computeIfAbsent(sheet, s -> new Share()).adds().add(index);
        case UPDATE -> bySheet.computeIfAbsent(sheet, s -> new Share()).updates().add(index);
        case MOVE ->
            moves
                .computeIfAbsent(new Way(sheet, write.destination()), w -> new ArrayList<>())
                .add(index);
        case DELETE -> bySheet.computeIfAbsent(sheet, s -> new Share()).deletes().add(index);
      }
    }
    bySheet.forEach((sheet, share) -> write(mapping, batch, versions, sheet, share));
    moves.forEach((way, indices) -> move(mapping, batch, versions, way, indices));
    return new Answer(batch.outcomes(), versions.all(), batch.along());
  }

  private void write(Mapping mapping, Batch batch, Versions versions, String sheet, Share share) {
    if (!batch.goesOn(sheet, share.all())) {
      return;
    }
    try {
      locks.hold(
          sheet,
          () -> {
            own.begin(sheet);
            try {
              writeHeld(mapping, batch, versions, sheet, share);
            } finally {
              own.end(sheet);
            }
          });
    } catch (ApiFault fault) {
      batch.failed(sheet, share.all(), fault);
    }
    if (batch.isStopped(sheet)) {
      layouts.drop(sheet); // its columns may be why
    }
  }

  private void writeHeld(
      Mapping mapping, Batch batch, Versions versions, String sheet, Share share) {
    RowWrites rows = rows(mapping, versions, layouts.of(sheet));
    List<Integer> adds = withRoom(batch, sheet, share.adds());
    Map<Integer, String> ids = new LinkedHashMap<>();
    share.updates().forEach(i -> ids.put(i, batch.write(i).id().id()));
    if (Outlines.isGrouped(mapping)) {
      Grouping grouping = grouping(mapping, sheet, rows);
      grouping.add(batch, adds);
      grouping.update(batch, ids);
    } else {
      rows.add(batch, adds, Spot.TOP);
      rows.update(batch, ids, null);
    }
    new Deletes(api, sheets, fills, outlines, mapping, versions)
        .delete(batch, layouts.of(sheet), share.deletes());
  }

  private Grouping grouping(Mapping mapping, String sheet, RowWrites rows) {
    return new Grouping(mapping, sheet, outlines.of(sheet), headings, rows);
  }

  private RowWrites rows(Mapping mapping, Versions versions, Layout layout) {
    layout.of(mapping);
    return new RowWrites(api, mapping, layout, fills, versions, outlines, portions);
  }

  /** The additions that fit; the others are refused here, before the service refuses them all. */
  private List<Integer> withRoom(Batch batch, String sheet, List<Integer> adds) {
    if (adds.size() > fills.of(layouts.of(sheet)).roomForRows()) {
      layouts.read(sheet); // rows may have been deleted since the sheet was last seen
    }
    SheetFill fill = fills.of(layouts.of(sheet));
    int room = Math.min(fill.roomForRows(), adds.size());
    for (int index : adds.subList(room, adds.size())) {
      batch.settle(index, new Outcome.Rejected(full(fill, adds.size())));
    }
    return adds.subList(0, room);
  }

  private static Reason full(SheetFill fill, int rows) {
    return new Reason(
        ReasonClass.TOO_LARGE,
        "SHEET_FULL",
        ("The sheet \"%s\" (%s) has room for only %d of these %d rows (it has %d rows and %d"
                + " columns): spread its records over several sheets in the mapping, or archive"
                + " rows")
            .formatted(
                fill.title(), fill.sheet(), fill.roomForRows(), rows, fill.rows(), fill.columns()));
  }

  private void move(
      Mapping mapping, Batch batch, Versions versions, Way way, List<Integer> indices) {
    if (!batch.goesOn(way.from(), indices) || !batch.goesOn(way.to(), indices)) {
      return;
    }
    // always the lesser id first, so that two moves in opposite directions cannot wait for ever
    String first = way.from().compareTo(way.to()) < 0 ? way.from() : way.to();
    String second = first.equals(way.from()) ? way.to() : way.from();
    try {
      locks.hold(
          first, () -> locks.hold(second, () -> moveHeld(mapping, batch, versions, way, indices)));
    } catch (ApiFault fault) {
      batch.failed(way.from(), indices, fault);
    }
  }

  private void moveHeld(
      Mapping mapping, Batch batch, Versions versions, Way way, List<Integer> indices) {
    Layout to = layouts.of(way.to());
    RowWrites rows = rows(mapping, versions, to);
    List<Integer> fitting = withRoom(batch, way.to(), indices);
    Map<Integer, String> moved =
        new Moves(api, versions).move(batch, layouts.of(way.from()), to, fitting);
    fills.added(to, moved.size());
    Map<Integer, String> changed = new LinkedHashMap<>();
    moved.forEach(
        (index, row) -> {
          if (batch.write(index).fields().isEmpty()) {
            batch.settle(index, new Outcome.Written(new NativeId(way.to(), row), null));
          } else {
            changed.put(index, row); // not written before it has its values
          }
        });
    change(mapping, batch, way.to(), rows, changed);
    changed.forEach((index, row) -> batch.settle(index, afterMove(batch.outcome(index), to, row)));
  }

  /** Whatever fails here, the rows are in the other sheet already. */
  private void change(
      Mapping mapping, Batch batch, String sheet, RowWrites rows, Map<Integer, String> moved) {
    try {
      if (Outlines.isGrouped(mapping)) {
        grouping(mapping, sheet, rows).update(batch, moved);
      } else {
        rows.update(batch, moved, null);
      }
    } catch (ApiFault fault) {
      batch.failed(sheet, List.copyOf(moved.keySet()), fault);
    }
  }

  /** A row that moved but did not take its values is neither written nor unwritten. */
  private static Outcome afterMove(Outcome change, Layout to, String row) {
    if (change instanceof Outcome.Written) {
      return change;
    }
    Reason moved =
        new Reason(
            ReasonClass.UNKNOWN_OUTCOME,
            "MOVED",
            "Moved to row " + row + " of the sheet " + to.name() + ", without its new values");
    boolean isOfCall = change instanceof Outcome.Failed failed && !failed.reason().ofRecord();
    return new Outcome.Unknown(isOfCall ? moved : moved.alone());
  }
}
