package io.partnerhub.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.openmbean.CompositeData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = {
      "Shows how a running hub stands: whether each system answers, its calls, and how many copies"
          + " are in sync, due, waiting, held or failing, and what came of what systems told.",
      "It asks the hub, not the systems: it costs none of their calls."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  hub status                         the hub of config/hub.properties",
      "  hub status --data-dir /var/lib/hub  the hub that keeps its data there",
      "  hub status --json                  the same for scripts",
      "  hub status --changes               whether every change came to its end",
    })
public final class StatusCommand extends RunningHubCommand<CompositeData> {

  private static final List<String> CHANGES =
      List.of(
          "type",
          "target",
          "observed",
          "written",
          "superseded",
          "unchanged",
          "held",
          "refused",
          "waiting",
          "deadLettered",
          "discarded",
          "lost");

  @Option(
      names = "--changes",
      description =
          "What became of each change of the last 24 hours, instead: observed is the sum of what"
              + " follows.")
  private boolean changes;

  public StatusCommand(HubDoor door) {
    super(door);
  }

  @Override
  CompositeData ask(RunningHub running) {
    return (CompositeData) running.attribute("Sync", changes ? "Changes" : "Status");
  }

  @Override
  void print(CompositeData answer, PrintWriter out) {
    if (changes) {
      printChanges(answer, out);
    } else {
      printStatus(answer, out);
    }
  }

  private static void printChanges(CompositeData counts, PrintWriter out) {
    out.println("Changes observed since " + Shown.time((Date) counts.get("since")));
    out.println();
    Table table = new Table();
    table.row(CHANGES.stream().map(StatusCommand::title).toArray());
    for (CompositeData row : Rows.of(counts, "changes")) {
      table.row(CHANGES.stream().map(row::get).toArray());
    }
    table.lines().forEach(out::println);
  }

  private static String title(String name) {
    String words = name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static void printStatus(CompositeData status, PrintWriter out) {
    out.println("%s at %s".formatted(status.get("hub"), Shown.time((Date) status.get("at"))));
    out.println();
    Table systems = new Table().row("System", "Answers", "Calls used", "Left", "Counted over");
    for (CompositeData system : Rows.of(status, "systems")) {
      systems.row(system.get("system"), answer(system), used(system), left(system), window(system));
    }
    systems.lines().forEach(out::println);
    out.println();
    Table copies =
        new Table()
            .row(
                "Type", "System", "In sync", "Due", "Waiting", "Held", "Failing", "Deleted",
                "Stray", "Oldest");
    for (CompositeData row : Rows.of(status, "copies")) {
      copies.row(
          row.get("type"),
          row.get("system"),
          row.get("inSync"),
          row.get("due"),
          row.get("waiting"),
          row.get("held"),
          row.get("failing"),
          row.get("deleted"),
          row.get("stray"),
          oldest(row, (Date) status.get("at")));
    }
    copies.lines().forEach(out::println);
    out.println();
    out.println(deadLetters(status));
    for (CompositeData untold : Rows.of(status, "untold")) {
      out.println(
          "%s messages by %s about dead letters could not be sent, and are tried again at %s: %s"
              .formatted(
                  untold.get("messages"),
                  untold.get("way"),
                  Shown.time((Date) untold.get("tryAt")),
                  untold.get("lastError")));
    }
    printDoor(status, out);
  }

  private static void printDoor(CompositeData status, PrintWriter out) {
    List<CompositeData> counts = Rows.of(status, "door");
    if (counts.isEmpty()) {
      return;
    }
    out.println();
    Table door = new Table().row("Told by", "Result", "Status", "Requests", "Last", "Why");
    for (CompositeData count : counts) {
      String source = (String) count.get("source");
      door.row(
          source.isEmpty() ? "nobody known" : source,
          count.get("result"),
          count.get("status"),
          Shown.number(count.get("requests")),
          Shown.time((Date) count.get("lastAt")),
          count.get("why"));
    }
    door.lines().forEach(out::println);
  }

  private static String deadLetters(CompositeData status) {
    Date oldest = (Date) status.get("oldestDeadLetter");
    if (oldest == null) {
      return "Dead letters: none";
    }
    Duration age = Duration.between(oldest.toInstant(), ((Date) status.get("at")).toInstant());
    return "Dead letters: %s, the oldest for %s. See: hub dlq list"
        .formatted(Shown.number(status.get("deadLetters")), Shown.duration(age));
  }

  private static String oldest(CompositeData row, Date now) {
    Object oldest = row.get("oldest");
    return oldest == null
        ? ""
        : Shown.duration(Duration.between(((Date) oldest).toInstant(), now.toInstant()));
  }

  private static String answer(CompositeData system) {
    return (Boolean) system.get("answers")
        ? system.get("fault") == null ? "yes" : "yes, but: " + system.get("fault")
        : "no, called again at %s: %s"
            .formatted(Shown.time((Date) system.get("calledAgainAt")), system.get("fault"));
  }

  private static String used(CompositeData system) {
    Object used = system.get("callsUsed");
    return used == null
        ? "not known yet"
        : "%s of %s".formatted(Shown.number(used), Shown.number(system.get("callsLimit")));
  }

  private static String left(CompositeData system) {
    Object left = system.get("callsLeft");
    Object share = system.get("share");
    return Stream.of(
            left == null ? null : Shown.number(left),
            share == null ? null : "the hub's share is " + Shown.number(share))
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }

  private static String window(CompositeData system) {
    Object seconds = system.get("windowSeconds");
    return seconds == null ? "" : Shown.duration(Duration.ofSeconds((Long) seconds));
  }
}
