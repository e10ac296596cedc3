package io.partnerhub.sandbox.bench.world;

import io.partnerhub.cli.HubHome;
import io.partnerhub.sandbox.Simulators;
import io.partnerhub.sandbox.fulfillment.ClientSettings;
import io.partnerhub.sandbox.salesforce.OrgSettings;
import io.partnerhub.sandbox.sim.SimulatorServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a hub needs to run against a world: its configuration and its mapping. */
public final class HubFiles {

  /** No limit of the hub's own slows it down: the simulated service has none either. */
  private static final int REQUESTS_PER_MINUTE = 1_000_000;

  static final String POLL = "1s";
  private static final String NOT_NOW = "1h";

  private HubFiles() {}

  /** Writes them; gives the configuration. */
  public static Path write(World world, Path directory) throws IOException {
    Path mappings = Files.createDirectories(directory.resolve("mappings"));
    BenchMapping.write(world.size(), mappings.resolve("partner.yaml"));
    Map<String, Object> settings =
        settings(world.salesforce(), world.smartsheet(), directory, mappings);
    settings.putAll(sheets("partner", world.sheets()));
    return write(settings, directory);
  }

  /** The same for all record types. */
  public static Path write(ThreeWorld world, Path directory) throws IOException {
    return write(world, directory, Map.of());
  }

  /**
   * The same with more settings.
   *
   * @param more by their keys
   */
  public static Path write(ThreeWorld world, Path directory, Map<String, Object> more)
      throws IOException {
    Path mappings = Files.createDirectories(directory.resolve("mappings"));
    ThreeMappings.write(world.size(), mappings);
    Map<String, Object> settings =
        settings(world.salesforce(), world.smartsheet(), directory, mappings);
    settings.put("fulfillment.base-url", world.fulfillmentUrl());
    settings.put("fulfillment.token", ClientSettings.sandbox().token());
    settings.put("fulfillment.poll", POLL);
    settings.put("fulfillment.requests-per-minute", REQUESTS_PER_MINUTE);
    world.sheets().forEach((type, sheets) -> settings.putAll(sheets(type, sheets)));
    settings.putAll(more);
    return write(settings, directory);
  }

  private static Path write(Map<String, Object> settings, Path directory) throws IOException {
    String text =
        settings.entrySet().stream()
            .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
            .collect(Collectors.joining());
    return Files.writeString(directory.resolve("hub.properties"), text);
  }

  private static Map<String, Object> settings(
      SimulatorServer salesforce, SimulatorServer smartsheet, Path directory, Path mappings) {
    OrgSettings org = OrgSettings.sandbox();
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("hub.id", "bench");
    settings.put("hub.guard.share", 100); // a bench changes more at once than people do
    settings.put("hub.guard.rows", 1_000_000_000);
    settings.put("hub.data-dir", directory.resolve("data"));
    settings.put("hub.routes-dir", HubHome.directory().resolve("routes"));
    settings.put("hub.mappings-dir", mappings);
    settings.put("hub.http.port", "127.0.0.1:0");
    settings.put("hub.management.port", "127.0.0.1:0");
    settings.put("salesforce.login-url", salesforce.baseUrl());
    settings.put("salesforce.client-id", org.clientId());
    settings.put("salesforce.client-secret", org.clientSecret());
    settings.put("salesforce.poll", POLL);
    settings.put("salesforce.second-pass", NOT_NOW);
    settings.put("salesforce.daily-calls", 1_000_000);
    settings.put("smartsheet.base-url", smartsheet.baseUrl() + "/2.0");
    settings.put("smartsheet.token", Simulators.SMARTSHEET_TOKEN);
    settings.put("smartsheet.poll", POLL);
    settings.put("smartsheet.sweep", NOT_NOW);
    settings.put("smartsheet.requests-per-minute", REQUESTS_PER_MINUTE);
    return settings;
  }

  private static Map<String, Object> sheets(String type, List<String> ids) {
    Map<String, Object> settings = new LinkedHashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      settings.put("smartsheet.sheet." + BenchMapping.key(type, ids.size(), i), ids.get(i));
    }
    return settings;
  }
}
