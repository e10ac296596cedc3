package io.partnerhub;

import io.partnerhub.config.HubConfig;
import io.partnerhub.connector.Ranked;
import io.partnerhub.mapping.MappingSet;
import io.partnerhub.ops.EscalationHealth;
import io.partnerhub.step.EscalationStep;
import io.partnerhub.step.LoggedAlert;
import io.partnerhub.step.ToldAlert;
import io.partnerhub.store.Alerts;
import io.partnerhub.store.ClosedLetters;
import io.partnerhub.store.ConnectorActs;
import io.partnerhub.store.Database;
import io.partnerhub.store.DoorPaths;
import io.partnerhub.store.Escalations;
import io.partnerhub.store.Figures;
import io.partnerhub.store.LedgerWeeks;
import io.partnerhub.store.MappedSystems;
import io.partnerhub.store.PostgresInbox;
import io.partnerhub.store.PostgresStore;
import io.partnerhub.store.PostgresUsedCalls;
import io.partnerhub.sync.store.Joining;
import io.partnerhub.sync.system.Inbox;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.camel.main.Main;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Constructs a hub from its configuration: every part gets what it needs by its constructor. */
public final class HubWiring {

  private static final Logger LOG = LoggerFactory.getLogger(HubWiring.class);

  private final HubConfig config;
  private final MappingSet mappings;
  private final Clock clock;

  private HubWiring(HubConfig config, MappingSet mappings, Clock clock) {
    this.config = config;
    this.mappings = mappings;
    this.clock = clock;
  }

  /**
   * A hub that is ready to be started: its store is open, its routes wait.
   *
   * @throws io.partnerhub.mapping.MappingFaults with every fault of every mapping file
   */
  public static Hub construct(HubConfig config) {
    return construct(config, Clock.systemUTC());
  }

  /** The same by another clock. */
  static Hub construct(HubConfig config, Clock clock) {
    MappingSet mappings =
        MappingFiles.in(
            config.hub().mappingsDir(),
            config.smartsheet().sheets(),
            Connectors.systems(config)::contains);
    return new HubWiring(config, mappings, clock).construct();
  }

  /** One of mappings that were read already. */
  static Hub construct(HubConfig config, MappingSet mappings) {
    return new HubWiring(config, mappings, Clock.systemUTC()).construct();
  }

  /** Camel is set up while PostgreSQL starts, which takes longer, and another process. */
  private Hub construct() {
    ManagementPort.require(config.hub().management());
    CompletableFuture<Main> camel =
        CompletableFuture.supplyAsync(() -> CamelSetup.main(config, mappings.systems()));
    Database database = HubStore.open(config);
    try {
      return construct(database, whenSetUp(camel));
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static Main whenSetUp(CompletableFuture<Main> camel) {
    try {
      return camel.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException fault ? fault : e;
    }
  }

  private Hub construct(Database database, Main main) {
    MappedSystems mapped = MappedSystems.of(mappings.mappings());
    PostgresStore store =
        new PostgresStore(database.dataSource(), clock, config.hub().id(), mapped);
    store.expireAllOf(config.hub().id());
    MappingSet known = MappedFields.settle(store, mappings);
    Joining.of(store, known.mappings()).forEach(HubWiring::tell);
    bindHousekeeping(main, database);
    Inbox inbox = bindInbox(main, database);
    EscalationWays ways = new EscalationWays(config.escalation());
    Alerts alerts =
        new Alerts(database.dataSource(), clock, config.escalation().every(), ways.on());
    ConnectorActs acts = new ConnectorActs(database.dataSource(), clock);
    List<Ranked> connectors = connectors(main, database);
    Administration admin = new Administration(config, known, clock);
    SystemsWiring systems = new SystemsWiring(config, known, clock, main, store, inbox);
    systems.bind(connectors, acts, new ToldAlert(alerts, new LoggedAlert()), admin);
    Escalations escalations = bindEscalation(main, database, ways, alerts);
    main.start();
    Figures figures = new Figures(database.dataSource());
    return new Hub(
        main,
        database,
        systems.gates(),
        systems.availabilities(),
        figures,
        new SystemsDoor(config, clock)
            .make(new DoorPaths(database.dataSource(), clock), inbox, main.getCamelContext()),
        admin.door(database, store, figures, escalations, acts, main.getCamelContext()),
        admin.jobs(),
        drain(main, store, connectors));
  }

  private static void tell(Joining.Joined joined) {
    joined.left().forEach(s -> LOG.info("The mapping of {} names {} no more", joined.type(), s));
    joined.to().forEach(s -> LOG.info("The mapping of {} names {} anew", joined.type(), s));
    if (joined.records() > 0) {
      LOG.info("{} records of {} go there once all was read", joined.records(), joined.type());
    }
  }

  private void bindHousekeeping(Main main, Database database) {
    Duration keep = config.hub().ledgerKeep();
    LedgerWeeks weeks = new LedgerWeeks(database.dataSource(), clock, keep);
    weeks.keepUp();
    main.bind("ledgerWeeks", weeks);
    main.bind("closedLetters", new ClosedLetters(database.dataSource(), clock, keep));
  }

  private Inbox bindInbox(Main main, Database database) {
    PostgresInbox inbox =
        new PostgresInbox(
            database.dataSource(), clock, config.hub().inboxMost(), config.hub().inboxOldest());
    main.bind("inbox", inbox);
    return inbox;
  }

  private List<Ranked> connectors(Main main, Database database) {
    return Connectors.of(
        config,
        mappings,
        main,
        clock,
        system -> new PostgresUsedCalls(database.dataSource(), config.hub().id(), system),
        SmartsheetCallbacks.of(config, database, clock));
  }

  private Escalations bindEscalation(
      Main main, Database database, EscalationWays ways, Alerts alerts) {
    ways.addTo(main.getCamelContext());
    Escalations escalations =
        new Escalations(database.dataSource(), clock, config.escalation().every());
    main.bind("escalation", new EscalationStep(escalations, alerts, ways.on()));
    main.bind("escalation-health", new EscalationHealth(escalations));
    return escalations;
  }

  private Drain drain(Main main, PostgresStore store, List<Ranked> connectors) {
    return new Drain(
        main,
        config.hub().drain(),
        () -> {
          store.expireAllOf(config.hub().id());
          connectors.forEach(Ranked::settle);
        });
  }
}
