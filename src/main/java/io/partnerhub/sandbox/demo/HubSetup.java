package io.partnerhub.sandbox.demo;

import io.partnerhub.Hub;
import io.partnerhub.HubWiring;
import io.partnerhub.cli.CommandFailure;
import io.partnerhub.cli.ExitCode;
import io.partnerhub.cli.HubHome;
import io.partnerhub.config.HubConfig;
import io.partnerhub.mapping.Fault;
import io.partnerhub.sandbox.FreePort;
import io.partnerhub.sandbox.FulfillmentCalls;
import io.partnerhub.sandbox.Simulators;
import io.partnerhub.sandbox.demo.world.Systems;
import io.partnerhub.sandbox.fulfillment.ClientSettings;
import io.partnerhub.sandbox.salesforce.OrgSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A hub as an operator would configure it, pointed at the simulators.
 *
 * @param healthUrl where its health is served
 */
record HubSetup(Hub hub, String healthUrl) {

  /** Both simulators share this machine's clock, and commit at once. */
  private static final Map<String, String> SHORT_WAITS =
      Map.of(
          "hub.grace", "5s",
          "hub.clock-tolerance", "100ms",
          "salesforce.overlap", "5s",
          "salesforce.second-pass", "30s",
          "smartsheet.sweep", "30s");

  /**
   * Constructs it; it does not run yet.
   *
   * @param directory for the configuration file and the store's data
   */
  static HubSetup construct(Systems systems, Path directory, Duration poll) {
    int management = FreePort.find();
    Path file = directory.resolve("hub.properties");
    store(properties(systems, directory, poll, management), file);
    Hub hub = HubWiring.construct(HubConfig.load(HubHome.directory(), Optional.of(file), Map.of()));
    return new HubSetup(hub, "http://127.0.0.1:" + management + "/observe/health");
  }

  /** Starts the hub; it reads nothing before its mappings fit the simulators. */
  void start() {
    hub.start();
    List<Fault> faults = hub.mappingFaults();
    if (!faults.isEmpty()) {
      throw new CommandFailure(
          ExitCode.WRONG_INPUT,
          faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
    }
  }

  private static Map<String, String> properties(
      Systems systems, Path directory, Duration poll, int management) {
    OrgSettings org = OrgSettings.sandbox();
    Simulators simulators = systems.simulators();
    Path home = HubHome.directory();
    Map<String, String> properties = new TreeMap<>(SHORT_WAITS);
    properties.put("hub.data-dir", directory.toString());
    properties.put("hub.routes-dir", home.resolve("routes").toString());
    properties.put("hub.mappings-dir", home.resolve("mappings").toString());
    int http = FreePort.find();
    properties.put("hub.http.port", "127.0.0.1:" + http);
    properties.put("hub.public-url", "http://127.0.0.1:" + http);
    properties.put("hub.management.port", "127.0.0.1:" + management);
    properties.put("salesforce.login-url", simulators.salesforceServer().baseUrl());
    properties.put("salesforce.client-id", org.clientId());
    properties.put("salesforce.client-secret", org.clientSecret());
    properties.put("salesforce.pubsub.server", "127.0.0.1:" + simulators.pubSubPort());
    properties.put("salesforce.poll", poll.toMillis() + "ms");
    properties.put("smartsheet.base-url", simulators.smartsheetServer().baseUrl() + "/2.0");
    properties.put("smartsheet.token", Simulators.SMARTSHEET_TOKEN);
    properties.put("smartsheet.poll", poll.toMillis() + "ms");
    properties.put("fulfillment.base-url", simulators.fulfillmentUrl());
    properties.put("fulfillment.token", ClientSettings.sandbox().token());
    properties.put("fulfillment.webhook-secret", FulfillmentCalls.SECRET);
    properties.put("fulfillment.poll", poll.toMillis() + "ms");
    systems.sheetIds().forEach((type, id) -> properties.put("smartsheet.sheet." + type, id));
    return properties;
  }

  private static void store(Map<String, String> properties, Path file) {
    List<String> lines = new ArrayList<>();
    lines.add("# The hub of this sandbox; its credentials open the simulators alone.");
    properties.forEach((key, value) -> lines.add(key + "=" + value));
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }
}
