package io.partnerhub;

import io.partnerhub.config.FulfillmentSettings;
import io.partnerhub.config.HubConfig;
import io.partnerhub.config.JmxSettings;
import io.partnerhub.config.JolokiaSettings;
import io.partnerhub.config.SalesforceSettings.Jwt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files that a configuration names beside mappings and routes: users and keystores. */
final class NamedFiles {

  private final HubConfig config;
  private final List<Runnable> checks = new ArrayList<>();

  private NamedFiles(HubConfig config) {
    this.config = config;
  }

  /**
   * Each throws {@link io.partnerhub.config.ConfigFaults} where its file cannot be used; one that
   * nothing needs today counts, too.
   */
  static List<Runnable> checks(HubConfig config) {
    NamedFiles files = new NamedFiles(config);
    files.checkDoors();
    files.checkSystems();
    return files.checks;
  }

  private void checkDoors() {
    config
        .jmx()
        .map(JmxSettings::passwordFile)
        .or(() -> config.jolokia().map(JolokiaSettings::passwordFile))
        .ifPresent(file -> checks.add(() -> RemoteJmx.users(file)));
    config
        .jmx()
        .flatMap(JmxSettings::tls)
        .ifPresent(tls -> checks.add(RemoteJmx.keystore(tls)::requireKey));
    config
        .hub()
        .http()
        .keystore()
        .ifPresent(keystore -> checks.add(SystemsDoor.keystore(keystore)::requireKey));
  }

  private void checkSystems() {
    if (config.salesforce().login() instanceof Jwt jwt) {
      checks.add(
          new KeystoreFile("salesforce.keystore", jwt.keystore(), jwt.keystorePassword())
              ::requireOneKey);
    }
    Optional<FulfillmentSettings> fulfillment = config.fulfillment();
    fulfillment
        .flatMap(FulfillmentSettings::keystore)
        .map(set -> new KeystoreFile("fulfillment.keystore", set.file(), set.password()))
        .ifPresent(keystore -> checks.add(keystore::requireKey));
    fulfillment
        .flatMap(FulfillmentSettings::truststore)
        .map(set -> new KeystoreFile("fulfillment.truststore", set.file(), set.password()))
        .ifPresent(truststore -> checks.add(truststore::requireCertificate));
  }
}
