package io.partnerhub;

import io.partnerhub.config.HubConfig;
import io.partnerhub.config.HubSettings;
import io.partnerhub.connector.Ranked;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.MappingFile;
import io.partnerhub.mapping.MappingSet;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.ops.ConnectorHealth;
import io.partnerhub.ops.EscalationHealth;
import io.partnerhub.step.Alert;
import io.partnerhub.step.Availability;
import io.partnerhub.step.DeriveStep;
import io.partnerhub.step.Deriving;
import io.partnerhub.step.EscalationStep;
import io.partnerhub.step.Gathering;
import io.partnerhub.step.LoggedAlert;
import io.partnerhub.step.MappingGate;
import io.partnerhub.step.PatienceStep;
import io.partnerhub.step.PullStep;
import io.partnerhub.step.PushStep;
import io.partnerhub.step.Surroundings;
import io.partnerhub.step.TellStep;
import io.partnerhub.step.ToldAlert;
import io.partnerhub.store.Alerts;
import io.partnerhub.store.ClosedLetters;
import io.partnerhub.store.ConnectorActs;
import io.partnerhub.store.Database;
import io.partnerhub.store.DoorPaths;
import io.partnerhub.store.Escalations;
import io.partnerhub.store.Figures;
import io.partnerhub.store.LedgerWeeks;
import io.partnerhub.store.PostgresInbox;
import io.partnerhub.store.PostgresStore;
import io.partnerhub.store.PostgresUsedCalls;
import io.partnerhub.sync.ConnectorAct;
import io.partnerhub.sync.held.Guard;
import io.partnerhub.sync.kin.Derive;
import io.partnerhub.sync.kin.Patience;
import io.partnerhub.sync.merge.Merge;
import io.partnerhub.sync.merge.Tolerances;
import io.partnerhub.sync.read.Ahead;
import io.partnerhub.sync.read.Cycle;
import io.partnerhub.sync.read.Hinted;
import io.partnerhub.sync.read.Intake;
import io.partnerhub.sync.read.Pull;
import io.partnerhub.sync.system.Connector;
import io.partnerhub.sync.system.Inbox;
import io.partnerhub.sync.write.Push;
import io.partnerhub.sync.write.Settle;
import io.partnerhub.sync.write.Telling;
import io.partnerhub.sync.write.Timing;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.apache.camel.main.Main;

/** Constructs a hub from its configuration: every part gets what it needs by its constructor. */
public final class HubWiring {

  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
  private static final Duration LONGEST_RETRY = Duration.ofHours(1);

  private final HubConfig config;
  private final MappingSet mappings;
  private final Clock clock;
  private final Gathering gathering;
  private final Deriving deriving;

  private HubWiring(HubConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
    this.gathering = new Gathering(clock);
    this.deriving = new Deriving(clock);
    this.mappings =
        MappingFiles.in(
            config.hub().mappingsDir(),
            config.smartsheet().sheets(),
            Connectors.systems(config)::contains);
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
    return new HubWiring(config, clock).construct();
  }

