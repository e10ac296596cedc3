package io.partnerhub.sandbox.bench.world;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.MappingSet;
import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.MadeUpPartners;
import io.partnerhub.sandbox.PublishedMappings;
import io.partnerhub.sandbox.Simulators;
import io.partnerhub.sandbox.TrackerSheet;
import io.partnerhub.sandbox.fulfillment.Resource;
import io.partnerhub.sandbox.fulfillment.Warehouse;
import io.partnerhub.sandbox.salesforce.Org;
import io.partnerhub.sandbox.salesforce.Refusal;
import io.partnerhub.sandbox.sim.Counters;
import io.partnerhub.sandbox.sim.Operation;
import io.partnerhub.sandbox.sim.SimulatorServer;
import io.partnerhub.sandbox.smartsheet.Desk;
import io.partnerhub.sandbox.smartsheet.hook.HookSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * All simulators, an hour ago: Salesforce holds all records, fulfillment half of the orders and
 * activations, the trackers none.
 */
public final class ThreeWorld implements AutoCloseable {

  private static final long SEED = 1;

  /** Records were last changed over so many hours, a hundredth of them in each. */
  private static final int HOURS = 100;

  /** 429, and 403 by which Salesforce refuses when a day's calls are used up. */
  private static final List<Integer> TOO_MANY = List.of(429, 403);

  private static final int SAVE_COLLISION = 4004;

  private final ThreeSize size;
  private final MadeUpTrade trade;
  private final PastClock clock;
  private final Simulators simulators;
  private final MappingSet mappings;
  private final Map<String, List<String>> sheets = new LinkedHashMap<>();

  private ThreeWorld(ThreeSize size, PastClock clock, Simulators simulators) {
    this.size = size;
    this.trade = new MadeUpTrade(size);
    this.clock = clock;
    this.simulators = simulators;
    this.mappings = PublishedMappings.load();
  }

  public static ThreeWorld of(ThreeSize size) {
    PastClock clock = new PastClock();
    ThreeWorld world =
        new ThreeWorld(size, clock, Simulators.start(Simulators.Ports.FREE, SEED, clock));
    world.limit(ServiceLimits.LIFTED);
    world.seed();
    world.makeSheets();
    return world;
  }

  /** From now on no service takes more calls than these. */
  public void limit(ServiceLimits limits) {
    simulators.smartsheet().controls().settings().requestsPerMinute(limits.smartsheetAMinute());
    simulators.salesforce().org().dailyCalls(limits.salesforceADay());
    warehouse().requestsPerMinute(limits.fulfillmentAMinute());
  }

  /** Parents have to be there before their children, whenever they were changed last. */
  private void seed() {
    List<Map<String, Object>> partners = new ArrayList<>();
    MadeUpPartners.accounts(SEED, size.partners()).forEach(partners::add);
    inSalesforce(ThreeSize.PARTNER, number -> partners.get(number - 1));
    inSalesforce(ThreeSize.ORDER, trade::orderInSalesforce);
    inSalesforce(ThreeSize.ACTIVATION, trade::activationInSalesforce);
    clock.behind(Duration.ofHours(1));
    inFulfillment(
        Resource.ORDERS, size.orders(), MadeUpTrade::isInFulfillment, trade::orderInFulfillment);
    inFulfillment(
        Resource.ACTIVATIONS,
        size.activations(),
        number -> MadeUpTrade.isInFulfillment(trade.orderOf(number)),
        trade::activationInFulfillment);
  }

  private void inSalesforce(String type, IntFunction<Map<String, Object>> made) {
    int records = size.of(type).records();
    int inAnHour = (records + HOURS - 1) / HOURS;
    int hours = HOURS + 1;
    for (List<Integer> some :
        Parts.of(IntStream.rangeClosed(1, records).boxed().toList(), inAnHour)) {
      clock.behind(Duration.ofHours(hours--));
      org().seed(object(type), some.stream().map(made::apply).toList());
    }
  }

  private void inFulfillment(
      Resource resource, int records, IntPredicate has, IntFunction<Map<String, Object>> made) {
    warehouse()
        .seed(resource, IntStream.rangeClosed(1, records).filter(has).mapToObj(made).toList());
  }

