package io.partnerhub.sandbox.demo;

import io.partnerhub.cli.Table;
import io.partnerhub.sandbox.Simulators;

/** What runs where. */
final class Greeting {

  private final Stage stage;
  private final Screen screen;

  Greeting(Stage stage, Screen screen) {
    this.stage = stage;
    this.screen = screen;
  }

  /** Before anything is started, which takes some seconds. */
  void welcome() {
    screen.title("Partner Hub sandbox: everything runs on this machine, nothing leaves it");
    screen.live("starting two simulators, a store and the hub …");
  }

  void addresses(int accounts, int rows) {
    Simulators simulators = stage.systems().simulators();
    Table table =
        new Table()
            .row("", "", "")
            .row("Salesforce", simulators.salesforceServer().baseUrl(), accounts + " partners")
            .row(
                "Smartsheet",
                simulators.smartsheetServer().baseUrl(),
                "%s, %d rows as people typed them".formatted(Systems.SHEET, rows))
            .row("Store", stage.hub().storeAddress(), "")
            .row("Health", stage.healthUrl(), "")
            .row("Log", stage.directory().log(), "");
    table.lines().stream().skip(1).forEach(screen::line);
  }
}
