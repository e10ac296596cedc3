package io.partnerhub.deadletter;

import io.partnerhub.ledger.Line;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Chooser;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.store.Letter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** A queue of letters, some of which can be replayed; what comes of that the test says. */
final class FakeQueue implements Queue, Replay {

  static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
  private static final RecordType PARTNER = new RecordType("partner");

  final Map<Long, Letter.State> states = new ConcurrentSkipListMap<>();
  final Set<Long> cannotBeTried = new HashSet<>();
  final List<String> reasons = new ArrayList<>();

  FakeQueue(int letters) {
    for (long id = 1; id <= letters; id++) {
      states.put(id, Letter.State.OPEN);
    }
  }

  /** Everything that is being replayed comes to an end. */
  void ends(Letter.State how) {
    states.replaceAll((id, is) -> is == Letter.State.REPLAYING ? how : is);
  }

  int count(Letter.State state) {
    return (int) states.values().stream().filter(s -> s == state).count();
  }

  @Override
  public Map<Long, String> now(RecordType type, Collection<Long> letters, Chooser by) {
    reasons.add(by.reason());
    Map<Long, String> refused = new TreeMap<>();
    for (long id : letters) {
      if (cannotBeTried.contains(id)) {
        refused.put(id, "waits for its parent");
      } else {
        states.put(id, Letter.State.REPLAYING);
      }
    }
    return refused;
  }

  @Override
  public List<DeadLetter> list(Filter filter, long after, int limit, Instant now) {
    return states.entrySet().stream()
        .filter(e -> e.getKey() > after && filter.states().contains(e.getValue()))
        .map(e -> letter(e.getKey(), e.getValue()))
        .filter(l -> filter.type() == null || filter.type().equals(l.type().name()))
        .filter(l -> filter.system() == null || filter.system().equals(l.system().value()))
        .limit(limit)
        .toList();
  }

  @Override
  public int count(Filter filter, long after, Instant now) {
    return list(filter, after, Integer.MAX_VALUE, now).size();
  }

  @Override
  public Optional<DeadLetter> find(long id) {
    return Optional.ofNullable(states.get(id)).map(state -> letter(id, state));
  }

  @Override
  public Depth depth() {
    return new Depth(states.size(), NOON, List.of(), List.of(), List.of());
  }

  @Override
  public Map<Long, Letter.State> states(Collection<Long> ids) {
    Map<Long, Letter.State> some = new TreeMap<>(states);
    some.keySet().retainAll(ids);
    return some;
  }

  @Override
  public List<Line> story(DeadLetter letter, int most) {
    return List.of();
  }

  private static DeadLetter letter(long id, Letter.State state) {
    return new DeadLetter(
        id,
        PARTNER,
        id,
        SystemName.SALESFORCE,
        "K" + id,
        "UPDATE",
        "Account",
        "001" + id,
        Map.of(),
        new Outcome.Reason(ReasonClass.VALUE, "TOO_LONG", "too long"),
        1,
        NOON,
        NOON,
        "v1",
        state,
        NOON,
        null,
        null);
  }
}