  private void makeSheets() {
    for (Amount amount : size.amounts()) {
      List<String> ids = new ArrayList<>();
      for (int i = 1; i <= amount.sheets(); i++) {
        String name = TrackerSheet.titleOf(mapping(amount.type()).type()) + " " + i;
        ids.add(Long.toString(desk().createSheet(TrackerSheet.of(name, mapping(amount.type())))));
      }
      sheets.put(amount.type(), ids);
    }
  }

  /** Lets an hour pass, the only one: before the change nothing else was changed just now. */
  public void letAnHourPass() {
    clock.behind(Duration.ZERO);
  }

  public ThreeSize size() {
    return size;
  }

  public MadeUpTrade trade() {
    return trade;
  }

  public Mapping mapping(String type) {
    return mappings.mappings().stream()
        .filter(mapping -> mapping.type().name().equals(type))
        .findFirst()
        .orElseThrow();
  }

  /** The object of a type in Salesforce. */
  public String object(String type) {
    return mapping(type).side(SystemName.SALESFORCE).placement().locations().iterator().next();
  }

  /** Ids of the sheets of each type, in their order. */
  public Map<String, List<String>> sheets() {
    return sheets;
  }

  SimulatorServer salesforce() {
    return simulators.salesforceServer();
  }

  public SimulatorServer smartsheet() {
    return simulators.smartsheetServer();
  }

  public SimulatorServer fulfillment() {
    return simulators.fulfillmentServer();
  }

  /** By the names that the hub has for them. */
  public Map<String, SimulatorServer> systems() {
    Map<String, SimulatorServer> systems = new LinkedHashMap<>();
    systems.put(SystemName.SALESFORCE.value(), salesforce());
    systems.put(SystemName.SMARTSHEET.value(), smartsheet());
    systems.put(SystemName.FULFILLMENT.value(), fulfillment());
    return systems;
  }

  /** Where Salesforce tells of changes. */
  public String pubSub() {
    return "127.0.0.1:" + simulators.pubSubPort();
  }

  String fulfillmentUrl() {
    return simulators.fulfillmentUrl();
  }

  public Org org() {
    return simulators.salesforce().org();
  }

  public Desk desk() {
    return simulators.smartsheet().desk();
  }

  /** How Smartsheet's callbacks are made. */
  public HookSettings hooks() {
    return simulators.smartsheet().hooks().settings();
  }

  public Warehouse warehouse() {
    return simulators.fulfillment().warehouse();
  }

  /** The next write of a record meets somebody else's save, in Salesforce and in its tracker. */
  public void lock(String key) {
    String why = "somebody else saves it";
    org().refuse(new Refusal(key, "UNABLE_TO_LOCK_ROW", why, List.of(), 1));
    simulators.smartsheet().controls().refuseKey(key, SAVE_COLLISION, why, 1);
  }

  public void unlockAll() {
    org().clearRefusals();
    simulators.smartsheet().controls().refuseNothing();
  }

  /** Rows in the trackers of a type. */
  int rows(String type) {
    return sheets.get(type).stream().mapToInt(desk()::rowCount).sum();
  }

  /** Rows in all trackers, and records in fulfillment. */
  public int copies() {
    return sheets.keySet().stream().mapToInt(this::rows).sum()
        + warehouse().count(Resource.ORDERS)
        + warehouse().count(Resource.ACTIVATIONS);
  }

  /** Calls so far of all systems. */
  public long calls(Operation operation) {
    return systems().values().stream()
        .mapToLong(server -> server.counters().snapshot().of(operation))
        .sum();
  }

  /** Calls so far of all systems that were too many for their own limits. */
  public long refused() {
    return counted().values().stream()
        .mapToLong(snapshot -> TOO_MANY.stream().mapToLong(snapshot::answered).sum())
        .sum();
  }

  public Map<String, Counters.Snapshot> counted() {
    Map<String, Counters.Snapshot> counted = new LinkedHashMap<>();
    systems().forEach((name, server) -> counted.put(name, server.counters().snapshot()));
    return counted;
  }

  public void resetCounters() {
    systems().values().forEach(server -> server.counters().reset());
  }

  @Override
  public void close() {
    simulators.close();
  }
}
