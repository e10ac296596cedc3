package io.partnerhub.sandbox.demo;

import io.partnerhub.cli.Table;
import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.demo.world.Calls;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Calls of the first sync beside the fewest possible, and calls of the whole run.
 *
 * @param first calls of the first sync by system
 * @param written records that the first sync wrote, by system, for each type
 * @param all calls since the start, by system
 */
record CallReport(
    Map<SystemName, Calls> first, Map<SystemName, List<Long>> written, Map<SystemName, Calls> all) {

  private static final Map<SystemName, Integer> WRITTEN_A_CALL =
      Map.of(SystemName.SALESFORCE, 1_000, SystemName.SMARTSHEET, 500, SystemName.FULFILLMENT, 500);
  private static final Map<SystemName, Integer> READ_A_CALL =
      Map.of(SystemName.SALESFORCE, 2_000, SystemName.SMARTSHEET, 400, SystemName.FULFILLMENT, 200);

  /** Fewest calls that could have written what the first sync wrote: types do not share a call. */
  long writeFloor(SystemName system) {
    return floor(WRITTEN_A_CALL, system);
  }

  /** Fewest calls that could have read it before. */
  long readFloor(SystemName system) {
    return floor(READ_A_CALL, system);
  }

  private long floor(Map<SystemName, Integer> most, SystemName system) {
    long calls = most.get(system);
    return written.get(system).stream().mapToLong(records -> (records + calls - 1) / calls).sum();
  }

  private long records(SystemName system) {
    return written.get(system).stream().mapToLong(Long::longValue).sum();
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
                Standings.nameOf(system) + ", first sync",
                calls.logins(),
                calls.reads(),
                calls.writes(),
                records(system),
                readFloor(system),
                writeFloor(system)));
    all.forEach(
        (system, calls) ->
            table.row(
                Standings.nameOf(system) + ", whole run",
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
                system.value(),
                Map.of(
                    "firstSync",
                    figures(calls),
                    "floor",
                    Map.of("reads", readFloor(system), "writes", writeFloor(system)),
                    "recordsWritten",
                    records(system),
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
}
