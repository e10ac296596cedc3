package io.partnerhub.sandbox;

import io.partnerhub.Hub;
import io.partnerhub.HubWiring;
import io.partnerhub.config.HubConfig;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.MappingFile;
import io.partnerhub.sandbox.salesforce.Org;
import io.partnerhub.sandbox.smartsheet.Desk;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A whole hub between the two simulators, as {@code hub run} would start it. */
public final class Rig implements AutoCloseable {

  public static final String SHEET = "Partner tracker";

  private final Simulators simulators = Simulators.start(Simulators.Ports.FREE, 7);
  private final Map<String, String> environment = new HashMap<>();
  private final Path dataDir;
  private Hub hub;

  public Rig(Path dataDir) {
    this.dataDir = dataDir;
    Mapping mapping =
        MappingFile.load(
            Path.of("deploy/examples/partner-alone/partner.yaml"), Map.of("partner", "1"));
    long sheet = desk().createSheet(TrackerSheet.of(SHEET, mapping));
    set("SALESFORCE_LOGIN_URL", simulators.salesforceServer().baseUrl());
    set("SALESFORCE_AUTH", "client-credentials");
    set("SALESFORCE_CLIENT_ID", "partner-hub");
    set("SALESFORCE_CLIENT_SECRET", "sandbox-secret");
    set("SALESFORCE_POLL", "200ms");
    set("SALESFORCE_OVERLAP", "2s");
    set("SMARTSHEET_BASE_URL", simulators.smartsheetServer().baseUrl() + "/2.0");
    set("SMARTSHEET_TOKEN", Simulators.SMARTSHEET_TOKEN);
    set("SMARTSHEET_POLL", "200ms");
    set("SMARTSHEET_REQUESTS_PER_MINUTE", "60000");
    set("SMARTSHEET_SHEET_PARTNER", Long.toString(sheet));
    set("HUB_DATA_DIR", dataDir.toString());
    set("HUB_MAPPINGS_DIR", "deploy/examples/partner-alone");
    set("HUB_MANAGEMENT_PORT", "127.0.0.1:0");
    set("HUB_GRACE", "2s");
    simulators.smartsheet().controls().settings().requestsPerMinute(60_000);
  }

  public Rig set(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** What a hub in a process of its own needs to know. */
  Map<String, String> environment() {
    return Map.copyOf(environment);
  }

  public Simulators simulators() {
    return simulators;
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
    hub = HubWiring.construct(HubConfig.load(Optional.empty(), environment));
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
