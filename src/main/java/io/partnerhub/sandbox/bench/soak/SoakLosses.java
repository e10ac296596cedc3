package io.partnerhub.sandbox.bench.soak;

import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.bench.world.ThreeWorld;
import io.partnerhub.sandbox.sim.Losses;
import java.util.LinkedHashMap;
import java.util.Map;

/** A share of what the systems tell the hub gets lost, and Salesforce's stream breaks off. */
final class SoakLosses {

  /** Some seconds between two. */
  private static final int EDITS_BETWEEN_BREAKS = 20;

  private final ThreeWorld world;
  private final Map<String, Losses> losses = new LinkedHashMap<>();
  private int edits;

  private SoakLosses(ThreeWorld world) {
    this.world = world;
  }

  /** Nothing is told. */
  static SoakLosses ofNothing(ThreeWorld world) {
    return new SoakLosses(world);
  }

  /** From now on some of it gets lost; what is decided by the seed. */
  static SoakLosses in(ThreeWorld world, long seed) {
    SoakLosses soak = new SoakLosses(world);
    world.org().bus().losses(soak.of(SystemName.SALESFORCE, seed));
    world.hooks().losses(soak.of(SystemName.SMARTSHEET, seed));
    world.warehouse().losses(soak.of(SystemName.FULFILLMENT, seed));
    return soak;
  }

  private Losses of(SystemName system, long seed) {
    Losses some = new Losses(seed * 31 + system.value().hashCode(), SoakFaults.SHARE);
    losses.put(system.value(), some);
    return some;
  }

  /** Somebody edited something: now and then the stream breaks off. */
  void edited() {
    if (!losses.isEmpty() && ++edits % EDITS_BETWEEN_BREAKS == 0) {
      world.org().bus().end();
    }
  }

  /** All is told from now on. */
  void end() {
    world.org().bus().losses(Losses.none());
    world.hooks().losses(Losses.none());
    world.warehouse().losses(Losses.none());
  }

  /** How much got lost, of each system; empty where nothing is told. */
  Map<String, Integer> met() {
    Map<String, Integer> met = new LinkedHashMap<>();
    losses.forEach((system, some) -> met.put(system, some.lost()));
    return met;
  }
}
