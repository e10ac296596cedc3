package io.partnerhub.sandbox.demo;

import io.partnerhub.cli.Table;
import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.demo.world.Copy;
import io.partnerhub.sandbox.demo.world.Records;
import io.partnerhub.sandbox.demo.world.Systems;
import io.partnerhub.store.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where each record stands by the hub's own figures, and what waits for a person. */
final class Standings {

  private static final int MOST_REASONS = 1_000;

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

  /** A row for each type in each system. */
  Table table() {
    Table table =
        new Table()
            .row("", "system", "records", "in sync", "written", "held", "stray", "under way");
    Map<String, Map<String, Map<Figures.Standing, Integer>>> counts = counts();
    for (Records records : systems.all()) {
      String type = records.type() + "s";
      for (SystemName system : records.systems()) {
        row(
            table,
            type,
            records,
            system,
            counts.getOrDefault(records.type(), Map.of()).getOrDefault(system.value(), Map.of()));
        type = "";
      }
    }
    return table;
  }

  private static void row(
      Table table,
      String type,
      Records records,
      SystemName system,
      Map<Figures.Standing, Integer> counts) {
    table.row(
        type,
        nameOf(system),
        records.in(system).all().size(),
        counts.getOrDefault(Figures.Standing.IN_SYNC, 0),
        written(records, system),
        counts.getOrDefault(Figures.Standing.HELD, 0),
        counts.getOrDefault(Figures.Standing.STRAY, 0),
        counts.getOrDefault(Figures.Standing.DUE, 0)
            + counts.getOrDefault(Figures.Standing.WAITING, 0)
            + counts.getOrDefault(Figures.Standing.FAILING, 0));
  }

  /** How many records of each type the hub changed last, as the systems themselves say. */
  Map<SystemName, List<Long>> written() {
    Map<SystemName, List<Long>> written = new TreeMap<>();
    for (Records records : systems.all()) {
      for (SystemName system : records.systems()) {
        written.computeIfAbsent(system, s -> new ArrayList<>()).add(written(records, system));
      }
    }
    return written;
  }

  private static long written(Records records, SystemName system) {
    return records.in(system).all().stream().filter(Copy::byHub).count();
  }

  /** What waits for a person, once for each record. */
  Table reasons() {
    Table table = new Table().row("waits for a person", "why", "Salesforce", "tracker");
    for (Records records : systems.all()) {
      Map<String, Figures.Reason> byRecord = new LinkedHashMap<>();
      figures.reasons(MOST_REASONS).stream()
          .filter(reason -> reason.type().equals(records.type()))
          .forEach(reason -> byRecord.putIfAbsent(reason.what(), reason));
      byRecord.forEach((what, reason) -> row(table, records, what, reason.sentence()));
    }
    return table;
  }

  private static void row(Table table, Records records, String what, String sentence) {
    String name = records.type() + " ";
    if (what.startsWith("row ")) {
      table.row(name + numbered(records, what), sentence, "", "");
      return;
    }
    int colon = sentence.indexOf(':');
    String field = colon < 0 ? "" : sentence.substring(0, colon);
    boolean isField = records.mapping().fields().stream().anyMatch(f -> f.name().equals(field));
    table.row(
        name + what,
        sentence,
        isField ? records.inSalesforce(what, field) : "",
        isField ? records.inTracker(what, field) : "");
  }

  /** People know a row by its number, not by its id. */
  private static String numbered(Records records, String what) {
    String[] words = what.split(" ", 3);
    List<Copy> rows = records.tracker().all();
    for (int at = 0; at < rows.size(); at++) {
      if (rows.get(at).id().equals(words[1])) {
        return "row " + (at + 1) + (words.length > 2 ? " " + words[2] : "");
      }
    }
    return what;
  }

  static String nameOf(SystemName system) {
    String name = system.value();
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
