package io.partnerhub.sandbox.bench.three;

import io.partnerhub.sandbox.bench.world.MadeUpTrade;
import io.partnerhub.sandbox.bench.world.ThreeSize;
import io.partnerhub.sandbox.bench.world.ThreeWorld;
import io.partnerhub.sandbox.fulfillment.Warehouse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Orders that fulfillment delivers, whose units it then switches on.
 *
 * @param orders numbers of orders that are picked
 */
record TradeChange(ThreeWorld world, List<Integer> orders) {

  private static final long SEED = 2;

  /** One order in a hundred, the same ones for the same size. */
  static TradeChange in(ThreeWorld world) {
    List<Integer> orders = new ArrayList<>(world.trade().picked());
    Collections.shuffle(orders, new Random(SEED));
    int changed = Math.min(orders.size(), world.size().changedOrders());
    return new TradeChange(world, List.copyOf(orders.subList(0, changed)));
  }

  /** Their units. */
  List<Integer> activations() {
    ThreeSize size = world.size();
    return orders.stream()
        .flatMap(
            order ->
                IntStream.iterate(order, n -> n <= size.activations(), n -> n + size.orders())
                    .boxed())
        .toList();
  }

  /** Whoever ordered: open orders and activated units follow. */
  List<Integer> partners() {
    return orders.stream().map(world.trade()::partnerOf).distinct().toList();
  }

  int records() {
    return orders.size() + activations().size() + partners().size();
  }

  void make() {
    Warehouse warehouse = world.warehouse();
    orders.forEach(order -> warehouse.advance(MadeUpTrade.order(order), "delivered"));
    activations().forEach(unit -> warehouse.activate(MadeUpTrade.activation(unit)));
  }

  Map<String, List<Integer>> byType() {
    return Map.of(
        ThreeSize.PARTNER, partners(),
        ThreeSize.ORDER, orders,
        ThreeSize.ACTIVATION, activations());
  }
}
