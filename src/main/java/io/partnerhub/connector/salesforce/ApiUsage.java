package io.partnerhub.connector.salesforce;

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

  static Optional<ApiUsage> parse(String header) {
    Matcher matcher = HEADER.matcher(header);
    return matcher.find()
        ? Optional.of(
            new ApiUsage(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }
}
