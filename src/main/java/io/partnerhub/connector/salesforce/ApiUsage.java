package io.partnerhub.connector.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calls of the whole org in the last 24 hours, as Salesforce says with each answer ({@code
 * Sforce-Limit-Info}); not monotonic.
 *
 * @param max calls that the org may make in 24 hours
 */
public record ApiUsage(int used, int max) {

  private static final Pattern HEADER = Pattern.compile("api-usage=(\\d{1,9})/(\\d{1,9})");

  /** As {@code /limits} tells it; empty where the answer is no such. */
  static Optional<ApiUsage> ofLimits(InputStream body) {
    try {
      JsonNode daily = AnswerJson.tree(body).path("DailyApiRequests");
      int max = daily.path("Max").asInt(-1);
      int remaining = daily.path("Remaining").asInt(-1);
      return max < 0 || remaining < 0
          ? Optional.empty()
          : Optional.of(new ApiUsage(max - remaining, max));
    } catch (UnusableAnswer e) {
      return Optional.empty();
    }
  }

  static Optional<ApiUsage> parse(String header) {
    Matcher matcher = HEADER.matcher(header);
    return matcher.find()
        ? Optional.of(
            new ApiUsage(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }
}
