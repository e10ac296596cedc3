package io.partnerhub.sandbox.salesforce;

import io.partnerhub.sandbox.salesforce.pubsub.Bus;
import io.partnerhub.sandbox.salesforce.pubsub.BusEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Publishes each commit of the org as change events, in the order of the commits. */
final class ChangeFeed {

  private static final String BY_API = "com/salesforce/api/rest/66.0";
  private static final String BY_PERSON = "com/salesforce/api/soap/66.0;client=SfdcInternalAPI/";
  private static final String NO_ID = "000000000000000AAA";
  private static final List<String> EVENTS_OF = List.of("Account", "Order", "Activation__c");

  private final Bus bus;
  private final Clock clock;
  private final Map<SObjectType, ChangeSchema> schemas = new LinkedHashMap<>();
  private long commitNumber = 11_000_000;
  private Instead instead = Instead.NOTHING;
  private int insteadFor;

  /** What comes instead of an event with values. */
  private enum Instead {
    NOTHING,
    /** A header with the record's id and no values. */
    GAP,
    /** A header without a usable id. */
    OVERFLOW,
    /** A header that names all records of the object. */
    WILDCARD;

    private static Instead named(String name) {
      for (Instead known : values()) {
        if (known != NOTHING && known.name().equals(name.toUpperCase(Locale.ROOT))) {
          return known;
        }
      }
      throw new IllegalArgumentException("events come instead as gap, overflow or wildcard");
    }
  }

  /**
   * Records with the same change, in one transaction.
   *
   * @param values of the changed fields; they differ for records with events of their own
   */
  private record Same(SObjectType type, String changeType, String user, List<Object> values) {}

  ChangeFeed(Schema schema, Bus bus, Clock clock) {
    this.bus = bus;
    this.clock = clock;
    for (String name : EVENTS_OF) {
      ChangeSchema events = new ChangeSchema(schema.type(name).orElseThrow());
      schemas.put(events.type(), events);
      bus.topics().define(name, events.id(), events.schema().toString());
    }
  }

  /**
   * The next events are replaced.
   *
   * @param by gap, overflow or wildcard
   */
  void replace(String by, int events) {
    instead = Instead.named(by);
    insteadFor = events;
  }

  /** Publishes what a transaction changed. */
  void publish(List<RowChange> changes) {
    Map<Same, List<RowChange>> events = new LinkedHashMap<>();
    for (RowChange change : changes) {
      Row after = change.after();
      if (schemas.containsKey(after.type()) && bus.topics().isSelected(after.type().name())) {
        events.computeIfAbsent(same(change), s -> new ArrayList<>()).add(change);
      }
    }
    if (events.isEmpty()) {
      return;
    }
    commitNumber++;
    String transaction = UUID.randomUUID().toString();
    List<BusEvent> published = new ArrayList<>();
    for (List<RowChange> alike : events.values()) {
      published.add(event(alike, transaction, published.size() + 1));
    }
    bus.publish(published);
  }

  /** Publishes an event that no change of the org stands behind. */
  void publish(String type, String changeType, List<String> recordIds) {
    ChangeSchema schema =
        schemas.values().stream()
            .filter(s -> s.type().name().equals(type))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no change events of " + type));
    if (!ChangeSchema.CHANGE_TYPES.contains(changeType)) {
      throw new IllegalArgumentException("changeType must be of " + ChangeSchema.CHANGE_TYPES);
    }
    commitNumber++;
    ChangeEvent event =
        new ChangeEvent(schema, changeType, recordIds)
            .by(Ids.to18(People.SPECIALIST), BY_PERSON, clock.instant())
            .in(UUID.randomUUID().toString(), 1, commitNumber);
    bus.log().append(List.of(busEvent(schema, event)));
  }

  private Same same(RowChange change) {
    Row after = change.after();
    String user = (String) after.values()[SObjectType.LAST_MODIFIED_BY];
    List<Object> values =
        switch (change.type()) {
          case "UPDATE" -> difference(change);
          case "DELETE" -> List.of();
          default -> List.of(after.id());
        };
    return new Same(after.type(), change.type(), user, values);
  }

  /** Only texts that come whole are shared: a difference depends on what was there before. */
  private List<Object> difference(RowChange change) {
    Object[] values = new Object[2 * change.after().type().fields().size()];
    for (Field field : schemas.get(change.after().type()).places().keySet()) {
      Object before = change.before().get(field);
      Object after = change.after().get(field);
      if (!Objects.equals(before, after)) {
        values[2 * field.ordinal()] = Optional.ofNullable(after);
        boolean isLong = after instanceof String text && text.length() > ChangeEvent.LONGEST_TEXT;
        values[2 * field.ordinal() + 1] = isLong ? change.after().id() : null;
      }
    }
    return Arrays.asList(values);
  }

  private BusEvent event(List<RowChange> alike, String transaction, int sequence) {
    RowChange first = alike.get(0);
    ChangeSchema schema = schemas.get(first.after().type());
    List<String> ids = alike.stream().map(c -> Ids.to18(c.after().id())).toList();
    String user = (String) first.after().values()[SObjectType.LAST_MODIFIED_BY];
    Instant now = clock.instant();
    ChangeEvent event =
        filled(schema, first, ids)
            .by(Ids.to18(user), user.equals(People.HUB) ? BY_API : BY_PERSON, now)
            .in(transaction, sequence, commitNumber);
    return busEvent(schema, event);
  }

  private ChangeEvent filled(ChangeSchema schema, RowChange change, List<String> ids) {
    String type = change.type();
    if (insteadFor > 0) {
      insteadFor--;
      return switch (instead) {
        case NOTHING -> throw new IllegalStateException("nothing cannot replace an event");
        case GAP -> new ChangeEvent(schema, "GAP_" + type, ids);
        case OVERFLOW -> new ChangeEvent(schema, "GAP_OVERFLOW", List.of(NO_ID));
        case WILDCARD -> new ChangeEvent(schema, type, List.of(schema.type().keyPrefix() + "*"));
      };
    }
    ChangeEvent event = new ChangeEvent(schema, type, ids);
    return switch (type) {
      case "UPDATE" -> event.difference(change.before(), change.after());
      case "DELETE" -> event;
      default -> event.whole(change.after());
    };
  }

  private static BusEvent busEvent(ChangeSchema schema, ChangeEvent event) {
    return new BusEvent(
        schema.type().name(), UUID.randomUUID().toString(), schema.id(), event.bytes());
  }
}
