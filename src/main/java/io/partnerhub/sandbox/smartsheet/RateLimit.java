package io.partnerhub.sandbox.smartsheet;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Requests a token may make in any minute; refused ones do not count. */
final class RateLimit {
  private static final long MINUTE_MILLIS = 60_000;

  private final Map<String, Window> windows = new HashMap<>();

  private record Spent(long millis, int weight) {}

  private static final class Window {
    private final Deque<Spent> spent = new ArrayDeque<>();
    private int sum;
  }

  /** Counts a request, or refuses it. */
  synchronized void spend(String token, int weight, int perMinute, long nowMillis) {
    Window window = windows.computeIfAbsent(token, t -> new Window());
    while (!window.spent.isEmpty() && window.spent.peek().millis() <= nowMillis - MINUTE_MILLIS) {
      window.sum -= window.spent.remove().weight();
    }
    if (window.sum + weight > perMinute) {
      throw ErrorCode.RATE_LIMIT.with();
    }
    window.spent.add(new Spent(nowMillis, weight));
    window.sum += weight;
  }
}
