package io.partnerhub.sandbox;

import static io.partnerhub.Patience.await;
import static io.partnerhub.sandbox.People.code;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.HubDoors;
import io.partnerhub.cli.HubDoor;
import io.partnerhub.cli.RunningHub;
import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.demo.world.Comparison;
import io.partnerhub.sandbox.demo.world.Copy;
import io.partnerhub.sandbox.demo.world.PartnerTotals;
import io.partnerhub.sandbox.demo.world.Records;
import io.partnerhub.sandbox.demo.world.Systems;
import io.partnerhub.sandbox.demo.world.Traffic;
import io.partnerhub.sandbox.fulfillment.Warehouse;
import io.partnerhub.sandbox.sim.FaultRule;
import io.partnerhub.sandbox.sim.SimulatorServer;
import io.partnerhub.store.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.awaitility.core.ThrowingRunnable;

/** Three systems with partners, orders and activations, the hub between them, people at each. */
final class Trio implements AutoCloseable {

  static final int PARTNERS = 10;
  static final int ORDERS = 30;
  static final int ACTIVATIONS = 20;

  static final Path PUBLISHED = Path.of("mappings");
  private static final int QUIET_CYCLES = 3;
  private static final int MOST_UNQUIET = 3;
  private static final String ANN = "ann@example.com";

  private final Rig rig;

  Trio(Path dataDir) {
    this(dataDir, PUBLISHED);
  }

  Trio(Path dataDir, Path mappings) {
    this(dataDir, mappings, Clock.systemUTC());
  }

  /** The same, with systems that go by another clock. */
  Trio(Path dataDir, Path mappings, Clock clock) {
    rig = new Rig(dataDir, mappings, clock).set("HUB_GRACE", "500ms");
  }

