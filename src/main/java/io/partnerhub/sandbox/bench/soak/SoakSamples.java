package io.partnerhub.sandbox.bench.soak;

import io.partnerhub.sandbox.bench.measure.Vitals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that must not grow while a hub works, looked at again and again. */
final class SoakSamples {

  private static final double SLACK_MEGABYTES = 8;
  private static final double SLACK_THREADS = 4;
  private static final double SLACK_CONNECTIONS = 4;

  /** What is under way is in some tables for moments. */
  private static final double SLACK_ROWS = 40;

  /** Hints of four edits a second wait while their system is left alone, for up to a minute. */
  private static final double SLACK_HINTS = 240;

  /**
   * Until PostgreSQL's vacuum comes by, once a minute at most, tables hold what was overwritten.
   */
  private static final double SLACK_TABLES = 4;

  private final Vitals vitals;
  private final SoakStore store;
  private final Sockets sockets;
  private final Map<String, List<Double>> samples = new LinkedHashMap<>();
  private final Map<String, Double> slack = new LinkedHashMap<>();

  SoakSamples(Vitals vitals, SoakStore store, Sockets sockets) {
    this.vitals = vitals;
    this.store = store;
    this.sockets = sockets;
  }

  void take() throws IOException {
    add("live heap, MB", SLACK_MEGABYTES, vitals.liveMegabytes());
    add("threads", SLACK_THREADS, vitals.threads());
    add("connections to the store", SLACK_CONNECTIONS, store.connections());
    if (Sockets.areListed()) {
      add("connections to the systems", SLACK_CONNECTIONS, sockets.open());
    }
    add("tables but the ledger, MB", SLACK_TABLES, store.megabytes());
    store.rows().forEach((table, rows) -> add("rows of " + table, slackOf(table), rows));
  }

  private static double slackOf(String table) {
    return table.equals("hint") ? SLACK_HINTS : SLACK_ROWS;
  }

  private void add(String name, double most, double value) {
    slack.put(name, most);
    samples.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
  }

  List<Series> series() {
    return samples.entrySet().stream()
        .map(one -> new Series(one.getKey(), slack.get(one.getKey()), one.getValue()))
        .toList();
  }
}
