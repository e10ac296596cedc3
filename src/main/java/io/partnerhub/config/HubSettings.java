package io.partnerhub.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The hub itself.
 *
 * @param publicUrl null when the outside cannot reach it
 * @param inboxMost hints of a system that may wait
 * @param inboxOldest how long the first of a system may wait before no more are taken in
 * @param grace how long a call without an answer may still take effect
 * @param drain how long calls under way may take when the hub is stopped
 * @param clockTolerance how far the systems' clocks may be apart
 * @param giveUpAfter how long a system may fail a write before it becomes a dead letter
 * @param parentPatience how long a record may wait for the one it refers to
 * @param ledgerKeep how long ledger entries are kept
 * @param guardShare percent of the copies in a sheet or object that may change at once
 * @param guardCopies how many may always change at once
 * @param guardWithin what comes in so long is at once
 * @param replayStopShare percent of a bulk replay's letters that may fail again
 * @param replayStopAfter how many must have come to an end before that is judged
 */
public record HubSettings(
    String id,
    Path dataDir,
    Path routesDir,
    Path mappingsDir,
    HttpSettings http,
    HostPort management,
    URI publicUrl,
    int inboxMost,
    Duration inboxOldest,
    Duration grace,
    Duration drain,
    Duration clockTolerance,
    Duration giveUpAfter,
    Duration parentPatience,
    Duration ledgerKeep,
    int guardShare,
    int guardCopies,
    Duration guardWithin,
    int replayStopShare,
    int replayStopAfter) {

  static HubSettings from(ConfigReader reader) {
    return new HubSettings(
        reader.read(HubKeys.HUB_ID),
        reader.read(HubKeys.DATA_DIR),
        reader.read(HubKeys.ROUTES_DIR),
        reader.read(HubKeys.MAPPINGS_DIR),
        HttpSettings.from(reader),
        reader.read(HubKeys.MANAGEMENT_PORT),
        reader.read(HubKeys.PUBLIC_URL),
        reader.count(HubKeys.INBOX_MOST),
        reader.read(HubKeys.INBOX_OLDEST),
        reader.read(HubKeys.GRACE),
        reader.read(HubKeys.DRAIN),
        reader.read(HubKeys.CLOCK_TOLERANCE),
        reader.read(HubKeys.GIVE_UP_AFTER),
        reader.read(HubKeys.PARENT_PATIENCE),
        reader.read(HubKeys.LEDGER_KEEP),
        reader.count(HubKeys.GUARD_SHARE),
        reader.count(HubKeys.GUARD_COPIES),
        reader.read(HubKeys.GUARD_WITHIN),
        reader.count(HubKeys.REPLAY_STOP_SHARE),
        reader.count(HubKeys.REPLAY_STOP_AFTER));
  }
}
