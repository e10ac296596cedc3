package io.partnerhub.sandbox;

import static io.partnerhub.model.SystemName.FULFILLMENT;
import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static io.partnerhub.sandbox.Trio.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sandbox.sim.FaultRule;
import io.partnerhub.sandbox.sim.Operation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreeSystemsKillIT {

  private static final int EDITS = 6;

  @Test
  void a_hub_killed_amid_writes_whose_answers_are_lost_makes_nothing_twice(@TempDir Path dir)
      throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Path dataDir = Files.createDirectory(dir.resolve("data"));
    try (Trio trio = new Trio(dataDir).fill();
        KilledHub hub = new KilledHub(trio.rig(), dataDir, dir)) {
      trio.fail(FULFILLMENT, FaultRule.once("POST", "/orders", new Fault.CutAfter()));
      trio.fail(SMARTSHEET, FaultRule.once("POST", "/rows", new Fault.CutAfter()));
      killAfterWrites(trio, hub, random, FULFILLMENT, 2);
      killAfterWrites(trio, hub, random, SMARTSHEET, 1);

      Map<String, String> cities = new TreeMap<>();
      Map<String, String> notes = new TreeMap<>();
      edit(trio, cities, notes);
      trio.fail(
          SALESFORCE,
          FaultRule.once("POST", "/composite", new Fault.CutAfter()).containing("PATCH"));
      trio.fail(FULFILLMENT, FaultRule.once("POST", "/batch", new Fault.CutAfter()));
      killAfterWrites(trio, hub, random, SALESFORCE, 1);
      hub.start();

      await()
          .alias("seed " + seed)
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(200))
          .untilAsserted(() -> converged(trio, cities, notes));
    }
  }

  /** Kills the hub up to 60 ms after so many writes have begun in a system. */
  private static void killAfterWrites(
      Trio trio, KilledHub hub, Random random, SystemName system, int writes) throws Exception {
    long before = writes(trio, system);
    hub.killWhen(() -> writes(trio, system) >= before + writes, random);
  }

  private static long writes(Trio trio, SystemName system) {
    return trio.server(system).counters().snapshot().of(Operation.WRITE);
  }

  private static void edit(Trio trio, Map<String, String> cities, Map<String, String> notes) {
    for (int i = 0; i < EDITS; i++) {
      String order = number(1 + i);
      trio.orders().edit(SALESFORCE, order, "city", "City " + i);
      cities.put(order, "City " + i);
      String unit = number(10 + i) + "-A";
      boolean isTracked = trio.activations().tracker().find(unit).isPresent();
      trio.activations().edit(isTracked ? SMARTSHEET : SALESFORCE, unit, "notes", "Note " + i);
      notes.put(unit, "Note " + i);
    }
    trio.orders().salesforce().add(Trio.order("60001", Trio.partnerOf(1), "Ready"));
  }

  private static void converged(Trio trio, Map<String, String> cities, Map<String, String> notes) {
    trio.allAgree();
    assertThat(trio.orders().salesforce().all()).hasSize(Trio.ORDERS + 1);
    assertThat(trio.orders().tracker().all()).hasSize(Trio.ORDERS + 1);
    assertThat(trio.orders().fulfillment().all()).hasSize(Trio.ORDERS + 1);
    assertThat(trio.activations().fulfillment().all()).hasSize(Trio.ACTIVATIONS);
    assertThat(trio.partners().tracker().all()).hasSize(Trio.PARTNERS);
    cities.forEach(
        (order, city) ->
            assertThat(trio.orders().agreed(order, "city", city)).as(order + " " + city).isTrue());
    notes.forEach(
        (unit, note) ->
            assertThat(trio.activations().agreed(unit, "notes", note))
                .as(unit + " " + note)
                .isTrue());
  }
}
