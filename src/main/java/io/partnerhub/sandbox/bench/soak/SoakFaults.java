package io.partnerhub.sandbox.bench.soak;

import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.bench.world.ThreeWorld;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sandbox.sim.FaultShare;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A share of the calls of each system fails, in every way that a healthy hub gets over. */
final class SoakFaults {

  static final double SHARE = 0.05;

  private final ThreeWorld world;
  private final Map<String, FaultShare> shares = new LinkedHashMap<>();

  private SoakFaults(ThreeWorld world) {
    this.world = world;
  }

  /** From now on they fail; which ones is decided by the seed. */
  static SoakFaults in(ThreeWorld world, long seed) {
    SoakFaults faults = new SoakFaults(world);
    world
        .systems()
        .forEach(
            (name, server) -> {
              FaultShare share = new FaultShare(seed * 31 + name.hashCode(), SHARE, kinds(name));
              server.faults().add(share);
              faults.shares.put(name, share);
            });
    return faults;
  }

  /** One in ten is "too many calls", after which Smartsheet is to be left alone for a minute. */
  private static List<Fault> kinds(String system) {
    List<Fault> kinds =
        new ArrayList<>(
            List.of(
                new Fault.CutBefore(),
                new Fault.CutBefore(),
                new Fault.CutAfter(),
                new Fault.CutAfter(),
                new Fault.CutAfter(),
                new Fault.Failure(500, "UNKNOWN_EXCEPTION", "by chance"),
                new Fault.Failure(502, "", "by chance"),
                new Fault.Failure(503, "SERVER_UNAVAILABLE", "by chance"),
                new Fault.Failure(503, "SERVER_UNAVAILABLE", "by chance")));
    boolean salesforce = system.equals(SystemName.SALESFORCE.value());
    kinds.add(
        salesforce // whose own "too many calls" lasts for the rest of the day
            ? new Fault.Failure(403, "REQUEST_LIMIT_EXCEEDED", "ConcurrentPerOrgLongTxn Limit")
            : new Fault.RateLimit());
    return kinds;
  }

  /** No call fails any more. */
  void end() {
    world.systems().values().forEach(server -> server.faults().clear());
    world.unlockAll();
  }

  /** Calls that failed, of each system. */
  Map<String, Integer> met() {
    Map<String, Integer> met = new LinkedHashMap<>();
    shares.forEach((name, share) -> met.put(name, share.met()));
    return met;
  }
}
