package io.partnerhub.sandbox.demo;

import io.partnerhub.sandbox.Simulators;

/** What runs where. */
final class Greeting {

  private final Stage stage;
  private final Screen screen;

  Greeting(Stage stage, Screen screen) {
    this.stage = stage;
    this.screen = screen;
  }

  void show(int accounts, int rows) {
    Simulators simulators = stage.systems().simulators();
    screen.title("Partner Hub sandbox: everything runs on this machine, nothing leaves it");
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
