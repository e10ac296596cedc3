package io.partnerhub.config;

import java.time.Duration;
import java.util.List;

/** The keys of how much comes in by the door at once. */
final class DoorKeys {

  static final Key<Duration> PATIENCE =
      Key.withDefault(
          "hub.http.patience",
          Type.DURATION,
          "10s",
          "How long a sender may take until its request is complete, from its connection or from"
              + " the answer before, however many bytes come meanwhile.");
  static final Key<Integer> CONNECTIONS =
      Key.withDefault(
          "hub.http.connections", Type.COUNT, "256", "Open connections; more are closed at once.");
  static final Key<Integer> CONNECTIONS_OF_ONE =
      Key.withDefault(
          "hub.http.connections-of-one",
          Type.COUNT,
          "64",
          "Open connections of one address; not of this machine, which is where a proxy is.");
  static final Key<Integer> REQUESTS =
      Key.withDefault(
          "hub.http.requests",
          Type.COUNT,
          "64",
          "Requests of one system that are read or worked on at one time; more are answered 429.");
  static final Key<Integer> PER_SECOND =
      Key.withDefault(
          "hub.http.requests-per-second",
          Type.COUNT,
          "1000",
          "Requests of one system in a second; more are answered 429.");
  static final Key<Integer> LONGEST_BODY =
      Key.withDefault(
          "hub.http.longest-body",
          Type.SIZE,
          "4MiB",
          "Longest body of a request; longer ones are answered 413.");
  static final Key<Integer> ROOM =
      Key.withDefault(
          "hub.http.room",
          Type.SIZE,
          "64MiB",
          "Room for the bodies of all requests at one time, at least hub.http.longest-body; what"
              + " does not fit is answered 503.");

  static final List<Key<?>> ALL =
      List.of(PATIENCE, CONNECTIONS, CONNECTIONS_OF_ONE, REQUESTS, PER_SECOND, LONGEST_BODY, ROOM);

  private DoorKeys() {}
}
