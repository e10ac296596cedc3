package io.partnerhub.connector.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.SettableClock;
import io.partnerhub.connector.fulfillment.FulfillmentSettings.Bearer;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.MappingFile;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.Values;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sandbox.sim.FaultRule;
import io.partnerhub.sandbox.sim.SimulatorServer;
import io.partnerhub.sync.Observation;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Write;
import io.partnerhub.sync.system.Checkpoint;
import io.partnerhub.sync.system.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An API that is nothing like the reference contract, described by another connector file. */
class OtherApiTest {

  private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  private final PlainApi api = new PlainApi();
  private final SimulatorServer server = SimulatorServer.start(api, 0);
  private final CamelContext camel = new DefaultCamelContext();
  private final SettableClock clock = new SettableClock("2026-05-04T12:01:00Z");
  private FulfillmentConnector connector;
  private Mapping mapping;

  @TempDir private Path directory;

  @BeforeEach
  void connect() throws IOException {
    camel.start();
    Path file = Files.writeString(directory.resolve("plain.connector.yaml"), PlainApi.FILE);
    connector =
        new FulfillmentConnector(
            FulfillmentSettings.usual(server.baseUrl(), new Bearer("t0ken"), null, 6_000, "hub"),
            Definition.read(file),
            camel.createProducerTemplate(),
            clock);
    mapping =
        MappingFile.load(
            Files.writeString(
                directory.resolve("order.yaml"),
                """
                type: order
                key: number
                systems:
                  fulfillment: {resource: orders, onDelete: ignore}
                fields:
                  number: {kind: text, required: true, owner: fulfillment, fulfillment: orderNumber}
                  partner: {kind: text, required: true, owner: fulfillment, fulfillment: partnerCode}
                  status: {kind: picklist, shared: latest, fulfillment: status, choices: [draft, ready]}
                  units: {kind: number, shared: latest, fulfillment: units}
                """),
            Map.of());
  }

  @AfterEach
  void stop() {
    camel.stop();
    server.close();
  }

  @Test
  void numbered_pages_are_read_to_the_empty_one_and_the_time_of_change_is_kept() {
    for (int n = 1; n <= 5; n++) {
      api.put("" + n, "O" + n, NOON.plusSeconds(n));
    }
    List<Observation> rows = new ArrayList<>();
    Checkpoint end = walk(Checkpoint.start("orders"), rows);

    assertThat(rows)
        .extracting(row -> row.values().get("number"))
        .containsExactly("O1", "O2", "O3", "O4", "O5");
    assertThat(rows.get(0).values().get("partner")).isEqualTo("ALFKI");
    assertThat(rows.get(0).values().get("units")).isEqualTo("3");
    assertThat(end.watermark()).isEqualTo(NOON.plusSeconds(5));
    assertThat(end.complete()).isTrue();
    assertThat(connector.sweep(mapping, "orders")).isEmpty();
  }

  @Test
  void none_of_many_calls_begins_once_the_time_for_them_is_over() {
    List<Write> writes = new ArrayList<>();
    for (int n = 1; n <= 3; n++) {
      api.put("" + n, "O" + n, NOON);
      NativeId id = new NativeId("orders", "" + n);
      Values units = Values.of(Map.of("units", "9"));
      writes.add(new Write(n, Write.Action.UPDATE, id, null, Set.of("units"), units, null));
    }
    api.beforeChange(() -> clock.advance(Duration.ofMinutes(6)));

    List<Outcome> outcomes =
        connector.write(mapping, writes, clock.instant().plus(Duration.ofMinutes(10))).outcomes();

    assertThat(outcomes.subList(0, 2)).allMatch(Outcome.Written.class::isInstance);
    assertThat(outcomes.get(2))
        .isInstanceOfSatisfying(
            Outcome.RetryLater.class,
            later -> assertThat(later.reason().message()).contains("was not sent"));
    assertThat(api.order("2").path("units").asInt()).isEqualTo(9);
    assertThat(api.order("3").path("units").asInt()).isEqualTo(3);
  }

