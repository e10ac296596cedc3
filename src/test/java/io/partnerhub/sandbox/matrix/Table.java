package io.partnerhub.sandbox.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The matrix as it stands in {@code fault-matrix.md}: where a record is after each mishap. */
final class Table {

  /** Begins a cell that makes no sense; the number of the reason follows. */
  private static final String NOT = "n/a ";

  private final Map<String, Map<String, String>> cells = new LinkedHashMap<>();
  private final Map<String, String> reasons = new LinkedHashMap<>();

  private Table(List<String> lines) {
    List<String> columns = List.of();
    for (String line : lines) {
      if (line.matches("\\d+\\. .*")) {
        reasons.put(NOT + line.substring(0, line.indexOf('.')), line);
      } else if (!line.startsWith("|")) {
        columns = List.of();
      } else if (columns.isEmpty()) {
        columns = row(line);
      } else if (!line.startsWith("|-")) {
        add(columns, row(line));
      }
    }
  }

  static Table read() throws IOException {
    try (InputStream in = Table.class.getResourceAsStream("fault-matrix.md")) {
      return new Table(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    }
  }

  private static List<String> row(String line) {
    return Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList();
  }

  private void add(List<String> columns, List<String> row) {
    String system = columns.get(0);
    for (int i = 1; i < columns.size(); i++) {
      cells
          .computeIfAbsent(system + " " + columns.get(i), c -> new LinkedHashMap<>())
          .put(row.get(0), row.get(i));
    }
  }

  /** What is written in a cell; null where there is none. */
  String cell(HubCall call, Mishap mishap) {
    return cells.getOrDefault(call.toString(), Map.of()).get(mishap.words());
  }

  /** Whether a cell says that there is no such case. */
  static boolean isNoCase(String cell) {
    return cell.startsWith(NOT);
  }

  /** What is wrong with the table: cells that are missing, too many, or give no reason. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    int expected = 0;
    for (HubCall call : HubCall.ALL) {
      for (Mishap mishap : Mishap.values()) {
        expected++;
        String cell = cell(call, mishap);
        if (cell == null || isNoCase(cell) && !reasons.containsKey(cell)) {
          faults.add(call + ", " + mishap.words() + ": " + cell);
        }
      }
    }
    int found = cells.values().stream().mapToInt(Map::size).sum();
    if (found != expected) {
      faults.add("the table has %d cells, and there are %d cases".formatted(found, expected));
    }
    return faults;
  }
}
