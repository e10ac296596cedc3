package io.partnerhub;

import io.partnerhub.config.HubConfig;
import io.partnerhub.config.JolokiaSettings;
import io.partnerhub.config.Schedule;
import io.partnerhub.intake.Door;
import io.partnerhub.model.SystemName;
import io.partnerhub.ops.jolokia.JolokiaDoor;
import io.partnerhub.ops.jolokia.JolokiaPlugin;
import java.util.Set;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;

/** Camel's own settings: those under which no route loses data, and where the routes are. */
final class CamelSetup {

  /**
   * Milliseconds after which a queue's consumer looks whether it is to stop, or may start: a stop
   * waits for one consumer after the other, by Camel's default for up to a second each.
   */
  private static final String SEDA_WAIT = "50";

  private CamelSetup() {}

  /**
   * Camel with the routes of these systems; those of others are left out, since their endpoints and
   * beans are not there.
   */
  static Main main(HubConfig config, Set<SystemName> systems) {
    Main main = new Main();
    // The hub drains by itself: a second hook beside its own would end the routes under it.
    main.setShutdownStrategy(new SimpleMainShutdownStrategy());
    main.configure()
        .withName(config.hub().id())
        .withRoutesIncludePattern(routes(config, systems))
        // The routes start once the mappings were checked; the endpoints are needed for that.
        .withAutoStartup(false)
        // Calls under way may end; what they wrote is settled by reading otherwise.
        .withShutdownTimeout((int) Math.max(1, config.hub().drain().toSeconds()))
        .withAllowUseOriginalMessage(false)
        .withAutoConfigurationLogSummary(false);
    main.bind("vertx", Door.fileless()); // Camel's server takes the only one that it finds
    main.configure()
        .httpManagementServer()
        .withEnabled(true)
        .withHost(config.hub().management().host())
        .withPort(config.hub().management().port())
        .withHealthCheckEnabled(true);
    main.addInitialProperty("camel.component.seda.default-poll-timeout", SEDA_WAIT);
    config.jolokia().ifPresent(settings -> jolokia(main, settings));
    trigger(main, "salesforce.poll", config.salesforce().poll());
    trigger(main, "salesforce.second-pass", config.salesforce().secondPass());
    trigger(main, "smartsheet.poll", config.smartsheet().poll());
    trigger(main, "smartsheet.sweep", config.smartsheet().sweep());
    new EscalationWays(config.escalation()).properties().forEach(main::addInitialProperty);
    config.fulfillment().ifPresent(f -> trigger(main, "fulfillment.poll", f.poll()));
    main.init();
    return main;
  }

  /**
   * The files of the routes, as Camel takes them.
   *
   * @throws io.partnerhub.cli.CommandFailure when there are none
   */
  static String routes(HubConfig config, Set<SystemName> systems) {
    return RouteFiles.of(config.hub().routesDir(), systems);
  }

  private static void jolokia(Main main, JolokiaSettings settings) {
    main.configure()
        .httpManagementServer()
        .withJolokiaEnabled(true)
        .withJolokiaPath(JolokiaPlugin.PATH);
    main.bind(
        JolokiaPlugin.ID,
        new JolokiaPlugin(
            new JolokiaDoor(RemoteJmx.users(settings.passwordFile()), settings.local())));
  }

  private static void trigger(Main main, String key, Schedule schedule) {
    main.addInitialProperty("trigger." + key, schedule.quartzParameters());
  }
}