  /**
   * The published mappings with one line changed.
   *
   * @param dir is made
   */
  static Path mappings(Path dir, String type, String line, String instead) throws IOException {
    Files.createDirectories(dir);
    try (Stream<Path> files = Files.list(PUBLISHED)) {
      for (Path file : files.toList()) {
        Files.copy(file, dir.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Path changed = dir.resolve(type + ".yaml");
    String text = Files.readString(changed);
    assertThat(text).contains(line);
    Files.writeString(changed, text.replace(line, instead));
    return dir;
  }

  /** All of it in Salesforce; the others are empty. */
  Trio fill() {
    rig.org().seed("Account", MadeUpPartners.accounts(1, PARTNERS));
    rig.org().seed("Order", IntStream.rangeClosed(1, ORDERS).mapToObj(Trio::anOrder).toList());
    rig.org()
        .seed(
            "Activation__c",
            IntStream.rangeClosed(1, ACTIVATIONS).mapToObj(Trio::anActivation).toList());
    return this;
  }

  private static Map<String, Object> anOrder(int number) {
    String status = List.of("Draft", "Ready", "Accepted").get(number % 3);
    return order(number(number), partnerOf(number), status);
  }

  /** The fields of an order in Salesforce. */
  static Map<String, Object> order(String number, String partner, String status) {
    return Map.of(
        "Order_Number__c",
        number,
        "Account",
        Map.of("Partner_Code__c", partner),
        "EffectiveDate",
        "2026-01-15",
        "Status",
        status,
        "Ship_To_Name__c",
        "Goods in of " + partner,
        "ShippingCity",
        "Leeds",
        "Units__c",
        12);
  }

  private static Map<String, Object> anActivation(int number) {
    return Map.of(
        "Activation_Number__c",
        number(number) + "-A",
        "Order__r",
        Map.of("Order_Number__c", number(number)),
        "Partner__r",
        Map.of("Partner_Code__c", partnerOf(number)),
        "Status__c",
        "Requested",
        "Serial__c",
        "SN-" + number);
  }

  /** The number of an order, from 1 on; every third one is a draft, ready, accepted. */
  static String number(int order) {
    return Integer.toString(20_000 + order);
  }

  /** The partner of an order. */
  static String partnerOf(int order) {
    return code(1 + order % PARTNERS);
  }

  /** Starts the hub and waits until all copies are there. */
  Trio start() {
    rig.start();
    assertThat(rig.hub().mappingFaults()).isEmpty();
    allInStep();
    return this;
  }

  Rig rig() {
    return rig;
  }

  Systems systems() {
    return rig.systems();
  }

  Records partners() {
    return systems().partners();
  }

  Records orders() {
    return systems().orders();
  }

  Records activations() {
    return systems().activations();
  }

  Warehouse warehouse() {
    return rig.simulators().fulfillment().warehouse();
  }

  SimulatorServer server(SystemName system) {
    return rig.server(system);
  }

  void fail(SystemName system, FaultRule rule) {
    server(system).faults().add(rule);
  }

  static void eventually(ThrowingRunnable claim) {
    await().pollInterval(Duration.ofMillis(50)).untilAsserted(claim);
  }

  /** Every system shows this value. */
  void eventuallyAgreed(Records records, String key, String field, String value) {
    eventually(
        () ->
            assertThat(records.systems())
                .filteredOn(system -> records.mapping().field(field).isIn(system))
                .allSatisfy(
                    system ->
                        assertThat(records.value(system, key, field))
                            .as("%s of %s in %s", field, key, system)
                            .isEqualTo(value)));
  }

  /** Every record is once in every system of its type, all say the same, and the hub knows it. */
  void allInStep() {
    eventually(
        () -> {
          allAgree();
          assertThat(rig.hub().figures().reasons(100)).isEmpty();
          assertThat(rig.hub().figures().counts())
              .extracting(Figures.Count::standing)
              .containsOnly(Figures.Standing.IN_SYNC);
        });
  }

  /**
   * Every record is once in every system of its type, all say the same, and partners show what
   * follows from their orders and activations.
   */
  void allAgree() {
    for (Records records : systems().all()) {
      Comparison now = Comparison.of(records);
      assertThat(now.twice()).as(records.type()).isEmpty();
      assertThat(now.missing().values()).as("%s %s", records.type(), now).allMatch(Set::isEmpty);
      assertThat(now.differing()).as(records.type()).isEmpty();
    }
    Set<String> codes =
        partners().salesforce().all().stream().map(Copy::key).collect(Collectors.toSet());
    assertThat(new PartnerTotals(systems()).wrong(codes)).as("totals").isEmpty();
  }

  /** Nothing waits, and nothing is written any more. */
  void quiet() throws InterruptedException {
    eventually(() -> assertThat(rig.hub().figures().reasons(100)).isEmpty());
    long writes = cycles(QUIET_CYCLES).writes();
    for (int i = 0; writes > 0 && i < MOST_UNQUIET; i++) {
      writes = cycles(QUIET_CYCLES).writes();
    }
    assertThat(writes).as("writes").isZero();
  }

  /** What goes on during so many polls of each system. */
  Traffic cycles(int polls) throws InterruptedException {
    Traffic traffic = Traffic.from(systems());
    assertThat(traffic.waitForPolls(polls)).as("the hub polls").isTrue();
    return traffic;
  }

  /** The hub's sentences about a record or a row, such as {@code WAITING: …}. */
  List<String> reasons(Records records, String key) {
    return rig.hub().figures().reasons(1_000).stream()
        .filter(r -> r.type().equals(records.type()) && r.what().contains(key))
        .map(r -> r.system() + " " + r.standing() + ": " + r.sentence())
        .toList();
  }

  /** What the hub says is wrong with a system; empty while it answers. */
  Optional<String> fault(SystemName system) {
    return rig.fault(system);
  }

  /** What waits for a person, by its kind, key and field. */
  List<String> held(Records records) {
    TabularData items = (TabularData) asked("Held", "list", records.type());
    List<String> held = new ArrayList<>();
    for (Object item : items.values()) {
      CompositeData data = (CompositeData) item;
      held.add(
          "%s %s %s agreed %s wanted %s"
              .formatted(
                  data.get("what"),
                  data.get("key"),
                  data.get("field"),
                  data.get("agreed"),
                  data.get("wanted")));
    }
    return held;
  }

  void choose(Records records, String key, String field, String choice, String reason) {
    asked("Held", "choose", records.type(), key, field, choice, reason);
  }

  void decide(Records records, SystemName system, String verdict, String reason) {
    asked("Held", "decide", records.type(), system.value(), "", verdict, reason);
  }

  /** What the hub tells of a field, a line a step. */
  List<String> why(Records records, String key, String field) {
    CompositeData answer = (CompositeData) asked("Sync", "why", records.type(), key, field);
    List<String> steps = new ArrayList<>();
    for (Object step : ((TabularData) answer.get("steps")).values()) {
      CompositeData data = (CompositeData) step;
      steps.add(
          "%s %s \"%s\": %s"
              .formatted(
                  data.get("kind"), data.get("system"), data.get("value"), data.get("sentence")));
    }
    return steps;
  }

  /** An admin has the dead letters of a record tried again. */
  void replay(String key) {
    Administrators.replay(rig.dataDir(), key);
  }

  private Object asked(String mbean, String operation, String... arguments) {
    try (RunningHub hub = new HubDoors(Map.of(), ANN).open(new HubDoor.OfDataDir(rig.dataDir()))) {
      return hub.invoke(mbean, operation, (Object[]) arguments);
    }
  }

  @Override
  public void close() {
    rig.close();
  }
}
