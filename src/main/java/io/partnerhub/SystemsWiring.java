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
import io.partnerhub.step.Alert;
import io.partnerhub.step.Availability;
import io.partnerhub.step.DeriveStep;
import io.partnerhub.step.Deriving;
import io.partnerhub.step.Gathering;
import io.partnerhub.step.MappingGate;
import io.partnerhub.step.PatienceStep;
import io.partnerhub.step.PullStep;
import io.partnerhub.step.PushStep;
import io.partnerhub.step.Surroundings;
import io.partnerhub.step.TellStep;
import io.partnerhub.store.ConnectorActs;
import io.partnerhub.store.PostgresStore;
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

/** What the routes call for each system, put together and bound under the system's name. */
final class SystemsWiring {

  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
  private static final Duration LONGEST_RETRY = Duration.ofHours(1);

  private final HubConfig config;
  private final MappingSet mappings;
  private final Clock clock;
  private final Main main;
  private final PostgresStore store;
  private final Inbox inbox;
  private final Gathering gathering;
  private final Deriving deriving;
  private final List<MappingGate> gates = new ArrayList<>();
  private final List<Availability> availabilities = new ArrayList<>();

  SystemsWiring(
      HubConfig config,
      MappingSet mappings,
      Clock clock,
      Main main,
      PostgresStore store,
      Inbox inbox) {
    this.config = config;
    this.mappings = mappings;
    this.clock = clock;
    this.main = main;
    this.store = store;
    this.inbox = inbox;
    this.gathering = new Gathering(clock);
    this.deriving = new Deriving(clock);
  }

  /** One for each system that is bound. */
  List<MappingGate> gates() {
    return gates;
  }

  /** One for each system that is bound. */
  List<Availability> availabilities() {
    return availabilities;
  }

  /**
   * Binds the systems, and what derives fields from the records of them all.
   *
   * @param acts tell which systems are paused
   * @param admin gets to know the systems
   */
  void bind(List<Ranked> connectors, ConnectorActs acts, Alert alert, Administration admin) {
    Function<SystemName, Optional<String>> pause =
        system -> acts.pause(system).map(ConnectorAct::inWords);
    Listeners listeners = new Listeners(main, inbox, alert, clock);
    for (Connector connector : connectors) {
      MappingGate gate = new MappingGate(connector, mappings.filesOf(connector.system()));
      Availability availability =
          new Availability(
              connector.system(), clock, new Surroundings(alert, connector::spentUntil, pause));
      gates.add(gate);
      availabilities.add(availability);
      admin.add(connector, availability);
      main.bind(connector.system() + "-health", new ConnectorHealth(availability));
      bindSteps(connector, gate, availability);
      listeners.bind(
          capitalised(connector.system()),
          connector,
          mappings.filesOf(connector.system()).stream().map(MappingFile::mapping).toList(),
          availability);
    }
    main.bind("derive", new DeriveStep(Derive.of(store, mappings), deriving));
  }

  private void bindSteps(Connector connector, MappingGate gate, Availability availability) {
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
