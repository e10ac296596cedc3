package io.partnerhub.connector.salesforce;

import io.partnerhub.connector.salesforce.SalesforceSettings.ClientCredentials;
import io.partnerhub.connector.salesforce.SalesforceSettings.Share;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.impl.DefaultCamelContext;

/** A Camel context with the connector in it, as the hub makes it. */
final class ConnectedHub implements AutoCloseable {

  static final Duration OVERLAP = Duration.ofMinutes(2);

  private final CamelContext context = new DefaultCamelContext();
  final SalesforceComponent component;
  final SalesforceConnector connector;
  final OwnerTasks tasks;

  ConnectedHub(SalesforceSettings.Login login) {
    this(login, Duration.ofSeconds(20));
  }

  ConnectedHub(SalesforceSettings.Login login, Duration requestTimeout) {
    this(login, requestTimeout, Share.USUAL, Clock.systemUTC());
  }

  ConnectedHub(SalesforceSettings.Login login, Duration requestTimeout, Share share, Clock clock) {
    SalesforceSettings settings =
        new SalesforceSettings(login, "66.0", OVERLAP, Duration.ofHours(1), requestTimeout, share);
    component = SalesforceComponents.create(settings);
    context.addComponent("salesforce", component);
    context.start();
    connector =
        new SalesforceConnector(
            settings, component, context.createProducerTemplate(), clock, Optional.empty());
    tasks = connector.ownerTasks();
  }

  static ConnectedHub to(String url) {
    return new ConnectedHub(new ClientCredentials(url, "client", "hidden-secret"));
  }

  @Override
  public void close() {
    context.stop();
  }
}
