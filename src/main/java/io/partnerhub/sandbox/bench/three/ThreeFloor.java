package io.partnerhub.sandbox.bench.three;

import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.bench.measure.Calls;
import io.partnerhub.sandbox.bench.measure.Floor;
import io.partnerhub.sandbox.bench.world.MadeUpTrade;
import io.partnerhub.sandbox.bench.world.ThreeSize;
import io.partnerhub.sandbox.bench.world.ThreeWorld;
import io.partnerhub.sandbox.sim.Counters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What the stages cost, beside the fewest calls: each record written at most once in a system. */
final class ThreeFloor {

  private final ThreeWorld world;

  ThreeFloor(ThreeWorld world) {
    this.world = world;
  }

  /**
   * Trackers get all records, derived fields with them; Salesforce gets the derived fields of
   * partners and what fulfillment knows; fulfillment gets what it does not have.
   */
  Map<String, Calls> firstSync() {
    ThreeSize size = world.size();
    int orders = inFulfillment(IntStream.rangeClosed(1, size.orders()));
    int activations =
        inFulfillment(IntStream.rangeClosed(1, size.activations()).map(world.trade()::orderOf));
    long rows =
        size.amounts().stream()
            .mapToLong(amount -> Floor.smartsheetWrites(amount.perSheet()))
            .sum();
    long creates =
        Floor.fulfillmentWrites(size.orders() - orders)
            + Floor.fulfillmentWrites(size.activations() - activations);
    return calls(
        List.of(size.partners(), orders, activations), new Fewest(0, rows), new Fewest(0, creates));
  }

  private static int inFulfillment(IntStream orders) {
    return (int) orders.filter(MadeUpTrade::isInFulfillment).count();
  }

  /** Fulfillment has the news, Salesforce and the trackers get it. */
  Map<String, Calls> change(TradeChange change) {
    long reads = 0;
    long writes = 0;
    for (Map.Entry<String, List<Integer>> changed : change.byType().entrySet()) {
      List<Integer> rows = world.size().of(changed.getKey()).perSheet(changed.getValue());
      reads += Floor.smartsheetReads(rows);
      writes += Floor.smartsheetWrites(rows);
    }
    return calls(
        change.byType().values().stream().map(List::size).toList(),
        new Fewest(reads, writes),
        new Fewest(0, 0));
  }

  private record Fewest(long reads, long writes) {}

  private Map<String, Calls> calls(
      List<Integer> inSalesforce, Fewest smartsheet, Fewest fulfillment) {
    Fewest salesforce =
        new Fewest(
            inSalesforce.stream().mapToLong(Floor::salesforceReads).sum(),
            inSalesforce.stream().mapToLong(Floor::salesforceWrites).sum());
    Map<String, Counters.Snapshot> counted = world.counted();
    Map<String, Calls> calls = new LinkedHashMap<>();
    Map.of(
            SystemName.SALESFORCE, salesforce,
            SystemName.SMARTSHEET, smartsheet,
            SystemName.FULFILLMENT, fulfillment)
        .forEach(
            (system, fewest) ->
                calls.put(
                    system.value(),
                    Calls.of(counted.get(system.value()), fewest.reads(), fewest.writes())));
    return calls;
  }
}
