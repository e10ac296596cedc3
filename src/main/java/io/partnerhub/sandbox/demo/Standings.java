package io.partnerhub.sandbox.demo;

import io.partnerhub.cli.Table;
import io.partnerhub.store.Figures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where each record stands by the hub's own figures, and what waits for a person. */
final class Standings {

  private static final int MOST_REASONS = 1_000;
  private static final List<String> SYSTEMS = List.of("salesforce", "smartsheet");

  private final Systems systems;
  private final Figures figures;

  Standings(Systems systems, Figures figures) {
    this.systems = systems;
    this.figures = figures;
  }

  /** Numbers of records by type, system and standing. */
  Map<String, Map<String, Map<Figures.Standing, Integer>>> counts() {
    Map<String, Map<String, Map<Figures.Standing, Integer>>> counts = new TreeMap<>();
    for (Figures.Count count : figures.counts()) {
      counts
          .computeIfAbsent(count.type(), type -> new TreeMap<>())
          .computeIfAbsent(count.system(), system -> new TreeMap<>())
          .put(count.standing(), count.replicas());
    }
    return counts;
  }

  /** A row a system. */
  Table table() {
    Table table =
        new Table().row("system", "records", "in sync", "written", "held", "stray", "under way");
    for (String system : SYSTEMS) {
      Map<Figures.Standing, Integer> counts =
          counts().getOrDefault("partner", Map.of()).getOrDefault(system, Map.of());
      table.row(
          nameOf(system),
          copies(system).size(),
          counts.getOrDefault(Figures.Standing.IN_SYNC, 0),
          written(system),
          counts.getOrDefault(Figures.Standing.HELD, 0),
          counts.getOrDefault(Figures.Standing.STRAY, 0),
          counts.getOrDefault(Figures.Standing.DUE, 0)
              + counts.getOrDefault(Figures.Standing.WAITING, 0)
              + counts.getOrDefault(Figures.Standing.FAILING, 0));
    }
    return table;
  }

  /** How many records the hub changed last, as the system itself says. */
  long written(String system) {
    return copies(system).stream().filter(Copy::byHub).count();
  }

  /** What waits for a person, once for each record. */
  Table reasons() {
    Map<String, Figures.Reason> byRecord = new LinkedHashMap<>();
    figures.reasons(MOST_REASONS).forEach(r -> byRecord.putIfAbsent(r.what(), r));
    Table table = new Table().row("waits for a person", "why", "Salesforce", "tracker");
    byRecord.forEach((what, reason) -> row(table, what, reason.sentence()));
    return table;
  }

  private void row(Table table, String what, String sentence) {
    if (what.startsWith("row ")) {
      table.row(numbered(what), sentence, "", "");
      return;
    }
    int colon = sentence.indexOf(':');
    String field = colon < 0 ? "" : sentence.substring(0, colon);
    boolean isField = systems.mapping().fields().stream().anyMatch(f -> f.name().equals(field));
    table.row(
        what,
        sentence,
        isField ? systems.inSalesforce(what, field) : "",
        isField ? systems.inTracker(what, field) : "");
  }

  /** People know a row by its number, not by its id. */
  private String numbered(String what) {
    String[] words = what.split(" ", 3);
    List<Copy> rows = systems.rows();
    for (int at = 0; at < rows.size(); at++) {
      if (rows.get(at).id().equals(words[1])) {
        return "row " + (at + 1) + (words.length > 2 ? " " + words[2] : "");
      }
    }
    return what;
  }

  private List<Copy> copies(String system) {
    return system.equals("salesforce") ? systems.accounts() : systems.rows();
  }

  private static String nameOf(String system) {
    return system.equals("salesforce") ? "Salesforce" : "Smartsheet";
  }
}
