package io.partnerhub.config;

import java.time.Duration;
import java.util.List;

/** The keys of what Salesforce tells by itself. */
final class ChangeEventKeys {

  static final Key<Boolean> EVENTS =
      Key.withDefault(
          "salesforce.events",
          Type.SWITCH,
          "on",
          "Whether the hub listens to change events, where salesforce.pubsub.server is set.");
  static final Key<HostPort> SERVER =
      Key.optional(
          "salesforce.pubsub.server",
          Type.SERVER,
          "Where Salesforce tells of changes at once; without it the hub learns of them by polls."
              + " Select the mapped objects under Setup, Change Data Capture, before.",
          "api.pubsub.salesforce.com:7443");
  static final Key<Duration> SILENCE =
      Key.withDefault(
          "salesforce.pubsub.silence",
          Type.DURATION,
          "5m",
          "After how long without a sign of life it is listened to anew; Salesforce gives one"
              + " within 270 seconds.");
  static final Key<Duration> RETRY =
      Key.withDefault(
          "salesforce.pubsub.retry",
          Type.DURATION,
          "30m",
          "When to try again once the org's event deliveries of the day are used up, or its change"
              + " events are not set up.");

  static final Key<Boolean> OUTBOUND_MESSAGES =
      Key.withDefault(
          "salesforce.outbound-messages",
          Type.SWITCH,
          "off",
          "Whether Outbound Messages are taken at hub.http.port, for orgs without change events.");

  static final List<Key<?>> ALL = List.of(EVENTS, SERVER, SILENCE, RETRY, OUTBOUND_MESSAGES);

  private ChangeEventKeys() {}
}
