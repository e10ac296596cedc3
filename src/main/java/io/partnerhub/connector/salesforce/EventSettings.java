package io.partnerhub.connector.salesforce;

import io.partnerhub.connector.salesforce.event.EventServer;
import io.partnerhub.connector.salesforce.event.EventStream;
import io.partnerhub.connector.salesforce.event.StreamEnd;
import java.time.Duration;
import java.util.Set;

/**
 * How to listen to change events.
 *
 * @param silence after which a stream counts as dead; Salesforce sends a frame within 270 seconds
 * @param retry after how long to try again what only time or an administrator changes
 */
public record EventSettings(EventServer server, Duration silence, Duration retry) {

  /** The end of a stream of which nothing came. */
  StreamEnd silent() {
    return new StreamEnd(
        StreamEnd.Kind.SILENT, "nothing was heard for %d s".formatted(silence.toSeconds()));
  }

  /** The end of one that was never begun. */
  StreamEnd unanswered(Duration waited) {
    return new StreamEnd(
        StreamEnd.Kind.OVER,
        "nobody answers at %s:%d within %d s: let the hub through where a firewall is in between"
            .formatted(server.host(), server.port(), waited.toSeconds()));
  }

  /** What keeps the hub from listening to changes of some objects, and what to do about it. */
  static String inWords(StreamEnd end, Set<String> objects) {
    String why =
        switch (end.kind()) {
          case NOT_SET_UP ->
              "the hub's user may not see "
                  + EventStream.TOPIC
                  + ": select "
                  + String.join(", ", objects.stream().sorted().toList())
                  + " under Setup, Change Data Capture, and let the user view all their records";
          case ALLOCATION -> "the org's event deliveries of 24 hours are used up";
          case LOGIN, OVER, POSITION_LOST, SILENT -> "the change events ended";
        };
    return why + " (" + end.why() + "); Salesforce is polled meanwhile";
  }
}
