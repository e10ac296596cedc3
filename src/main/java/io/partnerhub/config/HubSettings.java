package io.partnerhub.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The hub itself.
 *
 * @param publicUrl null when the outside cannot reach it
 * @param grace how long a call without an answer may still take effect
 * @param clockTolerance how far the systems' clocks may be apart
 * @param parentPatience how long a record may wait for the one it refers to
 * @param ledgerKeep how long ledger entries are kept
 * @param guardShare percent of the copies in a sheet or object that may change at once
 * @param guardCopies how many may always change at once
 */
public record HubSettings(
    String id,
    Path dataDir,
    Path routesDir,
    Path mappingsDir,
    HostPort http,
    HostPort management,
    URI publicUrl,
    Duration grace,
    Duration clockTolerance,
    Duration parentPatience,
    Duration ledgerKeep,
    int guardShare,
    int guardCopies) {

  static HubSettings from(ConfigReader reader) {
    return new HubSettings(
        reader.read(Keys.HUB_ID),
        reader.read(Keys.DATA_DIR),
        reader.read(Keys.ROUTES_DIR),
        reader.read(Keys.MAPPINGS_DIR),
        reader.read(Keys.HTTP_PORT),
        reader.read(Keys.MANAGEMENT_PORT),
        reader.read(Keys.PUBLIC_URL),
        reader.read(Keys.GRACE),
        reader.read(Keys.CLOCK_TOLERANCE),
        reader.read(Keys.PARENT_PATIENCE),
        reader.read(Keys.LEDGER_KEEP),
        reader.count(Keys.GUARD_SHARE),
        reader.count(Keys.GUARD_COPIES));
  }
}
