package io.partnerhub.sync;

import io.partnerhub.model.SystemName;
import io.partnerhub.sync.system.Hearing;
import io.partnerhub.sync.system.Hint;
import io.partnerhub.sync.system.Inbox;
import io.partnerhub.sync.system.Notice;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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
    Instant settled = clock.instant().minusSeconds(1);
    Instant until = whose == Whose.ANYBODYS ? settled : Instant.MAX;
    List<Long> others = ids(hint -> !hint.own(), until, most);
    Set<String> places =
        others.stream().map(id -> hints.get(id).location()).collect(Collectors.toSet());
    List<Long> ids = new ArrayList<>(others);
    if (whose == Whose.ANYBODYS) {
      ids.addAll(ids(Hint::own, settled, most - others.size()));
    } else {
      ids.addAll(ids(hint -> hint.own() && places.contains(hint.location()), settled, 200));
    }
    Map<Long, Hint> byId = new LinkedHashMap<>();
    ids.forEach(id -> byId.put(id, hints.get(id)));
    return new Waiting(whose, byId, others.stream().map(arrivals::get).toList());
  }

  private List<Long> ids(Predicate<Hint> which, Instant until, int most) {
    return hints.entrySet().stream()
        .filter(hint -> which.test(hint.getValue()))
        .map(Map.Entry::getKey)
        .filter(id -> !arrivals.get(id).isAfter(until))
        .limit(most)
        .toList();
  }

  @Override
  public void done(Waiting worked) {
    worked.ids().forEach(hints::remove);
  }
}
