package io.partnerhub.sandbox.salesforce;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The conditional headers of calls for a single record. */
final class Preconditions {

  private Preconditions() {}

  /**
   * Checks {@code If-Unmodified-Since} against the record's last change.
   *
   * @throws ApiError 412 when it was changed later
   */
  static void check(ApiRequest request, Row row) {
    Optional<Instant> since =
        Optional.ofNullable(request.headers().get("if-unmodified-since")).map(Preconditions::date);
    if (since.isPresent() && row.lastModified().isAfter(since.get())) {
      throw new ApiError(
          412,
          "PRECONDITION_FAILED",
          "The record was modified after the time of If-Unmodified-Since");
    }
  }

  private static Instant date(String header) {
    try {
      return DateTimeFormatter.RFC_1123_DATE_TIME.parse(header, Instant::from);
    } catch (DateTimeException e) {
      throw new ApiError(400, "INVALID_HEADER", "no HTTP date in If-Unmodified-Since: " + header);
    }
  }
}
