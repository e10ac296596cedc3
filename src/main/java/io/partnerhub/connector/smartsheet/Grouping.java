package io.partnerhub.connector.smartsheet;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Outcome.Reason;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.Write;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Writes rows of one grouped sheet beneath the headings of their values. One call takes rows of one
 * place only, so the fewest calls are one for each heading that gets rows.
 */
final class Grouping {

  private final Mapping mapping;
  private final String sheet;
  private final Outline outline;
  private final Headings headings;
  private final RowWrites rows;

  Grouping(Mapping mapping, String sheet, Outline outline, Headings headings, RowWrites rows) {
    this.mapping = mapping;
    this.sheet = sheet;
    this.outline = outline;
    this.headings = headings;
    this.rows = rows;
  }

  void add(Batch batch, List<Integer> indices) {
    Map<String, Long> found = headings(batch, indices);
    byPlace(batch, indices, found).forEach((place, some) -> rows.add(batch, some, place));
  }

  /** Changes rows, and puts those that stand elsewhere beneath the headings of their values. */
  void update(Batch batch, Map<Integer, String> rowIds) {
    List<Integer> staying = new ArrayList<>();
    List<Integer> leaving = new ArrayList<>();
    rowIds.forEach((i, row) -> (stays(batch.write(i), row) ? staying : leaving).add(i));
    rows.update(batch, only(rowIds, staying), null);
    Map<String, Long> found = headings(batch, leaving);
    byPlace(batch, leaving, found)
        .forEach((place, some) -> rows.update(batch, only(rowIds, some), place));
  }

  private boolean stays(Write write, String row) {
    if (!write.fields().contains(Outlines.field(mapping))) {
      return true;
    }
    Outline.Place place = outline.place(Long.parseLong(row));
    return place.known() && Objects.equals(place.value(), valueOf(write));
  }

  private String valueOf(Write write) {
    return write.values().get(Outlines.field(mapping));
  }

  /** The heading of each value, made where there is none. */
  private Map<String, Long> headings(Batch batch, List<Integer> indices) {
    Set<String> values = new LinkedHashSet<>();
    indices.stream()
        .map(i -> valueOf(batch.write(i)))
        .filter(Objects::nonNull)
        .forEach(values::add);
    if (values.isEmpty()) {
      return Map.of();
    }
    Map<String, Long> found = new LinkedHashMap<>(headings.existing(mapping, sheet, values));
    List<String> missing = values.stream().filter(v -> !found.containsKey(v)).toList();
    Headings.Found made = headings.make(rows, batch, mapping, sheet, missing);
    for (int index : indices) {
      Outcome failure = made.failures().get(valueOf(batch.write(index)));
      if (failure != null) {
        batch.settle(index, failure);
      }
    }
    found.putAll(made.rows());
    return found;
  }

  /** The writes that can be sent, by the row that they go beneath. */
  private Map<Long, List<Integer>> byPlace(
      Batch batch, Collection<Integer> indices, Map<String, Long> found) {
    Map<Long, List<Integer>> byPlace = new LinkedHashMap<>();
    for (int index : indices) {
      String value = valueOf(batch.write(index));
      Long place = value == null ? Long.valueOf(Spot.TOP) : found.get(value);
      if (place != null) {
        byPlace.computeIfAbsent(place, p -> new ArrayList<>()).add(index);
      } else if (batch.outcome(index) == null) {
        batch.settle(index, notTried(value));
      }
    }
    return byPlace;
  }

  private static Outcome notTried(String value) {
    return new Outcome.RetryLater(
        new Reason(
            ReasonClass.GONE,
            "HEADING_MISSING",
            "Not tried: its heading \"" + value + "\" is not there"),
        null);
  }

  private static Map<Integer, String> only(Map<Integer, String> rowIds, List<Integer> indices) {
    Map<Integer, String> some = new LinkedHashMap<>();
    indices.forEach(i -> some.put(i, rowIds.get(i)));
    return some;
  }
}