  private Hub construct() {
    Database database = HubStore.open(config);
    try {
      return construct(database);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private Hub construct(Database database) {
    PostgresStore store = new PostgresStore(database.dataSource(), clock, config.hub().id());
    store.expireAllOf(config.hub().id());
    LedgerWeeks weeks = new LedgerWeeks(database.dataSource(), clock, config.hub().ledgerKeep());
    weeks.keepUp();
    Main main = CamelSetup.main(config, mappings.systems());
    main.bind("ledgerWeeks", weeks);
    main.bind(
        "closedLetters",
        new ClosedLetters(database.dataSource(), clock, config.hub().ledgerKeep()));
    PostgresInbox inbox =
        new PostgresInbox(
            database.dataSource(), clock, config.hub().inboxMost(), config.hub().inboxOldest());
    main.bind("inbox", inbox);
    List<MappingGate> gates = new ArrayList<>();
    List<Availability> availabilities = new ArrayList<>();
    Administration admin = new Administration(config, mappings, clock);
    ConnectorActs acts = new ConnectorActs(database.dataSource(), clock);
    EscalationWays ways = new EscalationWays(config.escalation());
    Alerts alerts =
        new Alerts(database.dataSource(), clock, config.escalation().every(), ways.on());
    Alert alert = new ToldAlert(alerts, new LoggedAlert());
    Listeners listeners = new Listeners(main, inbox, alert, clock);
    Function<SystemName, Optional<String>> pause =
        system -> acts.pause(system).map(ConnectorAct::inWords);
    List<Ranked> connectors =
        Connectors.of(
            config,
            mappings,
            main,
            clock,
            system -> new PostgresUsedCalls(database.dataSource(), config.hub().id(), system),
            SmartsheetCallbacks.of(config, database, clock));
    for (Connector connector : connectors) {
      MappingGate gate = new MappingGate(connector, mappings.filesOf(connector.system()));
      Availability availability =
          new Availability(
              connector.system(), clock, new Surroundings(alert, connector::spentUntil, pause));
      gates.add(gate);
      availabilities.add(availability);
      admin.add(connector, availability);
      main.bind(connector.system() + "-health", new ConnectorHealth(availability));
      bind(main, store, inbox, connector, gate, availability);
      listeners.bind(
          capitalised(connector.system()),
          connector,
          mappings.filesOf(connector.system()).stream().map(MappingFile::mapping).toList(),
          availability);
    }
    ways.addTo(main.getCamelContext());
    Escalations escalations =
        new Escalations(database.dataSource(), clock, config.escalation().every());
    main.bind("escalation", new EscalationStep(escalations, alerts, ways.on()));
    main.bind("escalation-health", new EscalationHealth(escalations));
    main.bind("derive", new DeriveStep(Derive.of(store, mappings), deriving));
    main.start();
    Figures figures = new Figures(database.dataSource());
    return new Hub(
        main,
        database,
        gates,
        availabilities,
        figures,
        new SystemsDoor(config, clock)
            .make(new DoorPaths(database.dataSource(), clock), inbox, main.getCamelContext()),
        admin.door(database, store, figures, escalations, acts, main.getCamelContext()),
        admin.jobs(),
        new Drain(
            main,
            config.hub().drain(),
            () -> {
              store.expireAllOf(config.hub().id());
              connectors.forEach(Ranked::settle);
            }));
  }

  private void bind(
      Main main,
      PostgresStore store,
      Inbox inbox,
      Connector connector,
      MappingGate gate,
      Availability availability) {
    HubSettings hub = config.hub();
    Timing timing = new Timing(LEASE, hub.grace(), FIRST_RETRY, LONGEST_RETRY, hub.giveUpAfter());
    Tolerances tolerances = new Tolerances(hub.clockTolerance(), config.salesforce().overlap());
    Guard guard = new Guard(hub.guardShare(), hub.guardCopies(), hub.guardWithin());
    List<Pull> pulls = new ArrayList<>();
    Map<RecordType, Push> pushes = new LinkedHashMap<>();
    List<Patience> patiences = new ArrayList<>();
    List<Telling> tellings = new ArrayList<>();
    for (MappingFile file : mappings.filesOf(connector.system())) {
      Mapping mapping = file.mapping();
      Merge merge = new Merge(mapping, tolerances);
      Intake intake = new Intake(store, mapping, merge, guard);
      Pull pull = new Pull(store, mapping, connector, intake, merge, Ahead.IN_BACKGROUND);
      Settle settle = new Settle(store, mapping, merge, timing);
      pulls.add(pull);
      pushes.put(
          mapping.type(),
          new Push(store, mapping, connector, intake, pull, settle, timing, Ahead.IN_BACKGROUND));
      tellings.add(new Telling(store, mapping, connector, intake, pull, timing));
      patiences.add(
          new Patience(store, mapping, connector.system(), config.hub().parentPatience()));
    }
    String name = capitalised(connector.system());
    Cycle cycle = new Cycle(store, connector, pulls);
    main.bind(
        "pull" + name,
        new PullStep(
            cycle,
            new Hinted(
                inbox, connector, pulls, clock, rest -> LockSupport.parkNanos(rest.toNanos())),
            pulls,
            gate,
            availability,
            gathering,
            config.hub().grace()));
    main.bind("patience" + name, new PatienceStep(connector.system(), patiences));
    main.bind("tell" + name, new TellStep(tellings, availability));
    main.bind("push" + name, new PushStep(store, pushes, availability, gathering, deriving));
  }

  private static String capitalised(SystemName system) {
    return Character.toUpperCase(system.value().charAt(0)) + system.value().substring(1);
  }
}
