package io.partnerhub.cli;

import java.io.PrintWriter;
import java.util.Date;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import picocli.CommandLine.Command;

@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Lists the webhooks: their sheets, their status, and since when they have their secret.")
final class WebhookListCommand extends RunningHubCommand<TabularData> {

  WebhookListCommand(HubDoor door) {
    super(door);
  }

  @Override
  TabularData ask(RunningHub running) {
    return (TabularData) running.attribute(WebhookCommand.MBEAN, "Webhooks");
  }

  @Override
  void print(TabularData rows, PrintWriter out) {
    if (rows.isEmpty()) {
      out.println("There is no webhook: see smartsheet.webhooks and hub.public-url.");
      return;
    }
    Table table = new Table().row("Sheet", "Webhook", "Status", "Secret since");
    for (CompositeData row : Rows.of(rows)) {
      table.row(
          row.get("sheet"),
          row.get("id"),
          row.get("status"),
          Shown.time((Date) row.get("secretSince")));
    }
    table.lines().forEach(out::println);
  }
}
