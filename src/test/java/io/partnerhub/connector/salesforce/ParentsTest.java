package io.partnerhub.connector.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.SettableClock;
import io.partnerhub.connector.salesforce.SalesforceSettings.ClientCredentials;
import io.partnerhub.mapping.DeleteRule;
import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.FieldRule;
import io.partnerhub.mapping.Kind;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Metadata;
import io.partnerhub.mapping.Placement;
import io.partnerhub.mapping.Side;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import io.partnerhub.sandbox.salesforce.OrgSettings;
import io.partnerhub.sandbox.salesforce.SalesforceService;
import io.partnerhub.sandbox.sim.SimulatorServer;
import io.partnerhub.sync.Observation;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Write;
import io.partnerhub.sync.system.Checkpoint;
import io.partnerhub.sync.system.News;
import io.partnerhub.sync.system.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** References to parents by their external ids, at the simulated org. */
class ParentsTest {

  private final SettableClock clock = new SettableClock("2026-03-01T09:00:00Z");
  private final SalesforceService service = new SalesforceService(OrgSettings.sandbox(), clock);
  private final SimulatorServer server = SimulatorServer.start(service, 0);
  private final ConnectedHub hub =
      new ConnectedHub(
          new ClientCredentials(
              server.baseUrl(),
              OrgSettings.sandbox().clientId(),
              OrgSettings.sandbox().clientSecret()));
  private final Mapping mapping = branches("Parent__r.Partner_Code__c");

  @AfterEach
  void stop() {
    hub.close();
    server.close();
  }

  /** Accounts that refer to other accounts. */
  private static Mapping branches(String path) {
    Side side =
        new Side(SystemName.SALESFORCE, new Placement.One("Account"), new DeleteRule.Ignore());
    return new Mapping(
        new RecordType("branch"),
        "v1",
        "code",
        List.of(
            field("code", Kind.TEXT, null, "Partner_Code__c"),
            field("name", Kind.TEXT, null, "Name"),
            field("partner", Kind.REFERENCE, new RecordType("partner"), path)),
        Map.of(SystemName.SALESFORCE, side));
  }

  private static Field field(String name, Kind kind, RecordType to, String nativeName) {
    return new Field(
        name,
        kind,
        false,
        20,
        false,
        0,
        new FieldRule.Latest(),
        List.of(),
        to,
        Map.of(SystemName.SALESFORCE, nativeName),
        Map.of(),
        1);
  }

  private String parent(String code) {
    return service.org().create("Account", Map.of("Name", code, "Partner_Code__c", code));
  }

  private Outcome write(Write.Action action, String id, Map<String, String> values) {
    Write write =
        new Write(1, action, new NativeId("Account", id), null, values.keySet(), Values.of(values));
    return hub.connector.write(mapping, List.of(write)).outcomes().get(0);
  }

  private String add(String code, String partner) {
    Outcome outcome =
        write(Write.Action.ADD, null, Map.of("code", code, "name", code, "partner", partner));
    return ((Outcome.Written) outcome).id().id();
  }

  private String lookup(String id) {
    return service.org().record("Account", id).orElseThrow().path("Parent__c").textValue();
  }

  private List<Observation> changes() {
    return hub.connector
        .changes(mapping, Checkpoint.start("Account"), null, clock.instant())
        .rows();
  }

  @Test
  void a_parent_is_written_and_read_by_its_external_id() {
    String parent = parent("ALFKI");

    String child = add("A1", "ALFKI");

    assertThat(lookup(child)).isEqualTo(parent);
    assertThat(changes())
        .filteredOn(row -> row.id().id().equals(child))
        .singleElement()
        .satisfies(row -> assertThat(row.values().get("partner")).isEqualTo("ALFKI"));
  }

  @Test
  void an_empty_reference_empties_the_lookup() {
    parent("ALFKI");
    String child = add("A1", "ALFKI");
    Map<String, String> empty = new HashMap<>();
    empty.put("partner", null);

    Outcome outcome = write(Write.Action.UPDATE, child, empty);

    assertThat(outcome).isInstanceOf(Outcome.Written.class);
    assertThat(lookup(child)).isNull();
  }

  @Test
  void a_parent_that_is_not_there_is_tried_again_and_is_no_fault_of_the_record() {
    Outcome outcome =
        write(Write.Action.ADD, null, Map.of("code", "A1", "name", "A1", "partner", "NOONE"));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.RetryLater.class,
            later -> assertThat(later.reason().message()).contains("NOONE"));
  }

  @Test
  void two_thousand_copies_with_their_parents_are_read_in_one_call() {
    parent("ALFKI");
    List<Map<String, ?>> records = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      records.add(Map.of("Name", "B" + i, "Partner_Code__c", "B" + i));
    }
    service.org().seed("Account", records);
    List<NativeId> ids =
        service.org().records("Account").stream()
            .map(row -> new NativeId("Account", row.path("Id").asText()))
            .limit(2_000)
            .toList();
    hub.connector.usage();
    changes();
    long before = server.counters().snapshot().total();

    List<Observation> found = hub.connector.read(mapping, ids).rows();

    assertThat(found).hasSize(2_000);
    assertThat(server.counters().snapshot().total() - before).isEqualTo(1);
  }

  @Test
  void a_deleted_copy_is_found_in_the_same_call() {
    parent("ALFKI");
    String child = add("A1", "ALFKI");
    service.org().delete("Account", child);
    long before = server.counters().snapshot().total();

    List<Observation> found =
        hub.connector.read(mapping, List.of(new NativeId("Account", child))).rows();

    assertThat(found).singleElement().matches(Observation::deleted);
    assertThat(server.counters().snapshot().total() - before).isEqualTo(1);
  }

  @Test
  void a_quiet_cycle_of_several_types_costs_one_call() {
    parent("ALFKI");
    Mapping partners = PartnerMapping.mapping();
    List<Source> sources = new ArrayList<>();
    for (Mapping each : List.of(partners, mapping)) {
      Checkpoint read =
          hub.connector.changes(each, Checkpoint.start("Account"), null, clock.instant()).next();
      sources.add(new Source(each, read));
    }
    long before = server.counters().snapshot().total();

    List<News> news = hub.connector.news(sources, clock.instant());

    assertThat(server.counters().snapshot().total() - before).isEqualTo(1);
    assertThat(news)
        .hasSize(2)
        .allSatisfy(
            each ->
                assertThat(each)
                    .isInstanceOfSatisfying(
                        News.Found.class, found -> assertThat(found.page().rows()).hasSize(1)));
  }

  @Test
  void a_path_is_described_as_the_parents_external_id() {
    Metadata.NativeField path = described("Parent__r.Partner_Code__c");

    assertThat(path.kinds()).containsExactly(Kind.REFERENCE);
    assertThat(path.unique()).isTrue();
    assertThat(path.maxLength()).isGreaterThanOrEqualTo(20);
    assertThat(path.writable()).isTrue();
  }

  @Test
  void a_path_that_leads_nowhere_says_why() {
    assertThat(described("Parnt__r.Partner_Code__c").type())
        .contains("there is no lookup Parnt__r", "Parent__r");
    assertThat(described("Parent__r.Code__c").type()).contains("Account has no field Code__c");
    assertThat(described("Parent__r.Name").type()).contains("Name of Account is no external id");
  }

  private Metadata.NativeField described(String path) {
    return hub.connector.metadata(branches(path)).get(0).fields().get(path);
  }
}
