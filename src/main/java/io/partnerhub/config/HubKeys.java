package io.partnerhub.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The keys of the hub itself. */
final class HubKeys {

  static final Key<String> HUB_ID =
      Key.withDefault(
          "hub.id",
          Type.NAME,
          "partner-hub",
          "Name of this hub; it marks the hub's own writes in Smartsheet.");
  static final Key<Path> DATA_DIR =
      Key.withDefault(
          "hub.data-dir",
          Type.PATH,
          "data",
          "Directory of the embedded store, and of the files by which commands and systems find the"
              + " hub (jmx.access, webhook.addresses); logs go to the console.");
  static final Key<Path> ROUTES_DIR =
      Key.withDefault("hub.routes-dir", Type.PATH, "routes", "Directory of the Camel routes.");
  static final Key<Path> MAPPINGS_DIR =
      Key.withDefault("hub.mappings-dir", Type.PATH, "mappings", "Directory of the mapping files.");
  static final Key<HostPort> HTTP_PORT =
      Key.withDefault(
          "hub.http.port",
          Type.LOCAL_PORT,
          "127.0.0.1:8080",
          "Where webhooks come in: a port on 127.0.0.1 for a proxy there, or address:port.");
  static final Key<Path> HTTP_KEYSTORE =
      Key.optional(
          "hub.http.keystore",
          Type.PATH,
          "Java keystore with the key and certificate for TLS at hub.http.port, where no proxy"
              + " does that.",
          "config/hub.p12");
  static final Key<Secret> HTTP_KEYSTORE_PASSWORD =
      Key.depends(
          "hub.http.keystore-password", Type.SECRET, "Its password; needed with a keystore.", "…");
  static final Key<HostPort> MANAGEMENT_PORT =
      Key.withDefault(
          "hub.management.port",
          Type.LOCAL_PORT,
          "127.0.0.1:8081",
          "Where health is served, and Jolokia where it is on; never open it to the world.");
  static final Key<URI> PUBLIC_URL =
      Key.optional(
          "hub.public-url",
          Type.ADDRESS,
          "The address under which the outside reaches hub.http.port, for webhooks.",
          "https://hub.example.com");
  static final Key<Integer> INBOX_MOST =
      Key.withDefault(
          "hub.inbox.most",
          Type.COUNT,
          "100000",
          "So many hints of a system, of its webhooks and events, may wait; the senders of more are"
              + " told to come again.");
  static final Key<Duration> INBOX_OLDEST =
      Key.withDefault(
          "hub.inbox.oldest",
          Type.DURATION,
          "6h",
          "How long a system's first notice may wait before no more of it are taken in; polls find"
              + " what it would have told.");
  static final Key<Duration> GRACE =
      Key.withDefault(
          "hub.grace",
          Type.DURATION,
          "60s",
          "How long a call without an answer may still take effect; no add is repeated before.");
  static final Key<Duration> DRAIN =
      Key.withDefault(
          "hub.drain",
          Type.DURATION,
          "8s",
          "How long calls under way may still take when the hub is stopped; whole seconds.");
  static final Key<Duration> CLOCK_TOLERANCE =
      Key.withDefault(
          "hub.clock-tolerance",
          Type.DURATION,
          "2s",
          "How far the systems' clocks may be apart when the later of two edits is looked for.");
  static final Key<Duration> GIVE_UP_AFTER =
      Key.withDefault(
          "hub.give-up-after",
          Type.DURATION,
          "6h",
          "How long a system may fail a write before it becomes a dead letter.");
  static final Key<Duration> PARENT_PATIENCE =
      Key.withDefault(
          "hub.parent-patience",
          Type.DURATION,
          "1h",
          "How long a record may wait for the one it refers to before that counts as a failure.");
  static final Key<Duration> LEDGER_KEEP =
      Key.withDefault(
          "hub.ledger.keep",
          Type.DURATION,
          "400d",
          "How long the ledger keeps why a field has its value, and dead letters are kept after"
              + " they were closed.");

  static final Key<Integer> GUARD_SHARE =
      Key.withDefault(
          "hub.guard.share",
          Type.PERCENT,
          "20",
          "Percent of the rows in a sheet or object that people may change at once; more asks you.");
  static final Key<Integer> GUARD_COPIES =
      Key.withDefault(
          "hub.guard.rows",
          Type.COUNT,
          "20",
          "So many rows may always change at once, however few there are.");
  static final Key<Duration> GUARD_WITHIN =
      Key.withDefault(
          "hub.guard.within",
          Type.DURATION,
          "30s",
          "What people change in so long counts as at once, however it is read.");

  static final Key<Integer> REPLAY_STOP_SHARE =
      Key.withDefault(
          "hub.replay.stop-share",
          Type.PERCENT,
          "50",
          "A bulk replay stops by itself once more than this percent of its letters failed again.");
  static final Key<Integer> REPLAY_STOP_AFTER =
      Key.withDefault(
          "hub.replay.stop-after",
          Type.COUNT,
          "10",
          "That share is judged once so many letters have come to an end.");

  static final List<Key<?>> ALL =
      List.of(
          HUB_ID,
          DATA_DIR,
          ROUTES_DIR,
          MAPPINGS_DIR,
          HTTP_PORT,
          HTTP_KEYSTORE,
          HTTP_KEYSTORE_PASSWORD,
          MANAGEMENT_PORT,
          PUBLIC_URL,
          INBOX_MOST,
          INBOX_OLDEST,
          GRACE,
          DRAIN,
          CLOCK_TOLERANCE,
          GIVE_UP_AFTER,
          PARENT_PATIENCE,
          LEDGER_KEEP,
          GUARD_SHARE,
          GUARD_COPIES,
          GUARD_WITHIN,
          REPLAY_STOP_SHARE,
          REPLAY_STOP_AFTER);

  private HubKeys() {}
}
