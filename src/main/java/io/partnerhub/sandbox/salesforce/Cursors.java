package io.partnerhub.sandbox.salesforce;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Query results whose later pages may still be asked for; at most ten, for two days. */
final class Cursors {

  private static final int MOST = 10;
  private static final Duration LIFE = Duration.ofDays(2);

  private final Clock clock;
  private final Map<String, Open> open =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Open> eldest) {
          return size() > MOST;
        }
      };
  private long number = 1;

  private record Open(QueryRunner.Result result, Instant end) {}

  Cursors(Clock clock) {
    this.clock = clock;
  }

  String open(QueryRunner.Result result) {
    String id = Ids.to18(Ids.of("01g", number++));
    open.put(id, new Open(result, clock.instant().plus(LIFE)));
    return id;
  }

  /**
   * The result behind a cursor.
   *
   * @throws ApiError when it is unknown, too old or gone
   */
  QueryRunner.Result get(String id) {
    Open cursor = open.get(id);
    if (cursor == null || cursor.end().isBefore(clock.instant())) {
      throw unknown();
    }
    return cursor.result();
  }

  static ApiError unknown() {
    return new ApiError(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
  }
}
