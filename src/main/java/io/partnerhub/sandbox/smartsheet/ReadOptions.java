package io.partnerhub.sandbox.smartsheet;

import io.partnerhub.sandbox.sim.SimRequest;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a reader asks to see of a sheet.
 *
 * @param level compatibility level 0 to 2
 */
record ReadOptions(
    int level,
    Set<String> include,
    Set<String> exclude,
    Optional<Set<Long>> columnIds,
    Optional<Set<Long>> rowIds,
    Optional<Set<Long>> rowNumbers,
    Optional<Long> modifiedSinceSecond,
    Optional<Long> ifVersionAfter) {

  private static final Set<String> INCLUDES =
      Set.of(
          "attachments",
          "attachmentFiles",
          "columnType",
          "contactReferences",
          "summary",
          "crossSheetReferences",
          "discussions",
          "filters",
          "filterDefinitions",
          "format",
          "ganttConfig",
          "hyperlink",
          "objectValue",
          "ownerInfo",
          "rowPermalink",
          "rowWriterInfo",
          "sheetVersion",
          "source",
          "writerInfo");
  private static final Set<String> EXCLUDES =
      Set.of(
          "filteredOutRows", "linkInFromCellDetails", "linksOutToCellsDetails", "nonexistentCells");

  static ReadOptions of(SimRequest request) {
    return new ReadOptions(
        level(request),
        words(request, "include", INCLUDES),
        words(request, "exclude", EXCLUDES),
        numbers(request, "columnIds"),
        numbers(request, "rowIds"),
        numbers(request, "rowNumbers"),
        request.parameter("rowsModifiedSince").map(ReadOptions::second),
        request.parameter("ifVersionAfter").map(text -> number("ifVersionAfter", text)));
  }

  boolean objectValues() {
    return include.contains("objectValue");
  }

  boolean writerInfo() {
    return include.contains("writerInfo") || include.contains("rowWriterInfo");
  }

  boolean emptyCells() {
    return !exclude.contains("nonexistentCells");
  }

  boolean shows(Column column) {
    return columnIds.isEmpty() || columnIds.get().contains(column.id());
  }

  boolean wants(Row row) {
    return (rowIds.isEmpty() || rowIds.get().contains(row.id()))
        && (rowNumbers.isEmpty() || rowNumbers.get().contains((long) row.number()));
  }

  /** A whole number of a parameter, or 1018. */
  static long number(String name, String text) {
    try {
      return Long.parseLong(text.trim());
    } catch (NumberFormatException e) {
      throw ErrorCode.PARAMETER_INVALID.with(text, name);
    }
  }

  /** The whole numbers of a comma list; no parameter is no restriction. */
  static Optional<Set<Long>> numbers(SimRequest request, String name) {
    return list(request, name, text -> number(name, text));
  }

  private static int level(SimRequest request) {
    String text = request.parameter("level").orElse("0");
    long level = number("level", text);
    if (level < 0 || level > 2) {
      throw ErrorCode.PARAMETER_INVALID.with(text, "level");
    }
    return (int) level;
  }

  private static Set<String> words(SimRequest request, String name, Set<String> known) {
    Set<String> words = list(request, name, Function.identity()).orElse(Set.of());
    for (String word : words) {
      if (!known.contains(word)) {
        throw ErrorCode.PARAMETER_INVALID.with(word, name);
      }
    }
    return words;
  }

  private static <T> Optional<Set<T>> list(
      SimRequest request, String name, Function<String, T> item) {
    return request
        .parameter(name)
        .filter(text -> !text.isBlank())
        .map(
            text ->
                Arrays.stream(text.split(","))
                    .map(String::trim)
                    .map(item)
                    .collect(Collectors.toCollection(LinkedHashSet::new)));
  }

  private static long second(String text) {
    try {
      return OffsetDateTime.parse(text).toEpochSecond();
    } catch (DateTimeException e) {
      throw ErrorCode.PARAMETER_INVALID.with(text, "rowsModifiedSince");
    }
  }
}
