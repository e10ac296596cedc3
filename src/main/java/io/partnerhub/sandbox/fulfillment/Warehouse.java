package io.partnerhub.sandbox.fulfillment;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.sandbox.sim.Losses;
import io.partnerhub.sandbox.sim.SimAnswer;
import io.partnerhub.sandbox.sim.SimRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The warehouse and what its people do; thread safe by one lock. A record is named by its business
 * key, values are what JSON would hold. What the service would refuse is an {@link
 * IllegalArgumentException}.
 */
public final class Warehouse {

  private final ClientSettings client;
  private final Clock clock;
  private final Contract contract = Contract.read();
  private final Courier courier;
  private Access access;
  private Stock stock;
  private Clerk clerk;
  private Floor floor;
  private Refusals refusals;
  private ListEndpoint lists;
  private FrontDoor door;
  private Pace pace;

  Warehouse(ClientSettings client, Clock clock) {
    this.client = client;
    this.clock = clock;
    this.courier = new Courier(clock);
    reset();
  }

  synchronized SimAnswer answer(SimRequest request) {
    work();
    return door.answer(request);
  }

  synchronized void reset() {
    access = new Access(client, clock);
    courier.subscribe(null);
    courier.losses(Losses.none());
    stock = new Stock(clock, courier::tell);
    refusals = new Refusals();
    clerk = new Clerk(stock, contract, refusals);
    floor = new Floor(stock, clerk, clock);
    lists = new ListEndpoint(stock, contract);
    door = new FrontDoor(access, lists, new WriteEndpoint(clerk, contract));
    pace = null;
  }

  /** Adds records as the warehouse's own. */
  public synchronized void seed(Resource resource, Iterable<? extends Map<String, ?>> records) {
    records.forEach(
        record -> taken(() -> clerk.create(resource, Wire.fields(record), Floor.WAREHOUSE)));
  }

  /** Changes a record; null empties a field. */
  public synchronized void edit(Resource resource, String key, Map<String, ?> fields) {
    Item item = floor.get(resource, key);
    taken(() -> clerk.update(resource, item, Wire.fields(fields), Floor.WAREHOUSE));
  }

  /** Deletes a record, which leaves a tombstone in the list of changes. */
  public synchronized void delete(Resource resource, String key) {
    stock.remove(resource, floor.get(resource, key), Floor.WAREHOUSE);
  }

  /** The live record with this business key, as the API shows it. */
  public synchronized Optional<JsonNode> record(Resource resource, String key) {
    work();
    return stock.table(resource).find(key).map(Item::json);
  }

  /** All live records, by business key. */
  public synchronized List<JsonNode> records(Resource resource) {
    work();
    return stock.table(resource).all().stream()
        .filter(item -> !item.deleted())
        .sorted(Comparator.comparing(item -> item.text(resource.key())))
        .<JsonNode>map(Item::json)
        .toList();
  }

  /** How many live records there are. */
  public synchronized int count(Resource resource) {
    work();
    return stock.table(resource).count();
  }

  /** Takes an order one step along its course; returns its new status. */
  public synchronized String advance(String orderNumber) {
    return taken(() -> floor.advance(orderNumber));
  }

  /** Takes an order along its course up to a status; not a step where none leads there. */
  public synchronized void advance(String orderNumber, String status) {
    String now = floor.get(Resource.ORDERS, orderNumber).text("status");
    if (!Resource.ORDERS.course().leadsAlong(now, status)) {
      throw new IllegalArgumentException(
          "the order %s is %s: no step of the warehouse leads to \"%s\""
              .formatted(orderNumber, now, status));
    }
    while (!floor.get(Resource.ORDERS, orderNumber).text("status").equals(status)) {
      advance(orderNumber);
    }
  }

  /** Switches a unit on. */
  public synchronized void activate(String activationNumber) {
    taken(
        () -> {
          floor.activate(activationNumber);
          return null;
        });
  }

  /** From now on the warehouse works by itself; each step takes a time that the seed decides. */
  public synchronized void workBySeed(long seed, Duration shortest, Duration longest) {
    pace = new Pace(seed, shortest, longest);
  }

  /** From now on the warehouse works on command only. */
  public synchronized void workOnCommand() {
    pace = null;
  }

  /** From now on every change is told to this subscriber, and to no other; null for none. */
  public synchronized void subscribe(Subscription subscription) {
    courier.subscribe(subscription);
  }

  /** Which of the calls to the subscriber get lost on their way; none unless set. */
  public void losses(Losses some) {
    courier.losses(some);
  }

  /** Lets tokens expire: those by client credentials, and the lasting one if asked. */
  public synchronized void expireTokens(boolean lasting) {
    access.expire(lasting);
  }

  /** Makes the lasting token good again. */
  public synchronized void renewToken() {
    access.renew();
  }

  /** Cursors given so far are answered 410, and tombstones are forgotten. */
  public synchronized void expireCursors() {
    lists.forget();
  }

  /** Calls that the client may make in any minute. */
  public synchronized void requestsPerMinute(int most) {
    access.perMinute(most);
  }

  /** Refuses writes of one record by its business key, so many times. */
  synchronized void refuse(String key, Problem problem, int times) {
    refusals.add(key, problem, times);
  }

  /** Refuses writes of one record for its values, so many times. */
  public synchronized void refuse(String key, String pointer, String message, int times) {
    refuse(key, Problem.invalid(pointer, "invalid", message), times);
  }

  /** Takes all refusals back. */
  public synchronized void clearRefusals() {
    refusals.clear();
  }

  private void work() {
    if (pace != null) {
      pace.work(stock, floor, clock.instant());
    }
  }

  private static <T> T taken(Supplier<T> doing) {
    try {
      return doing.get();
    } catch (Problem refused) {
      throw new IllegalArgumentException(refused.json().toString(), refused);
    }
  }
}
