package io.partnerhub.connector.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.SettableClock;
import io.partnerhub.connector.fulfillment.FulfillmentSettings.Bearer;
import io.partnerhub.connector.fulfillment.FulfillmentSettings.Login;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.MappingFile;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.Values;
import io.partnerhub.sandbox.fulfillment.CheckedService;
import io.partnerhub.sandbox.fulfillment.ClientSettings;
import io.partnerhub.sandbox.fulfillment.FulfillmentService;
import io.partnerhub.sandbox.fulfillment.Resource;
import io.partnerhub.sandbox.fulfillment.Warehouse;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sandbox.sim.FaultRule;
import io.partnerhub.sandbox.sim.SimulatorServer;
import io.partnerhub.sync.Observation;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Write;
import io.partnerhub.sync.system.Checkpoint;
import io.partnerhub.sync.system.Page;
import io.partnerhub.sync.system.RowsRead;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** A simulated warehouse behind its contract, and a connector to it by the shipped file. */
final class Depot implements AutoCloseable {

  static final Path SHIPPED = Path.of("mappings/fulfillment.connector.yaml");
  static final Mapping ORDERS =
      MappingFile.load(
          Path.of("src/test/resources/io/partnerhub/connector/fulfillment/order.yaml"), Map.of());

  private static final int PLENTY = 100_000;

  final SettableClock clock = new SettableClock("2026-05-04T09:00:00Z");
  final ClientSettings client = ClientSettings.sandbox();
  final FulfillmentService service = new FulfillmentService(client, clock);
  final CheckedService checked = new CheckedService(service);
  final SimulatorServer server = SimulatorServer.start(checked, 0);
  private final List<CamelContext> contexts = new ArrayList<>();

  Depot() {
    warehouse().requestsPerMinute(PLENTY);
  }

  Warehouse warehouse() {
    return service.warehouse();
  }

  FulfillmentConnector connector() {
    return connector(Definition.read(SHIPPED), new Bearer(client.token()));
  }

  FulfillmentConnector connector(Definition definition, Login login) {
    return connector(definition, login, Duration.ofSeconds(5));
  }

  FulfillmentConnector connector(Definition definition, Login login, Duration timeout) {
    CamelContext camel = new DefaultCamelContext();
    camel.start();
    contexts.add(camel);
    return new FulfillmentConnector(
        new FulfillmentSettings(
            server.baseUrl() + FulfillmentService.BASE, login, null, PLENTY, "hub-test", timeout),
        definition,
        camel.createProducerTemplate(),
        clock);
  }

  /** Adds draft orders as the warehouse. */
  void seed(int from, int to) {
    warehouse()
        .seed(
            Resource.ORDERS,
            IntStream.rangeClosed(from, to)
                .mapToObj(
                    n -> Map.of("orderNumber", "O" + n, "partnerCode", "ALFKI", "status", "draft"))
                .toList());
  }

  List<JsonNode> orders() {
    return warehouse().records(Resource.ORDERS);
  }

  JsonNode order(String number) {
    return warehouse().record(Resource.ORDERS, number).orElseThrow();
  }

  NativeId id(String number) {
    return new NativeId("orders", order(number).path("id").asText());
  }

  void fault(String method, String path, Fault fault) {
    server.faults().add(FaultRule.once(method, path, fault));
  }

  long calls() {
    return server.counters().snapshot().total();
  }

  static Write add(long attempt, String number, Map<String, String> more) {
    Values values = Values.of(Map.of("number", number, "partner", "ALFKI", "status", "ready"));
    for (Map.Entry<String, String> value : more.entrySet()) {
      values = values.with(value.getKey(), value.getValue());
    }
    Set<String> fields =
        Set.of(
            "number",
            "partner",
            "status",
            "city",
            "country",
            "carrier",
            "requiredOn",
            "freight",
            "units",
            "notes");
    NativeId id = NativeId.toBeCreatedIn("orders");
    return new Write(attempt, Write.Action.ADD, id, null, fields, values, null);
  }

  static Write add(String number) {
    return add(1, number, Map.of());
  }

  Write update(String number, String tag, Map<String, String> values) {
    return update(number, tag, values.keySet(), values);
  }

  Write update(String number, String tag, Set<String> fields, Map<String, String> values) {
    return new Write(1, Write.Action.UPDATE, id(number), null, fields, Values.of(values), tag);
  }

  /** As the hub writes: with the version read just before. */
  Write fresh(FulfillmentConnector connector, String number, Map<String, String> values) {
    RowsRead read = connector.read(ORDERS, List.of(id(number)));
    return update(number, read.tags().get(id(number)), values);
  }

  static Outcome write(FulfillmentConnector connector, Write write) {
    return connector.write(ORDERS, List.of(write)).outcomes().get(0);
  }

  /** Everything that changed, with where the read ended. */
  record News(List<Observation> rows, Page last, int pages) {

    List<String> numbers() {
      return rows.stream().map(row -> row.values().get("number")).toList();
    }

    Checkpoint end() {
      return last.next();
    }
  }

  News news(FulfillmentConnector connector, Checkpoint from) {
    List<Observation> rows = new ArrayList<>();
    String cursor = null;
    Page page;
    int pages = 0;
    do {
      page = connector.changes(ORDERS, from, cursor, clock.instant());
      rows.addAll(page.rows());
      cursor = page.cursor();
      pages++;
    } while (cursor != null);
    return new News(rows, page, pages);
  }

  @Override
  public void close() {
    contexts.forEach(CamelContext::stop);
    server.close();
    assertThat(checked.breaches()).as("answers that break the contract").isEmpty();
  }
}
