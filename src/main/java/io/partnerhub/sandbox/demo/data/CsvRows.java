package io.partnerhub.sandbox.demo.data;

import io.partnerhub.cli.CommandFailure;
import io.partnerhub.cli.ExitCode;
import io.partnerhub.mapping.Utf8;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Rows of a CSV text, a line each. A line that is no row is reported and left out, never guessed:
 * the others go on.
 *
 * @param faults what was left out and why, a sentence with the line each
 */
record CsvRows<T>(List<T> rows, List<String> faults) {

  private static final String EMPTY = "NULL";

  /**
   * What the lines of a file are.
   *
   * @param columns the header, in its order
   * @param row makes a row of the cells, in which null is an empty one; throws an {@link
   *     IllegalArgumentException} that says what is wrong with them
   * @param key what no two rows share
   */
  record Format<T>(List<String> columns, Function<List<String>, T> row, Function<T, String> key) {}

  /**
   * Reads a file.
   *
   * @param name for messages
   * @throws CommandFailure when it is not UTF-8 or has other columns
   */
  static <T> CsvRows<T> parse(String name, byte[] bytes, Format<T> format) {
    List<String> lines = decode(name, bytes).lines().toList();
    requireHeader(name, lines, format.columns());
    Map<String, T> rows = new LinkedHashMap<>();
    List<String> faults = new ArrayList<>();
    for (int at = 1; at < lines.size(); at++) {
      try {
        T row = format.row().apply(cells(lines.get(at), format.columns().size()));
        String key = format.key().apply(row);
        if (rows.putIfAbsent(key, row) != null) {
          throw new IllegalArgumentException(key + " stands in an earlier line too");
        }
      } catch (IllegalArgumentException e) {
        faults.add("%s, line %d: %s; left out".formatted(name, at + 1, e.getMessage()));
      }
    }
    return new CsvRows<>(List.copyOf(rows.values()), List.copyOf(faults));
  }

  private static void requireHeader(String name, List<String> lines, List<String> columns) {
    if (lines.isEmpty() || !cells(lines.get(0)).equals(columns)) {
      throw new CommandFailure(
          ExitCode.WRONG_INPUT,
          "%s, line 1: the columns must be %s".formatted(name, String.join(",", columns)));
    }
  }

  private static List<String> cells(String line, int columns) {
    List<String> cells = cells(line);
    if (cells.size() != columns) {
      throw new IllegalArgumentException(
          "%d columns instead of %d; put a text that holds a comma in quotes"
              .formatted(cells.size(), columns));
    }
    return cells;
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(line, CSVFormat.RFC4180)) {
      for (CSVRecord row : parser) {
        for (String cell : row) {
          cells.add(cell.isBlank() || cell.equals(EMPTY) ? null : cell);
        }
      }
      return cells;
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException("a quote is not closed or stands inside a text", e);
    }
  }

  private static String decode(String name, byte[] bytes) {
    return Utf8.text(
        bytes,
        broken ->
            new CommandFailure(
                ExitCode.WRONG_INPUT,
                "%s, line %d: byte %d is no UTF-8; save the file as UTF-8"
                    .formatted(name, broken.line(), broken.at())));
  }
}
