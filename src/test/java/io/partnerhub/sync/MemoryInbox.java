package io.partnerhub.sync;

import io.partnerhub.model.SystemName;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hints of one system, without a limit and without memory of what came before. */
final class MemoryInbox implements Inbox {

  private final Clock clock;
  private final Map<Long, Hint> hints = new LinkedHashMap<>();
  private final Map<Long, Instant> arrivals = new HashMap<>();
  private long next;

  MemoryInbox(Clock clock) {
    this.clock = clock;
  }

  void put(Hint... some) {
    for (Hint hint : some) {
      arrivals.put(next, clock.instant());
      hints.put(next++, hint);
    }
  }

  boolean isEmpty() {
    return hints.isEmpty();
  }

  @Override
  public Receipt take(SystemName system, String source, List<Notice> notices, Hearing hearing) {
    notices.forEach(notice -> put(notice.hints().toArray(Hint[]::new)));
    return Receipt.STORED;
  }

  @Override
  public Optional<String> position(String source) {
    return Optional.empty();
  }

  @Override
  public Waiting waiting(SystemName system, Whose whose, int most) {
    List<Long> ids =
        hints.entrySet().stream()
            .filter(hint -> whose == Whose.ANYBODYS || !hint.getValue().own())
            .map(Map.Entry::getKey)
            .limit(most)
            .toList();
    return new Waiting(
        whose,
        new ArrayList<>(ids),
        ids.stream().map(arrivals::get).toList(),
        new LinkedHashSet<>(ids.stream().map(hints::get).toList()));
  }

  @Override
  public void done(Waiting worked) {
    worked.ids().forEach(hints::remove);
  }
}
