package io.partnerhub.config;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How to reach Smartsheet and how often.
 *
 * @param requestsPerMinute most requests a minute
 * @param webhooks how often they are looked at; empty where none are to be made
 * @param sheets ids of sheets by record type ({@code partner}), or by record type and name ({@code
 *     partner.europe})
 */
public record SmartsheetSettings(
    URI baseUrl,
    Secret token,
    Schedule poll,
    Schedule sweep,
    int requestsPerMinute,
    Optional<Duration> webhooks,
    Map<String, String> sheets) {

  static SmartsheetSettings from(ConfigReader reader) {
    return new SmartsheetSettings(
        reader.read(Keys.BASE_URL),
        reader.read(Keys.TOKEN),
        reader.read(Keys.SMARTSHEET_POLL),
        reader.read(Keys.SWEEP),
        reader.count(Keys.REQUESTS_PER_MINUTE),
        webhooks(reader),
        reader.sheets());
  }

  private static Optional<Duration> webhooks(ConfigReader reader) {
    Duration watch = reader.read(Keys.WEBHOOKS_WATCH);
    return Optional.ofNullable(watch).filter(w -> Boolean.TRUE.equals(reader.read(Keys.WEBHOOKS)));
  }
}
