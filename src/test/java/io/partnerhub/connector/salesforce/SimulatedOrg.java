package io.partnerhub.connector.salesforce;

import io.partnerhub.SettableClock;
import io.partnerhub.connector.salesforce.SalesforceSettings.ClientCredentials;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.Values;
import io.partnerhub.sandbox.salesforce.Org;
import io.partnerhub.sandbox.salesforce.OrgSettings;
import io.partnerhub.sandbox.salesforce.SalesforceService;
import io.partnerhub.sandbox.sim.Counters;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sandbox.sim.FaultRule;
import io.partnerhub.sandbox.sim.SimulatorServer;
import io.partnerhub.sync.Observation;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Write;
import io.partnerhub.sync.system.Checkpoint;
import io.partnerhub.sync.system.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The simulated org with the connector signed in to it over HTTP. */
final class SimulatedOrg implements AutoCloseable {

  final SettableClock clock = new SettableClock("2026-03-01T09:00:00Z");
  final Mapping mapping = PartnerMapping.mapping();
  private final SalesforceService service = new SalesforceService(OrgSettings.sandbox(), clock);
  private final SimulatorServer server = SimulatorServer.start(service, 0);
  private final ConnectedHub hub =
      new ConnectedHub(
          new ClientCredentials(
              server.baseUrl(),
              OrgSettings.sandbox().clientId(),
              OrgSettings.sandbox().clientSecret()));

  Org org() {
    return service.org();
  }

  SalesforceConnector connector() {
    return hub.connector;
  }

  OwnerTasks tasks() {
    return hub.tasks;
  }

  String create(String code, String city) {
    return org()
        .create("Account", Map.of("Name", code, "Partner_Code__c", code, "BillingCity", city));
  }

  void edit(String id, String city) {
    org().edit("Account", id, Map.of("BillingCity", city));
  }

  void seed(int count) {
    List<Map<String, ?>> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      records.add(Map.of("Name", "Partner " + i, "Partner_Code__c", "P-" + i));
    }
    org().seed("Account", records);
  }

  /** Ids of all live and deleted accounts. */
  List<String> ids() {
    return org().records("Account").stream().map(row -> row.path("Id").asText()).toList();
  }

  String cityOf(String record) {
    return org().record("Account", record).orElseThrow().path("BillingCity").textValue();
  }

  /** The next call whose path holds the pattern meets a fault. */
  void next(String method, String path, Fault fault) {
    server.faults().add(FaultRule.once(method, path, fault));
  }

  Counters.Snapshot calls() {
    return server.counters().snapshot();
  }

  Page page(Checkpoint from, String cursor) {
    return connector().changes(mapping, from, cursor, clock.instant());
  }

  /** All pages of one read. */
  Poll poll(Checkpoint from) {
    List<Observation> rows = new ArrayList<>();
    Page page = page(from, null);
    rows.addAll(page.rows());
    while (page.cursor() != null) {
      page = page(page.next(), page.cursor());
      rows.addAll(page.rows());
    }
    return new Poll(rows, page.next());
  }

  /** What one read found. */
  record Poll(List<Observation> rows, Checkpoint next) {
    List<String> ids() {
      return rows.stream().map(row -> row.id().id()).toList();
    }
  }

  Outcome write(Write write) {
    return connector().write(mapping, List.of(write)).outcomes().get(0);
  }

  static Write add(Map<String, String> values) {
    return new Write(
        1,
        Write.Action.ADD,
        NativeId.toBeCreatedIn("Account"),
        null,
        values.keySet(),
        Values.of(values));
  }

  static Write update(String id, Map<String, String> values) {
    return new Write(
        1,
        Write.Action.UPDATE,
        new NativeId("Account", id),
        null,
        values.keySet(),
        Values.of(values));
  }

  static Write delete(String id) {
    return new Write(1, Write.Action.DELETE, account(id), null, Set.of(), Values.none());
  }

  static NativeId account(String id) {
    return new NativeId("Account", id);
  }

  Instant now() {
    return clock.instant();
  }

  @Override
  public void close() {
    hub.close();
    server.close();
  }
}
