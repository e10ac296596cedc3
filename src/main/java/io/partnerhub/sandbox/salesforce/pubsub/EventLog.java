package io.partnerhub.sandbox.salesforce.pubsub;

import com.google.protobuf.ByteString;
import io.partnerhub.sandbox.salesforce.pubsub.ReplayIds.Place;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Events in the order of their commits, kept for 72 hours of the org's clock; thread safe. */
public final class EventLog {

  static final Duration RETENTION = Duration.ofHours(72);

  /** A simulator's own bound: beyond it the oldest events expire before their time. */
  private static final int MOST_EVENTS = 200_000;

  private final Clock clock;
  private final TreeMap<Long, Logged> events = new TreeMap<>();
  private final List<Runnable> readers = new CopyOnWriteArrayList<>();
  private long last;
  private long lastExpired;

  /** An event at its place. */
  record Logged(long position, Instant at, BusEvent event) {

    ByteString replayId() {
      return ReplayIds.of(new Place(position, at));
    }
  }

  public EventLog(Clock clock) {
    this.clock = clock;
  }

  /** Adds events in their order and wakes the readers. */
  public void append(List<BusEvent> added) {
    synchronized (this) {
      for (BusEvent event : added) {
        last++;
        events.put(last, new Logged(last, clock.instant(), event));
      }
      expire();
    }
    readers.forEach(Runnable::run);
  }

  /** Delivers the last events once more, under other replay ids. */
  public void repeat(int count) {
    List<BusEvent> again;
    synchronized (this) {
      again = events.descendingMap().values().stream().limit(count).map(Logged::event).toList();
    }
    List<BusEvent> inOrder = new ArrayList<>(again);
    java.util.Collections.reverse(inOrder);
    append(inOrder);
  }

  /** Everything that was kept has expired, and with it all replay ids so far. */
  public synchronized void expireAll() {
    events.clear();
    lastExpired = last + 1;
    last = lastExpired;
  }

  /** Forgets everything, replay ids included. */
  public synchronized void reset() {
    expireAll();
  }

  void read(Runnable reader) {
    readers.add(reader);
  }

  void leave(Runnable reader) {
    readers.remove(reader);
  }

  /** Where the log is now. */
  synchronized Place tip() {
    return new Place(last, clock.instant());
  }

  /** Before the oldest event that is kept. */
  synchronized Place start() {
    expire();
    return new Place(events.isEmpty() ? last : events.firstKey() - 1, clock.instant());
  }

  /** The place of a replay id; empty when it is no id of this log, or has expired. */
  synchronized Optional<Place> place(ByteString replayId) {
    expire();
    Instant oldest = clock.instant().minus(RETENTION);
    return ReplayIds.read(replayId)
        .filter(place -> place.position() <= last && place.position() >= lastExpired)
        .filter(place -> !place.at().isBefore(oldest));
  }

  /** The next events of some kinds behind a position. */
  synchronized List<Logged> after(long position, int most, Predicate<BusEvent> wanted) {
    expire();
    return events.tailMap(position, false).values().stream()
        .filter(logged -> wanted.test(logged.event()))
        .limit(most)
        .toList();
  }

  private void expire() {
    Instant oldest = clock.instant().minus(RETENTION);
    while (!events.isEmpty()
        && (events.size() > MOST_EVENTS || events.firstEntry().getValue().at().isBefore(oldest))) {
      lastExpired = events.pollFirstEntry().getKey();
    }
  }
}
