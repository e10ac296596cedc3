package io.partnerhub.cli;

import java.io.PrintWriter;
import java.time.Duration;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Lists dead letters in the order in which they came.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  hub dlq list",
      "  hub dlq list class=value system=salesforce older=2h",
      "  hub dlq list state=discarded --limit 20",
    })
final class DlqListCommand extends RunningHubCommand<TabularData> {

  @Mixin private FilterParameter filter;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many at most, from 1 to 1,000; default: ${DEFAULT-VALUE}.")
  private int limit;

  DlqListCommand(HubDoor door) {
    super(door);
  }

  @Override
  TabularData ask(RunningHub running) {
    return (TabularData) running.invoke(DlqCommand.MBEAN, "list", filter.text(), limit);
  }

  @Override
  void print(TabularData letters, PrintWriter out) {
    if (letters.isEmpty()) {
      out.println("No dead letter.");
      return;
    }
    Table table =
        new Table().row("Id", "Record", "System", "Class", "Code", "Age", "State", "For", "Why");
    for (CompositeData letter : Rows.of(letters)) {
      table.row(
          letter.get("id").toString(),
          record(letter),
          letter.get("system"),
          letter.get("reasonClass"),
          letter.get("code"),
          Shown.duration(Duration.ofSeconds((Long) letter.get("ageSeconds"))),
          letter.get("state"),
          letter.get("assignedTo") == null ? "" : letter.get("assignedTo"),
          letter.get("sentence"));
    }
    table.lines().forEach(out::println);
    if (letters.size() == limit) {
      out.println("There may be more: ask with a higher --limit, or a narrower filter.");
    }
  }

  static String record(CompositeData letter) {
    Object key = letter.get("key");
    return "%s %s".formatted(letter.get("type"), key == null ? "#" + letter.get("record") : key);
  }
}
