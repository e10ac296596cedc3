package io.partnerhub.sandbox.smartsheet;

import java.util.ArrayDeque;
import java.util.Deque;

/** A sheet's version, and what the sheet list still says while it lags behind. */
final class SheetVersions {
  private static final int REMEMBERED = 10_000;

  private final Deque<Since> recent = new ArrayDeque<>();
  private long current;

  private record Since(long version, long millis) {}

  SheetVersions(long firstMillis) {
    current = 1;
    recent.add(new Since(1, firstMillis));
  }

  long current() {
    return current;
  }

  void next(long nowMillis) {
    current++;
    recent.addLast(new Since(current, nowMillis));
    if (recent.size() > REMEMBERED) {
      recent.removeFirst();
    }
  }

  /** The newest version that was already there this many milliseconds ago. */
  long listed(long nowMillis, long lagMillis) {
    if (lagMillis == 0) {
      return current;
    }
    long seen = recent.getFirst().version();
    for (Since since : recent) {
      if (since.millis() <= nowMillis - lagMillis) {
        seen = since.version();
      }
    }
    return seen;
  }
}
