package io.partnerhub;

import io.partnerhub.config.HubConfig;
import io.partnerhub.deadletter.BulkReplays;
import io.partnerhub.deadletter.DeadLetters;
import io.partnerhub.deadletter.Jobs;
import io.partnerhub.deadletter.StopRule;
import io.partnerhub.intake.DoorCounts;
import io.partnerhub.intake.WebhookControl;
import io.partnerhub.ledger.Accounts;
import io.partnerhub.ledger.Why;
import io.partnerhub.mapping.MappingSet;
import io.partnerhub.model.SystemName;
import io.partnerhub.ops.ConnectorControl;
import io.partnerhub.ops.ConnectorsMBean;
import io.partnerhub.ops.ConnectorsReport;
import io.partnerhub.ops.CountedCopies;
import io.partnerhub.ops.DeadLettersMBean;
import io.partnerhub.ops.HeldMBean;
import io.partnerhub.ops.StatusReport;
import io.partnerhub.ops.SyncMBean;
import io.partnerhub.ops.WebhooksMBean;
import io.partnerhub.ops.jmx.LoopbackConnector;
import io.partnerhub.ops.jmx.RemoteConnector;
import io.partnerhub.step.AskedSystems;
import io.partnerhub.step.Availability;
import io.partnerhub.store.ConnectorActs;
import io.partnerhub.store.Database;
import io.partnerhub.store.Escalations;
import io.partnerhub.store.Figures;
import io.partnerhub.store.MappedSystems;
import io.partnerhub.store.Outage;
import io.partnerhub.store.PostgresJobBook;
import io.partnerhub.store.PostgresLedger;
import io.partnerhub.store.PostgresPasts;
import io.partnerhub.store.PostgresQueue;
import io.partnerhub.sync.held.Held;
import io.partnerhub.sync.letter.Mending;
import io.partnerhub.sync.store.Store;
import io.partnerhub.sync.system.Connector;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;

/** What administrators see and do, put together from a hub's parts. */
final class Administration {

  private final HubConfig config;
  private final MappingSet mappings;
  private final Clock clock;
  private final Optional<RemoteConnector> remote;
  private final List<StatusReport.OneSystem> systems = new ArrayList<>();
  private final AskedSystems asked = new AskedSystems();
  private Jobs jobs;

  Administration(HubConfig config, MappingSet mappings, Clock clock) {
    this.config = config;
    this.mappings = mappings;
    this.clock = clock;
    this.remote = config.jmx().map(RemoteJmx::of);
  }

  void add(Connector connector, Availability availability) {
    Optional<Long> share =
        connector.system().equals(SystemName.SALESFORCE)
            ? Optional.of((long) config.salesforce().dailyCalls())
            : Optional.empty();
    systems.add(new StatusReport.OneSystem(connector, availability, share));
    asked.add(connector, availability);
  }

  /** What runs beside the routes for as long as the hub does; null before there is a door. */
  Jobs jobs() {
    return jobs;
  }

  /** The way in for commands; closed yet. */
  LoopbackConnector door(
      Database database,
      Store store,
      Figures figures,
      Escalations escalations,
      ConnectorActs acts,
      CamelContext context) {
    MappedSystems mapped = MappedSystems.of(mappings.mappings());
    Why why = new Why(new PostgresLedger(database.dataSource(), mapped), mappings);
    PostgresQueue queue = new PostgresQueue(database.dataSource());
    Mending mending = new Mending(store, mappings, asked);
    DeadLetters letters = new DeadLetters(queue, mending, mappings, clock);
    StopRule stopRule =
        new StopRule(config.hub().replayStopShare(), config.hub().replayStopAfter());
    jobs = new Jobs(new PostgresJobBook(database.dataSource()), queue, clock);
    BulkReplays bulk = new BulkReplays(letters, queue, mending, jobs, stopRule, clock);
    CountedCopies counted = new CountedCopies(figures::counts, clock);
    StatusReport status =
        new StatusReport(
            config.hub().id(),
            systems,
            mappings.mappings(),
            counted,
            letters,
            escalations,
            context.getRegistry().findSingleByType(DoorCounts.class));
    Accounts accounts =
        new Accounts(new PostgresPasts(database.dataSource(), mapped), mappings.mappings());
    Map<String, Object> beans = new HashMap<>();
    context
        .getRegistry()
        .findByType(WebhookControl.class)
        .forEach(webhooks -> beans.put(WebhooksMBean.TYPE, new WebhooksMBean(webhooks, acts)));
    beans.putAll(
        Map.of(
            SyncMBean.TYPE,
            new SyncMBean(status, why, accounts, clock),
            HeldMBean.TYPE,
            new HeldMBean(new Held(store, mappings), why, mappings),
            ConnectorsMBean.TYPE,
            new ConnectorsMBean(
                new ConnectorsReport(clock, systems, counted),
                new ConnectorControl(
                    systems.stream().map(StatusReport.OneSystem::availability).toList(),
                    acts,
                    new PollNow(context)),
                acts),
            DeadLettersMBean.TYPE,
            new DeadLettersMBean(letters, bulk, clock)));
    return new LoopbackConnector(config.hub().dataDir(), beans, Outage::isCauseOf, remote);
  }
}
