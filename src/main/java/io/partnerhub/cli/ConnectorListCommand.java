package io.partnerhub.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Date;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Lists the connectors: state, circuit breaker, budget, how far they lag, and the last"
            + " error.")
final class ConnectorListCommand extends RunningHubCommand<TabularData> {

  @ArgGroup private Instead instead;

  /** At most one of these. */
  static final class Instead {
    @Option(
        names = "--sources",
        paramLabel = "SYSTEM",
        description = "Instead: how far the sources of a system have been read.")
    private String sources;

    @Option(names = "--acts", description = "Instead: what people did to connectors, and why.")
    private boolean acts;
  }

  ConnectorListCommand(HubDoor door) {
    super(door);
  }

  @Override
  TabularData ask(RunningHub running) {
    if (instead == null) {
      return (TabularData) running.attribute(ConnectorCommand.MBEAN, "Connectors");
    }
    return (TabularData)
        (instead.acts
            ? running.invoke(ConnectorCommand.MBEAN, "acts")
            : running.invoke(ConnectorCommand.MBEAN, "sources", instead.sources));
  }

  @Override
  void print(TabularData rows, PrintWriter out) {
    if (instead == null) {
      connectors(rows, out);
    } else if (instead.acts) {
      acts(rows, out);
    } else {
      sources(rows, out);
    }
  }

  private static void connectors(TabularData rows, PrintWriter out) {
    Table table =
        new Table()
            .row("System", "State", "Breaker", "Calls used", "Over", "Oldest due", "Last answer");
    for (CompositeData row : Rows.of(rows)) {
      table.row(
          row.get("system"),
          row.get("state"),
          row.get("breaker"),
          used(row),
          duration(row.get("windowSeconds"), ""),
          duration(row.get("oldestDueSeconds"), "none"),
          duration(row.get("silentSeconds"), "none yet"));
    }
    table.lines().forEach(out::println);
    Rows.of(rows).forEach(row -> more(row, out));
  }

  private static void more(CompositeData row, PrintWriter out) {
    if (row.get("why") != null) {
      out.println("%s: %s".formatted(row.get("system"), row.get("why")));
    } else if (row.get("lastError") != null) {
      out.println(
          "%s: last error at %s: %s"
              .formatted(row.get("system"), time(row.get("lastErrorAt")), row.get("lastError")));
    }
    if (row.get("calledAgainAt") != null) {
      out.println("  called again at " + time(row.get("calledAgainAt")));
    }
    if (row.get("bulkWaitsUntil") != null) {
      out.println(
          "  first reads, new copies and sweeps wait for calls until "
              + time(row.get("bulkWaitsUntil")));
    }
  }

  private static void sources(TabularData rows, PrintWriter out) {
    Table table = new Table().row("Type", "Source", "Read to its end", "Version", "Latest change");
    for (CompositeData row : Rows.of(rows)) {
      table.row(
          row.get("type"),
          row.get("source"),
          (Boolean) row.get("complete") ? "yes" : "not yet",
          row.get("version"),
          row.get("watermark") == null ? "" : time(row.get("watermark")));
    }
    table.lines().forEach(out::println);
  }

  private static void acts(TabularData rows, PrintWriter out) {
    if (rows.isEmpty()) {
      out.println("Nobody did anything to a connector.");
    }
    for (CompositeData row : Rows.of(rows)) {
      out.println(
          "%s  %s %s by %s: %s%s"
              .formatted(
                  time(row.get("at")),
                  row.get("system"),
                  row.get("act"),
                  row.get("who"),
                  row.get("reason"),
                  row.get("note") == null ? "" : " (" + row.get("note") + ")"));
    }
  }

  private static String used(CompositeData row) {
    return row.get("budgetUsed") == null
        ? "not counted"
        : "%s of %s"
            .formatted(Shown.number(row.get("budgetUsed")), Shown.number(row.get("budgetLimit")));
  }

  private static String duration(Object seconds, String otherwise) {
    return seconds == null ? otherwise : Shown.duration(Duration.ofSeconds((Long) seconds));
  }

  private static String time(Object date) {
    return Shown.time((Date) date);
  }
}
