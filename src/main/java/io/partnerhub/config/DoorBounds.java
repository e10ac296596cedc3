package io.partnerhub.config;

import java.time.Duration;

/**
 * How much comes in by the door at once.
 *
 * @param patience until a request is complete
 * @param connections open ones
 * @param connectionsOfOne open ones of one address
 * @param requests of one system at one time
 * @param perSecond requests of one system
 * @param longestBody of a request, in bytes
 * @param room for all bodies, in bytes; at least the longest
 */
public record DoorBounds(
    Duration patience,
    int connections,
    int connectionsOfOne,
    int requests,
    int perSecond,
    int longestBody,
    int room) {

  static DoorBounds from(ConfigReader reader) {
    DoorBounds bounds =
        new DoorBounds(
            reader.read(DoorKeys.PATIENCE),
            reader.count(DoorKeys.CONNECTIONS),
            reader.count(DoorKeys.CONNECTIONS_OF_ONE),
            reader.count(DoorKeys.REQUESTS),
            reader.count(DoorKeys.PER_SECOND),
            reader.count(DoorKeys.LONGEST_BODY),
            reader.count(DoorKeys.ROOM));
    if (bounds.room > 0 && bounds.room < bounds.longestBody) {
      reader.fault(
          "%s is less than %s, which would never fit. Raise the one or lower the other"
              .formatted(DoorKeys.ROOM.name(), DoorKeys.LONGEST_BODY.name()));
    }
    return bounds;
  }
}