  @Test
  void a_later_read_begins_behind_the_time_that_was_kept_until_nothing_can_still_appear() {
    api.put("1", "O1", NOON);
    Checkpoint first = walk(Checkpoint.start("orders"), new ArrayList<>());
    clock.advance(Duration.ofSeconds(60));
    Checkpoint second = walk(first, new ArrayList<>());
    walk(second, new ArrayList<>());

    assertThat(api.since().stream().distinct())
        .containsExactly("", NOON.minusSeconds(60).toString(), NOON.toString());
  }

  @Test
  void what_is_changed_on_an_early_page_while_later_ones_are_read_is_read_next_time() {
    Instant begun = clock.instant();
    for (int n = 1; n <= 3; n++) {
      api.put("" + n, "O" + n, begun.minusSeconds(600));
    }
    api.beforePage(
        1,
        () -> {
          clock.advance(Duration.ofMinutes(5));
          api.put("1", "O1", begun.plusSeconds(30));
          api.put("3", "O3", begun.plusSeconds(290));
        });

    walk(walk(Checkpoint.start("orders"), new ArrayList<>()), new ArrayList<>());

    assertThat(api.since().stream().distinct())
        .containsExactly("", begun.minusSeconds(60).toString());
  }

  @Test
  void records_are_read_and_found_one_by_one() {
    api.put("1", "O 1/2", NOON);

    assertThat(connector.read(mapping, List.of(new NativeId("orders", "1"), id("9"))).rows())
        .extracting(row -> row.id().id() + (row.deleted() ? " deleted" : ""))
        .containsExactly("1", "9 deleted");
    assertThat(connector.find(mapping, List.of("O3"))).isEmpty();
  }

  @Test
  void a_record_goes_and_comes_in_its_envelope() {
    Outcome made =
        write(
            new Write(
                5,
                Write.Action.ADD,
                NativeId.toBeCreatedIn("orders"),
                null,
                Set.of("number", "partner", "units"),
                Values.of(Map.of("number", "O7", "partner", "ALFKI", "units", "4"))));
    Outcome changed =
        write(
            new Write(
                6,
                Write.Action.UPDATE,
                id("77"),
                null,
                Set.of("units"),
                Values.of(Map.of("units", "5"))));

    assertThat(made)
        .isInstanceOfSatisfying(
            Outcome.Written.class, written -> assertThat(written.id()).isEqualTo(id("77")));
    assertThat(api.requestIds()).singleElement().asString().startsWith("hub-5-");
    assertThat(changed).isEqualTo(new Outcome.Written(id("77"), null));
    assertThat(api.order("77").path("units").asInt()).isEqualTo(5);
    assertThat(api.order("77").at("/partner/code").asText()).isEqualTo("ALFKI");
  }

  @Test
  void what_it_has_no_way_to_do_is_refused() {
    assertThat(write(new Write(1, Write.Action.DELETE, id("1"), null, Set.of(), Values.none())))
        .isInstanceOf(Outcome.Rejected.class);
  }

  @Test
  void its_own_words_say_why() {
    api.put("1", "O1", NOON);
    server
        .faults()
        .add(FaultRule.once("PUT", "/orders/1", new Fault.Failure(400, "", "too many units")));

    assertThat(
            write(
                new Write(
                    1,
                    Write.Action.UPDATE,
                    id("1"),
                    null,
                    Set.of("units"),
                    Values.of(Map.of("units", "5")))))
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            rejected -> {
              assertThat(rejected.reason().code()).isEqualTo("HTTP 400");
              assertThat(rejected.reason().message()).contains("too many units");
            });
  }

  private Outcome write(Write write) {
    return connector.write(mapping, List.of(write)).outcomes().get(0);
  }

  private static NativeId id(String id) {
    return new NativeId("orders", id);
  }

  private Checkpoint walk(Checkpoint from, List<Observation> rows) {
    String cursor = null;
    Page page;
    do {
      page = connector.changes(mapping, from, cursor, clock.instant());
      rows.addAll(page.rows());
      cursor = page.cursor();
    } while (cursor != null);
    return page.next();
  }
}
