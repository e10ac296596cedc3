package io.partnerhub.sandbox;

import static io.partnerhub.model.SystemName.FULFILLMENT;
import static io.partnerhub.model.SystemName.SALESFORCE;
import static java.util.Locale.ROOT;

import io.partnerhub.Hub;
import io.partnerhub.HubWiring;
import io.partnerhub.cli.HubHome;
import io.partnerhub.config.HubConfig;
import io.partnerhub.mapping.MappingFile;
import io.partnerhub.mapping.MappingSet;
import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.demo.world.Systems;
import io.partnerhub.sandbox.fulfillment.ClientSettings;
import io.partnerhub.sandbox.salesforce.Org;
import io.partnerhub.sandbox.sim.SimulatorServer;
import io.partnerhub.sandbox.smartsheet.Desk;
import io.partnerhub.store.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A whole hub between the simulators, as {@code hub run} would start it. */
public final class Rig implements AutoCloseable {

  public static final String SHEET = "Partner tracker";

  private final Simulators simulators;
  private final Map<String, String> environment = new HashMap<>();
  private final Path dataDir;
  private final Systems systems;
  private Hub hub;

  /** With partners alone, in Salesforce and their tracker. */
  public Rig(Path dataDir) {
    this(dataDir, Path.of("deploy/examples/partner-alone"));
  }

  /** With an empty tracker for each mapping. */
  public Rig(Path dataDir, Path mappingsDir) {
    this(dataDir, mappingsDir, Clock.systemUTC());
  }

  /** The same, with systems that go by another clock. */
  public Rig(Path dataDir, Path mappingsDir, Clock clock) {
    this.dataDir = dataDir;
    simulators = Simulators.start(Simulators.Ports.FREE, 7, clock);
    systems = Systems.of(simulators, layouts(mappingsDir));
    set("SALESFORCE_LOGIN_URL", simulators.salesforceServer().baseUrl());
    set("SALESFORCE_AUTH", "client-credentials");
    set("SALESFORCE_CLIENT_ID", "partner-hub");
    set("SALESFORCE_CLIENT_SECRET", "sandbox-secret");
    set("SALESFORCE_POLL", "200ms");
    set("SALESFORCE_OVERLAP", "2s");
    set("SALESFORCE_DAILY_CALLS", "1000000");
    set("SMARTSHEET_BASE_URL", simulators.smartsheetServer().baseUrl() + "/2.0");
    set("SMARTSHEET_TOKEN", Simulators.SMARTSHEET_TOKEN);
    set("SMARTSHEET_POLL", "200ms");
    set("SMARTSHEET_REQUESTS_PER_MINUTE", "60000");
    systems.sheetIds().forEach((t, id) -> set("SMARTSHEET_SHEET_" + t.toUpperCase(ROOT), id));
    if (systems.names().contains(FULFILLMENT)) {
      set("FULFILLMENT_BASE_URL", simulators.fulfillmentUrl());
      set("FULFILLMENT_TOKEN", ClientSettings.sandbox().token());
      set("FULFILLMENT_POLL", "200ms");
      set("FULFILLMENT_REQUESTS_PER_MINUTE", "60000");
    }
    set("HUB_DATA_DIR", dataDir.toString());
    set("HUB_MAPPINGS_DIR", mappingsDir.toString());
    set("HUB_MANAGEMENT_PORT", "127.0.0.1:0");
    set("HUB_GRACE", "2s");
    simulators.smartsheet().controls().settings().requestsPerMinute(60_000);
    simulators.fulfillment().warehouse().requestsPerMinute(60_000);
  }

  /** Read before the sheets are made: the layout of a sheet does not depend on its id. */
  private static MappingSet layouts(Path mappingsDir) {
    Map<String, String> sheets = Map.of("partner", "1", "order", "1", "activation", "1");
    try (Stream<Path> files = Files.list(mappingsDir)) {
      return MappingSet.of(
          files
              .filter(f -> f.toString().matches(".*/[a-z]+\\.yaml"))
              .sorted()
              .map(f -> MappingFile.read(f, sheets))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Rig set(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /**
   * Its store is to be an embedded one in its data directory, not a database of the tests' server.
   */
  Rig withEmbeddedStore() {
    return set("STORE_URL", "embedded");
  }

  /** What a hub in a process of its own needs to know. */
  public Map<String, String> environment() {
    if (!environment.containsKey("STORE_URL")) {
      set("STORE_URL", TestServer.newStore());
      set("STORE_USER", TestServer.USER);
    }
    return Map.copyOf(environment);
  }

  public Simulators simulators() {
    return simulators;
  }

  public SimulatorServer server(SystemName system) {
    if (system.equals(FULFILLMENT)) {
      return simulators.fulfillmentServer();
    }
    return system.equals(SALESFORCE)
        ? simulators.salesforceServer()
        : simulators.smartsheetServer();
  }

  /** What the hub says is wrong with a system or a place of it; empty where nothing is. */
  Optional<String> fault(SystemName system) {
    return hub.availabilities().stream()
        .filter(a -> a.system().equals(system))
        .findFirst()
        .flatMap(a -> a.fault().or(a.impairment()::what));
  }

  /** The records of every type in every system. */
  public Systems systems() {
    return systems;
  }

  Path dataDir() {
    return dataDir;
  }

  public Org org() {
    return simulators.salesforce().org();
  }

  public Desk desk() {
    return simulators.smartsheet().desk();
  }

  public Hub hub() {
    return hub;
  }

  public Hub start() {
    hub = HubWiring.construct(HubConfig.load(HubHome.directory(), Optional.empty(), environment()));
    hub.mappingFaults(); // takes a while, in which the triggers fire for the first time
    hub.start();
    return hub;
  }

  public void stop() {
    if (hub != null) {
      hub.close();
      hub = null;
    }
  }

  @Override
  public void close() {
    stop();
    simulators.close();
  }
}
