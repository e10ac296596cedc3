package io.partnerhub.sync;

import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;

import io.partnerhub.SettableClock;
import io.partnerhub.connector.smartsheet.SmartsheetConnector;
import io.partnerhub.connector.smartsheet.SmartsheetSettings;
import io.partnerhub.mapping.DeleteRule;
import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Placement;
import io.partnerhub.mapping.Side;
import io.partnerhub.mapping.TextFields;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.sim.SimulatorServer;
import io.partnerhub.sandbox.smartsheet.Desk;
import io.partnerhub.sandbox.smartsheet.RowState;
import io.partnerhub.sandbox.smartsheet.SheetPlan;
import io.partnerhub.sandbox.smartsheet.SheetPlan.ColumnPlan;
import io.partnerhub.sandbox.smartsheet.SmartsheetService;
import io.partnerhub.store.TestStore;
import io.partnerhub.sync.held.Guard;
import io.partnerhub.sync.merge.Merge;
import io.partnerhub.sync.merge.Tolerances;
import io.partnerhub.sync.read.Ahead;
import io.partnerhub.sync.read.Intake;
import io.partnerhub.sync.read.Pull;
import io.partnerhub.sync.store.Store;
import io.partnerhub.sync.system.Connector;
import io.partnerhub.sync.system.SystemUnavailable;
import io.partnerhub.sync.write.Push;
import io.partnerhub.sync.write.Settle;
import io.partnerhub.sync.write.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** Orders in Salesforce and in a simulated sheet beneath their partners, with a hub in between. */
final class GroupedTracker implements AutoCloseable {

  static final String ANN = "ann@example.com";
  static final String SHEET = "Order tracker";
  private static final String TOKEN = "token";
  private static final Duration GRACE = Duration.ofSeconds(60);
  private static final Timing TIMING =
      new Timing(
          Duration.ofSeconds(120),
          GRACE,
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          Duration.ofHours(6));
  private static final int PLENTY = 1_000_000;
  private static final int MOST_BATCHES = 20;

  final SettableClock clock = new SettableClock("2026-03-02T09:00:00.123456789Z");
  final FakeSystem salesforce = new FakeSystem(SALESFORCE, false, clock);
  final SmartsheetService service;
  final SimulatorServer server;
  private final Store store = TestStore.empty(clock);
  private final CamelContext camel = new DefaultCamelContext();
  private final List<Pull> pulls = new ArrayList<>();
  private final List<Push> pushes = new ArrayList<>();
  private final Mapping mapping;

  GroupedTracker(long seed) {
    service = new SmartsheetService(clock, seed, TOKEN, "hub@example.com");
    server = SimulatorServer.start(service, 0);
    service.controls().settings().requestsPerMinute(PLENTY);
    long sheet =
        desk()
            .createSheet(
                new SheetPlan(
                    SHEET,
                    List.of(
                        ColumnPlan.primary("Order"),
                        ColumnPlan.text("Partner"),
                        ColumnPlan.text("Note"))));
    mapping = mapping(Long.toString(sheet));
    camel.start();
    start();
  }

  /** A hub that knows only what its store knows. */
  void start() {
    pulls.clear();
    pushes.clear();
    SmartsheetConnector smartsheet =
        new SmartsheetConnector(
            new SmartsheetSettings(
                server.baseUrl() + "/2.0",
                TOKEN,
                PLENTY,
                Duration.ofMinutes(2),
                "hub-test",
                Duration.ofSeconds(5),
                5),
            camel.createProducerTemplate(),
            clock,
            Optional.empty(),
            place -> List.of());
    Merge merge = new Merge(mapping, new Tolerances(Duration.ofSeconds(1), Duration.ofSeconds(2)));
    Intake intake = new Intake(store, mapping, merge, Guard.USUAL);
    for (Connector connector : List.of(salesforce, smartsheet)) {
      Pull pull = new Pull(store, mapping, connector, intake, merge);
      Settle settle = new Settle(store, mapping, merge, TIMING);
      pulls.add(pull);
      pushes.add(new Push(store, mapping, connector, intake, pull, settle, TIMING, Ahead.NONE));
    }
  }

  Desk desk() {
    return service.desk();
  }

  /** Polls and writes until both systems can be expected to show the same. */
  void sync(int rounds) {
    for (int round = 0; round < rounds; round++) {
      clock.advance(Duration.ofSeconds(150)); // older rows are then behind the overlap of the reads
      salesforce.catchUp();
      pulls.forEach(pull -> pull.closeLost(GRACE));
      pulls.forEach(GroupedTracker::poll);
      for (Push push : pushes) {
        for (int batch = 0; batch < MOST_BATCHES && push.once(); batch++) {
          // the next batch
        }
      }
    }
  }

  private static void poll(Pull pull) {
    try {
      pull.news();
    } catch (SystemUnavailable e) {
      return; // the next round looks again
    }
  }

  void sweep() {
    pulls.forEach(Pull::sweep);
  }

  List<RowState> rows() {
    return desk().rows(SHEET);
  }

  /** The value of the heading that each row stands beneath, by the row's id; null outside. */
  Map<Long, String> headings() {
    Map<Long, RowState> byId = new HashMap<>();
    rows().forEach(row -> byId.put(row.id(), row));
    Map<Long, String> headings = new HashMap<>();
    for (RowState row : rows()) {
      String top = null;
      for (RowState up = byId.get(row.parentId()); up != null; up = byId.get(up.parentId())) {
        top = up.cells().containsKey("Order") ? null : up.cells().get("Partner");
      }
      headings.put(row.id(), top);
    }
    return headings;
  }

  List<String> strays() {
    return TestStore.jdbi()
        .withHandle(h -> h.createQuery("select native_id from stray").mapTo(String.class).list());
  }

  int writes() {
    return salesforce.written() + (int) desk().version(SHEET);
  }

  private static Mapping mapping(String sheet) {
    Map<SystemName, String> places = Map.of(SALESFORCE, SALESFORCE.value(), SMARTSHEET, sheet);
    Map<SystemName, Side> sides = new HashMap<>();
    places.forEach(
        (system, place) ->
            sides.put(
                system,
                new Side(
                    system,
                    new Placement.One(place),
                    new DeleteRule.Ignore(),
                    system.equals(SMARTSHEET) ? "partner" : null)));
    return new Mapping(
        new RecordType("order"),
        "1",
        "key",
        List.of(field("key", "Order"), field("partner", "Partner"), field("note", "Note")),
        sides);
  }

  private static Field field(String name, String title) {
    return TextFields.text(name, null, Map.of(SALESFORCE, name, SMARTSHEET, title));
  }

  @Override
  public void close() {
    camel.stop();
    server.close();
  }
}
