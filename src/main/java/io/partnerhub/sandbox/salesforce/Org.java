package io.partnerhub.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.sandbox.salesforce.pubsub.Bus;
import io.partnerhub.sandbox.sim.SimAnswer;
import io.partnerhub.sandbox.sim.SimRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The org and what its people and administrators do in it; thread safe by one lock.
 *
 * <p>A record is named by an id of either length or by the value of its object's external id. Field
 * values are what JSON would hold: text, number, boolean or null. What the org refuses is an {@link
 * IllegalArgumentException} with its status code.
 */
public final class Org {

  private final OrgSettings settings;
  private final Clock clock;
  private final Bus bus;
  private final OutboundFeed outbound;
  private ChangeFeed feed;
  private OrgState state;
  private FrontDoor door;

  Org(OrgSettings settings, OutboundFeed outbound, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.bus = new Bus(clock);
    this.outbound = outbound;
    reset();
  }

  synchronized SimAnswer answer(SimRequest request) {
    return state.database().transaction(() -> door.answer(request));
  }

  /** Commits what the clock has made due, though nobody calls. */
  synchronized void settle() {
    state.database().settle();
  }

  synchronized void reset() {
    state = OrgState.fresh(settings, clock);
    door = new FrontDoor(state, settings, clock);
    bus.reset();
    feed = new ChangeFeed(state.database().schema(), bus, clock);
    Consumer<List<RowChange>> events = feed::publish;
    state.database().watch(events.andThen(outbound::publish));
  }

  /** Where the org's change events are. */
  public Bus bus() {
    return bus;
  }

  /** Whether an access token is of an open session. */
  synchronized boolean isOpen(String token) {
    return state.sessions().isOpen(token);
  }

  /**
   * The next change events come as something else.
   *
   * @param by gap, overflow or wildcard
   */
  public synchronized void replaceEvents(String by, int events) {
    feed.replace(by, events);
  }

  /** Publishes a change event that no change stands behind, such as a gap. */
  public synchronized void publish(String type, String changeType, List<String> recordIds) {
    feed.publish(type, changeType, recordIds);
  }

  /** Creates a record as a person does; returns its 18-character id. */
  public synchronized String create(String type, Map<String, ?> fields) {
    return Ids.to18(
        written(() -> state.writer().insert(state.type(type), json(fields), People.SPECIALIST)));
  }

  /** Creates many records at once, stamped now. */
  public synchronized void seed(String type, Iterable<? extends Map<String, ?>> records) {
    for (Map<String, ?> record : records) {
      written(() -> state.writer().insert(state.type(type), json(record), People.SPECIALIST));
    }
  }

  /** Changes a record as a person does. */
  public synchronized void edit(String type, String record, Map<String, ?> fields) {
    Row row = row(type, record);
    written(
        () -> {
          state.writer().update(row.type(), row.id(), json(fields), People.SPECIALIST);
          return row.id();
        });
  }

  /** Changes a record with a stamp of now that others see only later; until then it is locked. */
  public synchronized void editLate(
      String type, String record, Map<String, ?> fields, Duration visibleAfter) {
    Row row = row(type, record);
    written(
        () -> {
          state
              .writer()
              .updateLater(row.type(), row.id(), json(fields), People.SPECIALIST, visibleAfter);
          return row.id();
        });
  }

  /** Puts a record into the recycle bin. */
  public synchronized void delete(String type, String record) {
    Row row = row(type, record);
    written(
        () -> {
          state.writer().delete(row.type(), row.id(), People.SPECIALIST);
          return row.id();
        });
  }

  /** Takes a record out of the recycle bin; it is named by its id. */
  public synchronized void undelete(String type, String id) {
    Row row = row(type, id);
    written(
        () -> {
          state.writer().undelete(row, People.SPECIALIST);
          return row.id();
        });
  }

  /** A record as the API would show it, deleted or not; empty when there is none. */
  public synchronized Optional<JsonNode> record(String type, String record) {
    state.database().settle();
    return state.find(state.type(type), record).map(this::shown);
  }

  /** All records of an object, deleted ones included, by id. */
  public synchronized List<JsonNode> records(String type) {
    state.database().settle();
    return state.database().table(state.type(type)).rows().stream()
        .sorted(Comparator.comparing(Row::id))
        .map(this::shown)
        .toList();
  }

  /** How many records of an object there are that are not deleted. */
  public synchronized int count(String type) {
    state.database().settle();
    return (int)
        state.database().table(state.type(type)).rows().stream()
            .filter(row -> !row.deleted())
            .count();
  }

  /** Ends every session: the next calls are answered 401. */
  public synchronized void expireTokens() {
    state.sessions().closeAll();
  }

  /** Refuses writes of one record. */
  public synchronized void refuse(Refusal refusal) {
    state.refusals().add(refusal);
  }

  /** Takes all refusals back. */
  public synchronized void clearRefusals() {
    state.refusals().clear();
  }

  /** Changes a field's length, precision, scale, required, writable, restricted or options. */
  public synchronized void changeField(String type, String field, Map<String, ?> changes) {
    state.type(type).change(field, json(changes));
  }

  /** Adds an automation to all objects that have its field. */
  public synchronized void addTrigger(Trigger trigger) {
    state.triggers().add(trigger);
  }

  /** Removes all automations. */
  public synchronized void clearTriggers() {
    state.triggers().clear();
  }

  /** No page of a query result is longer from now on. */
  public synchronized void pageSize(int rows) {
    if (rows < 1) {
      throw new IllegalArgumentException("the page size must be at least 1");
    }
    state.queries().pageSize(rows);
  }

  /** How many calls a day the org allows. */
  public synchronized void dailyCalls(int most) {
    state.usage().allow(most);
  }

  private Row row(String typeName, String record) {
    state.database().settle();
    return state
        .find(state.type(typeName), record)
        .orElseThrow(
            () -> new IllegalArgumentException("the org has no " + typeName + " " + record));
  }

  private JsonNode shown(Row row) {
    Projection all = Projection.all(state.database(), row.type());
    return Wire.tree(json -> all.write(json, row, "v60.0"));
  }

  private static JsonNode json(Map<String, ?> fields) {
    return Wire.MAPPER.valueToTree(fields);
  }

  private String written(Database.Work<String, RowRefused> writing) {
    try {
      return state.database().transaction(writing);
    } catch (RowRefused e) {
      throw new IllegalArgumentException(e.statusCode() + ": " + e.getMessage(), e);
    }
  }
}
