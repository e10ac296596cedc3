package io.partnerhub.sandbox.demo;

import io.partnerhub.cli.Table;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Calls of the first sync beside the fewest possible, and calls of the whole run.
 *
 * @param first calls of the first sync by system
 * @param written records that the first sync wrote, by system
 * @param all calls since the start, by system
 */
record CallReport(Map<String, Calls> first, Map<String, Long> written, Map<String, Calls> all) {

  private static final Map<String, Integer> WRITTEN_A_CALL =
      Map.of("salesforce", 1_000, "smartsheet", 500);
  private static final Map<String, Integer> READ_A_CALL =
      Map.of("salesforce", 2_000, "smartsheet", 400);

  /** Fewest calls that could have written what the first sync wrote. */
  long writeFloor(String system) {
    return floor(WRITTEN_A_CALL, system);
  }

  /** Fewest calls that could have read it before. */
  long readFloor(String system) {
    return floor(READ_A_CALL, system);
  }

  private long floor(Map<String, Integer> most, String system) {
    long calls = most.get(system);
    return (written.get(system) + calls - 1) / calls;
  }

  Table table() {
    Table table =
        new Table()
            .row(
                "calls",
                "logins",
                "reads",
                "writes",
                "records written",
                "fewest reads",
                "fewest writes");
    first.forEach(
        (system, calls) ->
            table.row(
                name(system) + ", first sync",
                calls.logins(),
                calls.reads(),
                calls.writes(),
                written.get(system),
                readFloor(system),
                writeFloor(system)));
    all.forEach(
        (system, calls) ->
            table.row(
                name(system) + ", whole run",
                calls.logins(),
                calls.reads(),
                calls.writes(),
                "",
                "",
                ""));
    return table;
  }

  /** For the report file. */
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    first.forEach(
        (system, calls) ->
            json.put(
                system,
                Map.of(
                    "firstSync",
                    figures(calls),
                    "floor",
                    Map.of("reads", readFloor(system), "writes", writeFloor(system)),
                    "recordsWritten",
                    written.get(system),
                    "wholeRun",
                    figures(all.get(system)))));
    return json;
  }

  private static Map<String, Object> figures(Calls calls) {
    return Map.of(
        "login", calls.logins(),
        "read", calls.reads(),
        "write", calls.writes(),
        "other", calls.others());
  }

  private static String name(String system) {
    return system.equals("salesforce") ? "Salesforce" : "Smartsheet";
  }
}
