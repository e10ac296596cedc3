package io.partnerhub.connector.smartsheet;

import java.net.URI;
import java.time.Duration;

/**
 * How to reach Smartsheet.
 *
 * @param baseUrl with the API version, such as {@code https://api.smartsheet.com/2.0}
 * @param token access token of the hub's own user; never logged
 * @param requestsPerMinute the hub's share of the token's calls (the service allows 300 a minute);
 *     at least {@value #FEWEST_REQUESTS}
 * @param overlap how far behind the watermark rows are read again
 * @param hubId sent as {@code Smartsheet-Change-Agent} with every write
 * @param timeout longest silence of the service during a call
 * @param rowsPerPage rows of one page of a sheet, 1 to 5,000
 */
public record SmartsheetSettings(
    String baseUrl,
    String token,
    int requestsPerMinute,
    Duration overlap,
    String hubId,
    Duration timeout,
    int rowsPerPage) {

  /** Cell history weighs ten calls, which have to fit into a quarter of a minute's share. */
  static final int FEWEST_REQUESTS = 40;

  private static final int LONGEST_AGENT = 100;
  private static final int MOST_ROWS = 5_000;

  public SmartsheetSettings {
    URI uri = URI.create(baseUrl);
    require(
        uri.getHost() != null && uri.getRawQuery() == null, "base URL", "have a host, no query");
    require(
        "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()), "base URL", "be http");
    require(token != null && !token.isBlank(), "token", "not be empty");
    require(
        requestsPerMinute >= FEWEST_REQUESTS,
        "requests per minute",
        "be at least " + FEWEST_REQUESTS);
    require(!overlap.isNegative(), "overlap", "not be negative");
    require(hubId.matches("[\\x21-\\x7e&&[^,]]{1," + LONGEST_AGENT + "}"), "hub id", "be one word");
    require(timeout.toMillis() > 0, "time-out", "be positive");
    require(rowsPerPage > 0 && rowsPerPage <= MOST_ROWS, "rows per page", "be 1 to " + MOST_ROWS);
  }

  /** The usual values for everything that an operator need not decide. */
  public static SmartsheetSettings usual(
      String baseUrl, String token, int requestsPerMinute, String hubId) {
    return new SmartsheetSettings(
        baseUrl,
        token,
        requestsPerMinute,
        Duration.ofMinutes(2),
        hubId,
        Duration.ofSeconds(60),
        2_000);
  }

  private static void require(boolean holds, String what, String rule) {
    if (!holds) {
      throw new IllegalArgumentException("The Smartsheet " + what + " must " + rule);
    }
  }

  @Override
  public String toString() {
    return "SmartsheetSettings[baseUrl=" + baseUrl + ", hubId=" + hubId + "]";
  }
}
