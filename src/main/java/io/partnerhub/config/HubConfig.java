package io.partnerhub.config;

import io.partnerhub.mapping.NearestName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that an operator sets. Its text form shows no secret. */
public record HubConfig(
    HubSettings hub,
    Optional<JmxSettings> jmx,
    Optional<JolokiaSettings> jolokia,
    StoreSettings store,
    SalesforceSettings salesforce,
    SmartsheetSettings smartsheet,
    Optional<FulfillmentSettings> fulfillment,
    EscalationSettings escalation) {

  /**
   * Reads the configuration.
   *
   * @param home the hub's directory, where relative paths begin
   * @param file a properties file; nothing when all is set by the environment
   * @param environment overrides the file: {@code SALESFORCE_LOGIN_URL} sets {@code
   *     salesforce.login-url}
   * @throws ConfigFaults with every fault at once
   */
  public static HubConfig load(Path home, Optional<Path> file, Map<String, String> environment) {
    List<String> faults = new ArrayList<>();
    Map<String, Setting> set =
        file.map(path -> PropertiesFile.read(path, faults)).orElseGet(Map::of);
    refuseUnknown(set, faults);
    Settings settings = Settings.of(set, environment);
    Map<String, Setting> secrets = new SecretFiles(home, faults).read(settings);
    ConfigReader reader = new ConfigReader(home, settings.with(secrets), faults);
    HubConfig config =
        new HubConfig(
            HubSettings.from(reader),
            JmxSettings.from(reader),
            JolokiaSettings.from(reader),
            StoreSettings.from(reader),
            SalesforceSettings.from(reader),
            SmartsheetSettings.from(reader),
            FulfillmentSettings.from(reader),
            EscalationSettings.from(reader, faults));
    if (!faults.isEmpty()) {
      throw new ConfigFaults(faults);
    }
    return config;
  }

  /**
   * The hub's data directory alone, whatever else is set or missing.
   *
   * @param home where a relative path begins
   * @throws ConfigFaults where the file cannot be read
   */
  public static Path dataDir(Path home, Optional<Path> file, Map<String, String> environment) {
    List<String> faults = new ArrayList<>();
    Map<String, Setting> set =
        file.map(path -> PropertiesFile.read(path, faults)).orElseGet(Map::of);
    Path dataDir =
        new ConfigReader(home, Settings.of(set, environment), faults).read(HubKeys.DATA_DIR);
    if (!faults.isEmpty()) {
      throw new ConfigFaults(faults);
    }
    return dataDir;
  }

  /**
   * The directory of the mapping files alone; what else is wrong is told by {@link #load}.
   *
   * @throws ConfigFaults where the file cannot be read
   */
  public static Path mappingsDir(Path home, Path file, Map<String, String> environment) {
    return alone(home, file, environment).read(HubKeys.MAPPINGS_DIR);
  }

  /**
   * The ids of the sheets alone; what else is wrong is told by {@link #load}.
   *
   * @throws ConfigFaults where the file cannot be read
   */
  public static Map<String, String> sheets(Path home, Path file, Map<String, String> environment) {
    return alone(home, file, environment).sheets();
  }

  private static ConfigReader alone(Path home, Path file, Map<String, String> environment) {
    List<String> untold = new ArrayList<>();
    return new ConfigReader(
        home, Settings.of(PropertiesFile.read(file, untold), environment), untold);
  }

  private static void refuseUnknown(Map<String, Setting> set, List<String> faults) {
    List<String> known = new ArrayList<>();
    for (Key<?> key : Keys.ALL) {
      known.add(key.name());
      if (key.isSecret()) {
        known.add(key.fileName());
      }
    }
    set.forEach(
        (key, setting) -> {
          if (!known.contains(key) && !SheetKeys.isOne(key)) {
            faults.add(
                "%s: There is no key %s. %s".formatted(setting.source(), key, hint(key, known)));
          }
        });
  }

  private static String hint(String key, List<String> known) {
    return NearestName.of(key, known)
        .map(near -> "Did you mean " + near + "?")
        .orElse("deploy/hub.properties.example explains all keys");
  }
}
