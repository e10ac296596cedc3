package io.partnerhub.connector.smartsheet;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Standing;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import io.partnerhub.sync.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The outlines of all grouped sheets; what is not grouped passes as it is. */
final class Outlines {

  private final Map<String, Outline> bySheet = new ConcurrentHashMap<>();

  /** The field that a mapping's sheets are grouped by; null for none. */
  static String field(Mapping mapping) {
    return mapping.side(SystemName.SMARTSHEET).groupedBy();
  }

  static boolean isGrouped(Mapping mapping) {
    return field(mapping) != null;
  }

  Outline of(String sheet) {
    return bySheet.computeIfAbsent(sheet, s -> new Outline());
  }

  /** Whether rows of a sheet are known to stand elsewhere than when they were observed. */
  boolean hasDrifted(String sheet) {
    Outline outline = bySheet.get(sheet);
    return outline != null && outline.hasDrifted();
  }

  /** Whether rows of a sheet may stand beneath other headings than when they were observed. */
  boolean isToBeObserved(Mapping mapping, String sheet) {
    return isGrouped(mapping) && of(sheet).isToBeObserved();
  }

  /** Every row of the sheet was observed in its place. */
  void observed(Mapping mapping, String sheet) {
    if (isGrouped(mapping)) {
      of(sheet).observed();
    }
  }

  /** Notes where rows stand. Gives whether it is known what all of them stand beneath. */
  boolean note(Mapping mapping, String sheet, List<Spot.Row> rows) {
    if (!isGrouped(mapping)) {
      return true;
    }
    Outline outline = of(sheet);
    rows.forEach(row -> outline.note(row.spot()));
    return rows.stream().allMatch(row -> outline.place(row.spot()).known());
  }

  /**
   * The observations of noted rows, as far as their place is known.
   *
   * @param version of the sheet when they were read
   */
  List<Observation> observations(Mapping mapping, String sheet, List<Spot.Row> rows, long version) {
    String at = Long.toString(version);
    if (!isGrouped(mapping)) {
      return rows.stream().map(row -> row.observation().at(at)).toList();
    }
    Outline outline = of(sheet);
    List<Observation> observations = new ArrayList<>();
    for (Spot.Row row : rows) {
      if (outline.place(row.spot()).known()) {
        Observation read = row.observation();
        Values values = values(mapping, read.values(), outline, row.spot());
        observations.add(read.saying(values, read.unreadable()).at(at));
      }
    }
    return observations;
  }

  /** A row's values, with what its place says of the grouping field. */
  static Values values(Mapping mapping, Values cells, Outline outline, Spot spot) {
    String field = field(mapping);
    String text =
        outline.isHeading(spot.id())
            ? Standing.textOfHeading(spot.value())
            : new Standing(cells.get(field), outline.place(spot).value()).text();
    return cells.with(field, text);
  }

  /** Rows of a sheet that are copies of records or strays. */
  int countRows(Mapping mapping, String sheet, int totalRows) {
    return isGrouped(mapping) ? totalRows - of(sheet).countHeadings() : totalRows;
  }
}
