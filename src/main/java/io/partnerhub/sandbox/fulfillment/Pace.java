package io.partnerhub.sandbox.fulfillment;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;

/**
 * The warehouse at work by itself: how long each step takes follows from the seed, the order and
 * the step alone. It has no thread of its own; what was due is done when somebody looks.
 */
final class Pace {

  private static final Set<String> OPEN = Set.of("ready", "accepted", "picked", "shipped");
  private static final String DELIVERED = "delivered";

  private final long seed;
  private final Duration shortest;
  private final Duration longest;
  private final PriorityQueue<Step> steps = new PriorityQueue<>(Comparator.comparing(Step::due));
  private long seen;

  private record Step(Instant due, Resource resource, String id, String key, String status) {}

  /**
   * @param shortest the least time a step takes
   * @param longest the most
   */
  Pace(long seed, Duration shortest, Duration longest) {
    if (shortest.isNegative() || longest.compareTo(shortest) < 0) {
      throw new IllegalArgumentException("the times of a step must be from 0 up");
    }
    this.seed = seed;
    this.shortest = shortest;
    this.longest = longest;
  }

  /** Does every step that is due by now, and those that become due by it. */
  void work(Stock stock, Floor floor, Instant now) {
    plan(stock);
    while (!steps.isEmpty() && !steps.peek().due().isAfter(now)) {
      Step step = steps.remove();
      boolean stands =
          stock
              .table(step.resource())
              .get(step.id())
              .filter(item -> !item.deleted() && item.text("status").equals(step.status()))
              .isPresent();
      if (stands && step.resource() == Resource.ORDERS) {
        floor.advance(step.key());
      } else if (stands) {
        floor.activate(step.key());
      }
      plan(stock);
    }
  }

  private void plan(Stock stock) {
    for (Resource resource : Resource.values()) {
      for (Item item : stock.table(resource).after(seen, Integer.MAX_VALUE)) {
        plan(resource, item);
      }
    }
    seen = stock.changes();
  }

  private void plan(Resource resource, Item item) {
    String status = item.text("status");
    boolean waits = resource == Resource.ORDERS ? OPEN.contains(status) : free(item, status);
    if (!item.deleted() && waits) {
      String key = item.text(resource.key());
      Instant due = item.updated().at().plus(takes(key, status));
      steps.add(new Step(due, resource, item.id(), key, status));
    }
  }

  private static boolean free(Item unit, String status) {
    return status.equals(DELIVERED) && unit.text("blocker").isEmpty();
  }

  private Duration takes(String key, String status) {
    Random random = new Random(seed * 31 + (key + " " + status).hashCode());
    long range = longest.minus(shortest).toMillis();
    return shortest.plusMillis((long) (random.nextDouble() * range));
  }
}
