package io.partnerhub.sandbox.bench.push;

import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.bench.measure.Calls;
import io.partnerhub.sandbox.bench.measure.Floor;
import io.partnerhub.sandbox.bench.measure.HubProcess;
import io.partnerhub.sandbox.bench.measure.Progress;
import io.partnerhub.sandbox.bench.measure.Seconds;
import io.partnerhub.sandbox.bench.world.ServiceLimits;
import io.partnerhub.sandbox.bench.world.ThreeSize;
import io.partnerhub.sandbox.bench.world.ThreeWorld;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Many orders changed in Salesforce at once, as a data load there does. */
record Bursts(ThreeWorld world, Notes notes, HubProcess hub, Progress progress) {

  /**
   * Changes orders, and waits until all others have what was changed.
   *
   * @param limits what the services and the hub keep meanwhile
   */
  Burst of(List<Integer> orders, ServiceLimits limits) {
    String stage = "%,d changes at once, %s".formatted(orders.size(), limits.name());
    progress.say(stage);
    world.resetCounters();
    Trips trips = new Trips(notes, stage, System::nanoTime);
    long began = System.nanoTime();
    orders.forEach(order -> trips.begin(SystemName.SALESFORCE, order));
    double made = Seconds.since(began);
    trips.arrive(hub);
    return new Burst(
        limits.name(), orders.size(), made, Seconds.since(began), world.refused(), calls(orders));
  }

  private Map<String, Calls> calls(List<Integer> orders) {
    List<Integer> rows = world.size().of(ThreeSize.ORDER).perSheet(orders);
    Map<String, Calls> calls = new LinkedHashMap<>();
    calls.put(
        SystemName.SMARTSHEET.value(),
        Calls.of(
            world.smartsheet().counters().snapshot(),
            Floor.smartsheetReads(rows),
            Floor.smartsheetWrites(rows)));
    calls.put(
        SystemName.FULFILLMENT.value(),
        Calls.of(
            world.fulfillment().counters().snapshot(),
            Floor.fulfillmentReads(orders.size()),
            Floor.fulfillmentWrites(orders.size())));
    return calls;
  }
}
