package io.partnerhub;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.ops.ListenHealth;
import io.partnerhub.step.Alert;
import io.partnerhub.step.Availability;
import io.partnerhub.step.ListenStep;
import io.partnerhub.sync.system.Connector;
import io.partnerhub.sync.system.Inbox;
import io.partnerhub.sync.system.Listening;
import java.time.Clock;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;

/** Wires what systems tell by streams that the hub keeps open to the inbox and its route. */
final class Listeners {

  private final Main main;
  private final Inbox inbox;
  private final Alert alert;
  private final Clock clock;

  Listeners(Main main, Inbox inbox, Alert alert, Clock clock) {
    this.main = main;
    this.inbox = inbox;
    this.alert = alert;
    this.clock = clock;
  }

  /**
   * The bean of a system's listening route, which ends with the routes.
   *
   * @param name how beans of the system are called, such as {@code Salesforce}
   */
  void bind(String name, Connector connector, List<Mapping> mappings, Availability availability) {
    CamelContext context = main.getCamelContext();
    Waker waker = new Waker(context);
    Listening listening =
        connector.listening(mappings, inbox, () -> waker.accept(connector.system()));
    ListenStep step = new ListenStep(listening, availability, alert, clock);
    main.bind("listen" + name, step);
    main.bind(
        connector.system() + "-listening-health", new ListenHealth(connector.system(), listening));
    try {
      context.addService(step);
    } catch (Exception e) {
      throw new IllegalStateException("Listening cannot be prepared: " + e.getMessage(), e);
    }
  }
}
