package io.partnerhub;

import io.partnerhub.config.ChangeEventSettings;
import io.partnerhub.config.ConfigFaults;
import io.partnerhub.config.FulfillmentSettings;
import io.partnerhub.config.HubConfig;
import io.partnerhub.config.Secret;
import io.partnerhub.connector.Pace;
import io.partnerhub.connector.Ranked;
import io.partnerhub.connector.fulfillment.FulfillmentConnector;
import io.partnerhub.connector.salesforce.EventSettings;
import io.partnerhub.connector.salesforce.SalesforceComponents;
import io.partnerhub.connector.salesforce.SalesforceConnector;
import io.partnerhub.connector.salesforce.SalesforceSettings;
import io.partnerhub.connector.salesforce.event.EventServer;
import io.partnerhub.connector.smartsheet.Callbacks;
import io.partnerhub.connector.smartsheet.SmartsheetConnector;
import io.partnerhub.connector.smartsheet.SmartsheetSettings;
import io.partnerhub.intake.Doorkeeper;
import io.partnerhub.mapping.MappingSet;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.system.Connector;
import io.partnerhub.sync.system.UsedCalls;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.main.Main;

/** The systems that the hub keeps in step, made from its configuration. */
final class Connectors {

  private Connectors() {}

  /**
   * Their connectors.
   *
   * @param mappings name systems, all of which the configuration connects to
   * @param used where each system's used calls are kept
   * @param callbacks how Smartsheet is to call the hub; empty where it is not
   */
  static List<Ranked> of(
      HubConfig config,
      MappingSet mappings,
      Main main,
      Clock clock,
      Function<SystemName, UsedCalls> used,
      Optional<Callbacks> callbacks) {
    Set<SystemName> systems = mappings.systems();
    List<Ranked> connectors = new ArrayList<>();
    if (systems.contains(SystemName.SALESFORCE)) {
      SalesforceConnector connector = salesforce(config, main, clock);
      connectors.add(ranked(connector, connector.pace(), used));
    }
    if (systems.contains(SystemName.SMARTSHEET)) {
      SmartsheetConnector connector = smartsheet(config, mappings, main, clock, callbacks);
      connectors.add(ranked(connector, connector.pace(), used));
    }
    if (systems.contains(SystemName.FULFILLMENT)) {
      FulfillmentConnector connector = fulfillment(config, main, clock);
      connectors.add(ranked(connector, connector.pace(), used));
    }
    return connectors;
  }

  private static Ranked ranked(
      Connector connector, Pace pace, Function<SystemName, UsedCalls> used) {
    return new Ranked(connector, pace.remembering(used.apply(connector.system())));
  }

  /** The systems that the configuration connects to. */
  static Set<SystemName> systems(HubConfig config) {
    Set<SystemName> systems = new TreeSet<>(Set.of(SystemName.SALESFORCE, SystemName.SMARTSHEET));
    if (config.fulfillment().isPresent()) {
      systems.add(SystemName.FULFILLMENT);
    }
    return systems;
  }

  private static SalesforceConnector salesforce(HubConfig config, Main main, Clock clock) {
    CamelContext context = main.getCamelContext();
    io.partnerhub.config.SalesforceSettings set = config.salesforce();
    SalesforceSettings settings =
        new SalesforceSettings(
            login(set),
            set.apiVersion(),
            set.overlap(),
            SalesforceSettings.DEFAULT_SECOND_PASS,
            SalesforceSettings.DEFAULT_REQUEST_TIMEOUT,
            new SalesforceSettings.Share(set.dailyCalls(), set.peopleReserve()));
    SalesforceComponent component = SalesforceComponents.create(settings);
    context.addComponent("salesforce", component);
    SalesforceConnector connector =
        new SalesforceConnector(
            settings,
            component,
            context.createProducerTemplate(),
            clock,
            set.events().map(Connectors::events));
    main.bind("ownerTasks", connector.ownerTasks());
    if (set.outboundMessages()) {
      main.bind("outboundMessages", connector.outboundMessages());
    }
    return connector;
  }

  private static EventSettings events(ChangeEventSettings set) {
    EventServer server = new EventServer(set.server().host(), set.server().port());
    return new EventSettings(server, set.silence(), set.retry());
  }

  private static SalesforceSettings.Login login(io.partnerhub.config.SalesforceSettings set) {
    if (set.login() instanceof io.partnerhub.config.SalesforceSettings.Jwt jwt) {
      return new SalesforceSettings.JwtBearer(
          set.loginUrl().toString(),
          set.clientId(),
          jwt.username(),
          jwt.keystore(),
          jwt.keystorePassword().value());
    }
    io.partnerhub.config.SalesforceSettings.ClientCredentials credentials =
        (io.partnerhub.config.SalesforceSettings.ClientCredentials) set.login();
    return new SalesforceSettings.ClientCredentials(
        set.loginUrl().toString(), set.clientId(), credentials.clientSecret().value());
  }

  private static SmartsheetConnector smartsheet(
      HubConfig config,
      MappingSet mappings,
      Main main,
      Clock clock,
      Optional<Callbacks> callbacks) {
    SmartsheetConnector connector =
        new SmartsheetConnector(
            smartsheet(config),
            main.getCamelContext().createProducerTemplate(),
            clock,
            callbacks,
            mappings::unfit);
    connector.doorkeeper().ifPresent(keeper -> main.bind("smartsheetCallbacks", keeper));
    main.bind("smartsheetConnector", connector);
    return connector;
  }

  /**
   * How to reach Smartsheet.
   *
   * @throws ConfigFaults when its connector cannot work with a value
   */
  static SmartsheetSettings smartsheet(HubConfig config) {
    io.partnerhub.config.SmartsheetSettings set = config.smartsheet();
    try {
      return SmartsheetSettings.usual(
          set.baseUrl().toString(),
          set.token().value(),
          set.requestsPerMinute(),
          config.hub().id());
    } catch (IllegalArgumentException e) {
      throw new ConfigFaults(List.of(e.getMessage()));
    }
  }

  private static FulfillmentConnector fulfillment(HubConfig config, Main main, Clock clock) {
    Path mappings = config.hub().mappingsDir();
    FulfillmentSettings set = config.fulfillment().orElseThrow();
    FulfillmentConnector connector =
        FulfillmentSystem.connector(
            set, config.hub().id(), mappings, main.getCamelContext(), clock);
    set.webhookSecret()
        .ifPresent(secret -> main.bind("fulfillmentCalls", doorkeeper(connector, secret)));
    return connector;
  }

  private static Doorkeeper doorkeeper(FulfillmentConnector connector, Secret secret) {
    try {
      return connector.doorkeeper(secret.value());
    } catch (IllegalArgumentException e) {
      throw new ConfigFaults(List.of(e.getMessage()));
    }
  }
}
