package io.partnerhub.config;

import java.net.URI;
import java.util.Map;

/**
 * How to reach Smartsheet and how often.
 *
 * @param requestsPerMinute most requests a minute
 * @param sheets ids of sheets by record type ({@code partner}), or by record type and name ({@code
 *     partner.europe})
 */
public record SmartsheetSettings(
    URI baseUrl,
    Secret token,
    Schedule poll,
    Schedule sweep,
    int requestsPerMinute,
    Map<String, String> sheets) {

  static SmartsheetSettings from(ConfigReader reader) {
    return new SmartsheetSettings(
        reader.read(Keys.BASE_URL),
        reader.read(Keys.TOKEN),
        reader.read(Keys.SMARTSHEET_POLL),
        reader.read(Keys.SWEEP),
        reader.count(Keys.REQUESTS_PER_MINUTE),
        reader.sheets());
  }
}
