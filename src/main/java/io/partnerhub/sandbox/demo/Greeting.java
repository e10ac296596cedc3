package io.partnerhub.sandbox.demo;

import io.partnerhub.cli.Table;
import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.Simulators;
import io.partnerhub.sandbox.demo.show.Screen;
import io.partnerhub.sandbox.demo.world.Records;
import io.partnerhub.sandbox.demo.world.Systems;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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
    screen.live("starting simulators, a store and the hub …");
  }

  void addresses() {
    Systems systems = stage.systems();
    Simulators simulators = systems.simulators();
    Table table = new Table().row("", "", "");
    table.row(
        "Salesforce",
        simulators.salesforceServer().baseUrl(),
        numbers(systems, SystemName.SALESFORCE));
    table.row(
        "Smartsheet",
        simulators.smartsheetServer().baseUrl(),
        numbers(systems, SystemName.SMARTSHEET) + ", a tracker each, as people typed them");
    table.row(
        "Fulfillment",
        simulators.fulfillmentServer().baseUrl(),
        numbers(systems, SystemName.FULFILLMENT));
    table
        .row("Store", stage.hub().storeAddress(), "")
        .row("Health", stage.healthUrl(), "")
        .row("Log", stage.directory().log(), "");
    table.lines().stream().skip(1).forEach(screen::line);
  }

  /** Lines of the files that are no records. */
  void leftOut(List<String> faults) {
    screen.line("");
    faults.forEach(fault -> screen.line("! " + fault));
  }

  private static String numbers(Systems systems, SystemName system) {
    Predicate<Records> has = records -> records.systems().contains(system);
    return systems.all().stream()
        .filter(has)
        .map(records -> "%d %ss".formatted(records.in(system).all().size(), records.type()))
        .collect(Collectors.joining(", "));
  }
}
