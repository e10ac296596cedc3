package io.partnerhub.sandbox.matrix;

import static io.partnerhub.model.SystemName.FULFILLMENT;
import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;

import io.partnerhub.SettableClock;
import io.partnerhub.SteppedHub;
import io.partnerhub.cli.HubHome;
import io.partnerhub.config.HubConfig;
import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.Refused;
import io.partnerhub.sandbox.Rig;
import io.partnerhub.sandbox.demo.world.Records;
import io.partnerhub.sandbox.sim.FaultRule;
import io.partnerhub.sandbox.sim.Faults;
import io.partnerhub.store.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;

/** Three systems, people, and a hub that moves only when it is told to, by one settable clock. */
final class Stage implements AutoCloseable {

  static final List<SystemName> SYSTEMS = List.of(SALESFORCE, SMARTSHEET, FULFILLMENT);

  private static final Duration ROUND = Duration.ofSeconds(130);
  private static final int MOST_ROUNDS = 8;
  private static final int EDITED_ORDERS = 3;

  private final SettableClock clock = new SettableClock("2026-03-02T09:00:00Z");
  private final Rig rig;
  private final Whereabouts whereabouts;
  private final PartnerSheets partnerSheets;
  private SteppedHub hub;
  private boolean isNew;
  private int units;
  private int freshOrders = EDITED_ORDERS;

  /**
   * @param dir for the mappings and the hub's data
   */
  Stage(Path dir) throws IOException {
    rig =
        new Rig(dir.resolve("data"), Setting.mappings(dir.resolve("mappings")), clock)
            .set("HUB_GUARD_ROWS", "10000")
            .set("ESCALATION_SALESFORCE_TASK", "on");
    partnerSheets = PartnerSheets.of(rig);
    Setting.spreadPartners(dir.resolve("mappings"));
    whereabouts =
        new Whereabouts(Jdbi.create(rig.environment().get("STORE_URL"), TestServer.USER, ""));
  }

  /** So many orders and activations, of one partner, in Salesforce alone; and the movers. */
  void seed(int orders, int activations) {
    Setting.seed(rig.org(), orders, activations);
  }

  /** Activations that no scene was about yet. */
  List<String> twoUnits() {
    return List.of(Setting.unit(++units), Setting.unit(++units));
  }

  /** An order that no scene was about yet; the first ones are edited again and again. */
  String freshOrder() {
    return Setting.number(++freshOrders);
  }

  void start() {
    hub =
        new SteppedHub(
            HubConfig.load(HubHome.directory(), Optional.empty(), rig.environment()), clock);
    hub.openDoor();
  }

  /** A hub that knows no more than the store, and has not asked anything with success yet. */
  void startAnew() {
    if (!isNew) {
      hub.close();
      start();
      isNew = true;
    }
  }

  /** From now on the hub has other settings, too. */
  void restartWith(Map<String, String> settings) {
    if (!rig.environment().keySet().containsAll(settings.keySet())) {
      settings.forEach(rig::set);
      isNew = false;
      startAnew();
    }
  }

  Rig rig() {
    return rig;
  }

  SteppedHub hub() {
    return hub;
  }

  Whereabouts whereabouts() {
    return whereabouts;
  }

  Records orders() {
    return rig.systems().orders();
  }

  Records activations() {
    return rig.systems().activations();
  }

  Records partners() {
    return rig.systems().partners();
  }

  PartnerSheets partnerSheets() {
    return partnerSheets;
  }

  Faults faults(SystemName system) {
    return rig.server(system).faults();
  }

  void fail(SystemName system, FaultRule rule) {
    faults(system).add(rule);
  }

  Instant now() {
    return clock.instant();
  }

  void pass(Duration time) {
    clock.advance(time);
  }

  void poll(SystemName system) {
    pass(Duration.ofSeconds(5));
    hub.poll(system);
  }

  void push(SystemName system) {
    pass(Duration.ofSeconds(1));
    hub.push(system);
  }

  /** All is healthy again, once a while has passed. */
  void heal() {
    SYSTEMS.forEach(system -> faults(system).clear());
    Refused.none(rig);
    pass(ROUND);
  }

  /** Time goes by until nothing is left to do. */
  void rest() {
    isNew = false;
    Set<String> unrest = Set.of();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      pass(ROUND);
      SYSTEMS.forEach(this::poll);
      SYSTEMS.forEach(this::push);
      unrest = unrest();
      if (unrest.isEmpty()) {
        return;
      }
    }
    throw new AssertionError("it does not come to rest: " + unrest);
  }

  private Set<String> unrest() {
    Set<String> unrest = new TreeSet<>(whereabouts.unrest());
    SYSTEMS.forEach(system -> hub.fault(system).ifPresent(why -> unrest.add(system + ": " + why)));
    return unrest;
  }

  @Override
  public void close() {
    if (hub != null) {
      hub.close();
    }
    rig.close();
  }
}
