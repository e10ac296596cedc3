package io.partnerhub.connector.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.connector.Batches;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Observation;
import io.partnerhub.sync.system.RowsRead;
import io.partnerhub.sync.system.Sweep;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads rows by their ids or by their business keys. */
final class RowReads {

  /** So many ids keep a call's address within what the service's gateways take. */
  static final int IDS_A_CALL = 400;

  private final Sheets sheets;
  private final Sweeps sweeps;
  private final Outlines outlines;
  private final OwnUser own;
  private final OwnVersions ownVersions;

  RowReads(Sheets sheets, Sweeps sweeps, Outlines outlines, OwnUser own, OwnVersions ownVersions) {
    this.sheets = sheets;
    this.sweeps = sweeps;
    this.outlines = outlines;
    this.own = own;
    this.ownVersions = ownVersions;
  }

  RowsRead read(Mapping mapping, Collection<NativeId> ids) {
    own.email(); // known before the rows stream in, so that no call nests in another
    Map<String, Set<String>> bySheet = new LinkedHashMap<>();
    ids.forEach(
        id -> bySheet.computeIfAbsent(id.location(), s -> new LinkedHashSet<>()).add(id.id()));
    List<Observation> rows = new ArrayList<>();
    Map<String, Long> versions = new LinkedHashMap<>();
    bySheet.forEach((sheet, wanted) -> rows.addAll(read(mapping, sheet, wanted, versions)));
    return new RowsRead(rows, versions);
  }

  private List<Observation> read(
      Mapping mapping, String sheet, Set<String> ids, Map<String, Long> versions) {
    List<SheetPage<Spot.Row>> pages = pages(mapping, sheet, ids);
    if (isTorn(sheet, pages)) {
      pages = pages(mapping, sheet, ids); // once: a sheet may change all the time
    }
    versions.put(sheet, pages.get(0).version()); // a later one would hide a change in between
    List<Observation> rows = new ArrayList<>();
    pages.forEach(page -> rows.addAll(placed(mapping, sheet, page)));
    Set<String> missing = new LinkedHashSet<>(ids);
    rows.forEach(row -> missing.remove(row.id().id()));
    if (!missing.isEmpty()) {
      rows.addAll(certainlyGone(mapping, sheet, missing));
    }
    return rows;
  }

  private List<SheetPage<Spot.Row>> pages(Mapping mapping, String sheet, Set<String> ids) {
    return Batches.of(List.copyOf(ids), IDS_A_CALL).stream()
        .map(some -> sheets.page(sheet, reading(mapping, sheet, some)))
        .toList();
  }

  /** A column that others sorted between two calls would show in part, too little to ask about. */
  private boolean isTorn(String sheet, List<SheetPage<Spot.Row>> pages) {
    long first = pages.get(0).version();
    long last = pages.get(pages.size() - 1).version();
    return last > first && !ownVersions.explainBetween(sheet, first, last);
  }

  /** Where rows stand beneath others that were never seen, the whole sheet is looked at. */
  private List<Observation> placed(Mapping mapping, String sheet, SheetPage<Spot.Row> page) {
    if (Outlines.isGrouped(mapping)) {
      sweeps.outline(mapping, sheet);
    }
    if (!outlines.note(mapping, sheet, page.rows())) {
      outlines.of(sheet).doubted();
      sweeps.outline(mapping, sheet);
    }
    return outlines.observations(mapping, sheet, page.rows(), page.version());
  }

  private List<Observation> certainlyGone(Mapping mapping, String sheet, Set<String> missing) {
    Optional<Sweep> sweep = sweeps.unbroken(mapping, sheet);
    return sweep.stream()
        .flatMap(s -> missing.stream().filter(id -> !s.ids().contains(id)))
        .map(id -> RowReading.deleted(new NativeId(sheet, id)))
        .toList();
  }

  private Sheets.Reading<Spot.Row> reading(Mapping mapping, String sheet, List<String> ids) {
    return new Sheets.Reading<>() {
      @Override
      public SheetQuery query(Layout layout) {
        return SheetQuery.byId(sheet, layout.of(mapping), ids, true);
      }

      @Override
      public Function<JsonNode, Spot.Row> rows(Layout layout) {
        RowReading rows = new RowReading(mapping, sheet, layout.of(mapping));
        return row -> rows.row(row, own);
      }
    };
  }

  List<Observation> find(Mapping mapping, Collection<String> keys) {
    Set<String> wanted = Set.copyOf(keys);
    List<NativeId> found = new ArrayList<>();
    for (String sheet : mapping.side(SystemName.SMARTSHEET).placement().locations()) {
      idsOf(mapping, sheet, wanted).forEach(id -> found.add(new NativeId(sheet, id)));
    }
    return read(mapping, found).rows().stream()
        .filter(row -> !row.deleted())
        .filter(row -> wanted.contains(String.valueOf(mapping.keyOf(row.values()))))
        .collect(Collectors.toList());
  }

  /** A sheet that changes while it is read is read again: a missed row would be added twice. */
  private Set<String> idsOf(Mapping mapping, String sheet, Set<String> keys) {
    Set<String> ids = new LinkedHashSet<>();
    boolean broken = true;
    for (int walk = 0; broken && walk < Sweeps.MOST_WALKS; walk++) {
      broken =
          sweeps.rows(
              mapping,
              sheet,
              row -> {
                if (row.key() != null && keys.contains(row.key())) {
                  ids.add(row.id());
                }
              });
    }
    return ids;
  }
}
