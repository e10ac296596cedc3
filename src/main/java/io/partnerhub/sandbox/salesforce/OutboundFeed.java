package io.partnerhub.sandbox.salesforce;

import io.partnerhub.sandbox.salesforce.outbound.Notification;
import io.partnerhub.sandbox.salesforce.outbound.Outbox;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns what a transaction did into notifications of Outbound Messages, as a rule on created and
 * edited records would: nobody is told of deletions.
 */
final class OutboundFeed {

  private static final List<String> OBJECTS = List.of("Account", "Order", "Activation__c");
  private static final String ACTION_PREFIX = "04k";
  private static final String NOTIFICATION_PREFIX = "04l";
  private static final String CARRIED = "Name";

  private final Outbox outbox;
  private long notifications;

  OutboundFeed(Outbox outbox) {
    this.outbox = outbox;
  }

  /** Tells of a commit; the org's lock is held. */
  void publish(List<RowChange> changes) {
    if (outbox.isOn()) {
      outbox.add(
          changes.stream()
              .filter(change -> OBJECTS.contains(change.after().type().name()))
              .filter(change -> List.of("CREATE", "UPDATE").contains(change.type()))
              .map(change -> notification(change.after()))
              .toList());
    }
  }

  private Notification notification(Row row) {
    String object = row.type().name();
    Optional<Object> carried = row.type().field(CARRIED).map(row::get);
    return new Notification(
        Ids.to18(Ids.of(NOTIFICATION_PREFIX, ++notifications)),
        Ids.to18(Ids.of(ACTION_PREFIX, OBJECTS.indexOf(object) + 1L)),
        object,
        Ids.to18(row.id()),
        carried.map(value -> Map.of(CARRIED, value.toString())).orElse(Map.of()));
  }
}
