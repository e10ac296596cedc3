package io.partnerhub.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Tells what replays would come to, without a write: would succeed, superseded, still fails, or"
          + " cannot tell.",
      "It asks the systems what their fields take today, who has a key and which parents are there;"
          + " what a rule of a system's own does only a try tells."
    },
    footerHeading = "%nExample:%n",
    footer = "  hub dlq simulate class=value system=salesforce")
final class DlqSimulateCommand extends RunningHubCommand<TabularData> {

  /** So many letters a hub judges at once. */
  private static final int MOST = 1_000;

  @Mixin private FilterParameter filter;

  DlqSimulateCommand(HubDoor door) {
    super(door);
  }

  @Override
  TabularData ask(RunningHub running) {
    return (TabularData) running.invoke(DlqCommand.MBEAN, "simulate", filter.text());
  }

  @Override
  void print(TabularData forecasts, PrintWriter out) {
    if (forecasts.isEmpty()) {
      out.println("No dead letter.");
      return;
    }
    Table table = new Table().row("Id", "Record", "System", "Replayed now, it", "Why");
    Map<String, Integer> counts = new TreeMap<>();
    for (CompositeData forecast : Rows.of(forecasts)) {
      String verdict = (String) forecast.get("verdict");
      counts.merge(verdict, 1, Integer::sum);
      table.row(
          forecast.get("id").toString(),
          DlqListCommand.record(forecast),
          forecast.get("system"),
          verdict,
          forecast.get("sentence"));
    }
    table.lines().forEach(out::println);
    String summary =
        counts.entrySet().stream()
            .map(count -> count.getKey() + ": " + Shown.number(count.getValue()))
            .collect(Collectors.joining(", "));
    if (forecasts.size() < MOST) {
      out.println(summary);
    } else {
      out.println("Of the first %s, %s".formatted(Shown.number(MOST), summary));
      out.println("There may be more: ask with a narrower filter.");
    }
  }
}
