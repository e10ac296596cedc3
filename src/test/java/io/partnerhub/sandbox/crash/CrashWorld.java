package io.partnerhub.sandbox.crash;

import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.MadeUpPartners;
import io.partnerhub.sandbox.Refused;
import io.partnerhub.sandbox.Rig;
import io.partnerhub.sandbox.demo.world.Traffic;
import io.partnerhub.sandbox.sim.Call;
import io.partnerhub.sandbox.sim.CallWatch;
import io.partnerhub.sandbox.sim.Operation;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Three systems, people, and a hub that dies as its plan says. */
final class CrashWorld implements AutoCloseable {

  private static final int TO_THE_POINT = 120;
  private static final long PATIENCE = 120_000;
  private static final long LOOK_AGAIN = 200;
  private static final String POLL = "300ms";
  private static final int QUIET_POLLS = 2;

  private final CrashPlan plan;
  private final CrashServer server;
  private final Path scratch;
  private final Rig rig;
  private final Executioner executioner = new Executioner();
  private final CommitProxy proxy;
  private final Typists typists;
  private final String database;
  private HubProcess hub;
  private int unreached;
  private boolean endedByItself;

  CrashWorld(CrashPlan plan, CrashServer server, Path scratch) throws IOException, SQLException {
    this.plan = plan;
    this.server = server;
    this.scratch = scratch;
    this.database = "seed" + plan.seed();
    server.create(database);
    this.proxy = new CommitProxy(server.port(), executioner);
    this.rig =
        new Rig(scratch.resolve("data"), Path.of("mappings"))
            .set("HUB_GRACE", "500ms")
            .set("HUB_LOG_FORMAT", "plain")
            .set("SALESFORCE_POLL", POLL)
            .set("SMARTSHEET_POLL", POLL)
            .set("FULFILLMENT_POLL", POLL)
            .set("STORE_URL", "jdbc:postgresql://127.0.0.1:" + proxy.port() + "/" + database)
            .set("STORE_USER", CrashServer.USER);
    if (plan.isPushed()) {
      Pushed.by(rig, server.dataSource(database), plan.seed());
    }
    this.typists = new Typists(rig.systems(), plan.typed());
    fill();
    plan.unacceptable().ifPresent(u -> Refused.FOR_ITS_VALUE.in(rig, u.refusedBy(), u.key()));
    for (SystemName system : rig.systems().names()) {
      rig.server(system).watch(new Watch(system.value()));
    }
  }

  private void fill() {
    rig.org().seed("Account", MadeUpPartners.accounts(1, CrashPlan.PARTNERS));
    rig.org()
        .seed(
            "Order",
            IntStream.rangeClosed(1, CrashPlan.ORDERS).mapToObj(Typists::anOrder).toList());
    rig.org()
        .seed(
            "Activation__c",
            IntStream.rangeClosed(1, CrashPlan.ACTIVATIONS)
                .mapToObj(Typists::anActivation)
                .toList());
  }

  /** Lets the hub live and die, then live on; what does not hold in the end, in words. */
  List<String> run() throws IOException, InterruptedException {
    CrashOracle oracle = new CrashOracle(rig.systems(), server.dataSource(database), plan, typists);
    for (int life = 0; life < plan.deaths().size(); life++) {
      live(life, Optional.of(plan.deaths().get(life)));
      if (!executioner.awaitDeath(TO_THE_POINT)) {
        killAnyway();
        if (endedByItself) {
          return List.of("the hub ended by itself");
        }
      }
      rig.simulators().salesforceServer().faults().clear();
      rig.simulators().smartsheetServer().faults().clear();
      rig.simulators().fulfillmentServer().faults().clear();
      proxy.hangUp();
    }
    live(plan.deaths().size(), Optional.empty());
    return atRest(oracle);
  }

  /** It never came to its point: it is at rest, or waits for a system. */
  private void killAnyway() {
    if (executioner.pardon()) {
      endedByItself = !hub.isAlive();
      hub.kill();
      unreached++;
    }
  }

  private void live(int life, Optional<KillPoint> death) throws IOException, InterruptedException {
    plan.mishaps().get(life).forEach(mishap -> mishap.happen(rig));
    hub = HubProcess.start(rig.environment(), scratch);
    executioner.watch(hub, death);
  }

  private List<String> atRest(CrashOracle oracle) throws InterruptedException {
    List<String> lost = new ArrayList<>(oracle.lostChanges());
    if (plan.unacceptable().isPresent() && !isGivenUp(oracle, plan.unacceptable().get(), lost)) {
      lost.add("no dead letter, or not counted: " + plan.unacceptable().get());
      return lost;
    }
    long end = System.nanoTime() + PATIENCE * 1_000_000;
    List<String> unrest = unrest(oracle);
    while (!unrest.isEmpty() && System.nanoTime() < end && hub.isAlive()) {
      Thread.sleep(LOOK_AGAIN);
      lost.addAll(oracle.lostChanges());
      unrest = unrest(oracle);
    }
    unrest.addAll(lost);
    return unrest.isEmpty() ? oracle.faults() : unrest;
  }

  /** Waits for the dead letter of what is refused; once it is there, a person mends the record. */
  private boolean isGivenUp(CrashOracle oracle, Unacceptable record, List<String> lost)
      throws InterruptedException {
    long end = System.nanoTime() + PATIENCE * 1_000_000;
    while (!oracle.letters().isGivenUp(record)) {
      if (System.nanoTime() > end || !hub.isAlive()) {
        return false;
      }
      Thread.sleep(LOOK_AGAIN);
      lost.addAll(oracle.lostChanges());
    }
    Refused.none(rig);
    typists.mend(record);
    return true;
  }

  /** In a quiet world nothing is written any more. */
  private List<String> unrest(CrashOracle oracle) throws InterruptedException {
    List<String> unrest = oracle.unrest();
    if (unrest.isEmpty()) {
      Traffic traffic = Traffic.from(rig.systems());
      if (!traffic.waitForPolls(QUIET_POLLS) || traffic.writes() > 0) {
        unrest.add("still written or not polled: " + traffic.calls());
      }
    }
    return unrest;
  }

  String log() throws IOException {
    return hub.log();
  }

  /** How many points the hub never came to, and died nevertheless. */
  int unreachedPoints() {
    return unreached;
  }

  /** Lets people type between the calls, and the hub die at one. */
  private final class Watch implements CallWatch {
    private final String system;

    Watch(String system) {
      this.system = system;
    }

    @Override
    public boolean arrives(Call call) {
      typists.call();
      boolean write = call.operation() == Operation.WRITE;
      boolean before =
          executioner.isBefore(system)
              | (write && executioner.isBefore(KillPoint.writesOf(system)));
      if (!before) {
        executioner.isUnderWay(system);
        if (write) {
          executioner.isUnderWay(KillPoint.writesOf(system));
        }
      }
      return !before;
    }

    @Override
    public void answered(Call call) {
      executioner.isAfter(system);
      if (call.operation() == Operation.WRITE) {
        executioner.isAfter(KillPoint.writesOf(system));
      }
    }
  }

  @Override
  public void close() throws IOException, SQLException {
    if (hub != null && hub.isAlive()) {
      hub.kill();
    }
    rig.close();
    proxy.close();
    server.drop(database);
  }
}
