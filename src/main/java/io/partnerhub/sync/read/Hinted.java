package io.partnerhub.sync.read;

import io.partnerhub.sync.system.Connector;
import io.partnerhub.sync.system.Hint;
import io.partnerhub.sync.system.Inbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Works off what one system told the hub. A hint only has something read again, so that one that is
 * late, doubled, lost or wrong costs time, never correctness; polls find what no hint tells.
 */
public final class Hinted {

  /** Hints taken at once; their copies fit into one call of Salesforce. */
  static final int AT_ONCE = 2_000;

  /** So many that came during a read are read before the writers go on: that makes fuller calls. */
  private static final int SOME = 100;

  /** Looks at a burst; after those, the writers have waited long enough. */
  private static final int MOST_LOOKS = 20;

  /** Between two parts of a burst. */
  private static final Duration BREATH = Duration.ofMillis(250);

  /**
   * A stream is read once in each, in all systems as it begins: so it is merged in few
   * transactions, and what one writes is what all of them told.
   */
  private static final Duration STRIDE = Duration.ofMillis(100);

  private final Inbox inbox;
  private final Connector connector;
  private final List<Pull> pulls;
  private final Clock clock;
  private final Consumer<Duration> rest;
  private final Crowding crowding;
  private volatile Instant lastRead = Instant.EPOCH;
  private final ReentrantLock reading = new ReentrantLock();

  /**
   * @param pulls of the connector's system, parents before children
   * @param rest lets so much time pass, in which more may come
   */
  public Hinted(
      Inbox inbox, Connector connector, List<Pull> pulls, Clock clock, Consumer<Duration> rest) {
    this.inbox = inbox;
    this.connector = connector;
    this.pulls = pulls;
    this.clock = clock;
    this.rest = rest;
    this.crowding = new Crowding(clock);
  }

  /** What waits. */
  public Inbox.Waiting waiting(Inbox.Whose whose) {
    return inbox.waiting(connector.system(), whose, AT_ONCE);
  }

  /** What others than the hub did, once it is time for another read. */
  public Inbox.Waiting others() {
    Inbox.Waiting waiting = waiting(Inbox.Whose.OTHERS);
    Instant now = clock.instant();
    boolean itIsTime = now.isBefore(lastRead) || !now.isBefore(nextStride());
    if (waiting.ids().isEmpty() || itIsTime || !crowding.streams()) {
      return waiting;
    }
    rest.accept(Duration.between(now, nextStride()));
    return waiting(Inbox.Whose.OTHERS);
  }

  /** Half a stride away at least: in less, a burst that begins could still look like a stream. */
  private Instant nextStride() {
    long soonest = lastRead.plus(STRIDE.dividedBy(2)).toEpochMilli();
    return Instant.ofEpochMilli((soonest / STRIDE.toMillis() + 1) * STRIDE.toMillis());
  }

  /**
   * Reads what the hints are about, and forgets them. Those of a system that does not answer stay,
   * as do all until each type was read once in all systems: a first read that is under way may be
   * past what they are about. Those of a place that cannot be read until somebody mends it go: its
   * news are read then, and meanwhile they would stand in the way of all others.
   *
   * @param first what waits now; what follows in a burst is looked for, and where others are being
   *     worked off, what those leave
   * @param found gets how many rows were read, each time before they are merged
   * @return whether the system was asked
   */
  public boolean workOff(Inbox.Waiting first, IntConsumer found) {
    if (!pulls.stream().allMatch(Pull::everythingReadOnce)) {
      return false;
    }
    if (reading.tryLock()) {
      return workOffAlone(first, found);
    }
    reading.lock();
    return workOffAlone(waiting(first.whose()), found);
  }

  private boolean workOffAlone(Inbox.Waiting first, IntConsumer found) {
    try {
      return workOffAll(first, found);
    } finally {
      reading.unlock();
    }
  }

  private boolean workOffAll(Inbox.Waiting first, IntConsumer found) {
    Inbox.Waiting waiting = first;
    int enough = 1;
    while (many(waiting) >= enough) {
      boolean burst = crowds(waiting);
      read(waiting, found);
      if (burst) {
        letItEnd(first.whose(), found);
        break;
      }
      waiting = waiting(first.whose());
      enough = SOME; // what is fewer is for the next wake
    }
    return !first.ids().isEmpty();
  }

  /** What goes along with others' is no reason to read on. */
  private static int many(Inbox.Waiting waiting) {
    return waiting.whose() == Inbox.Whose.OTHERS ? waiting.arrivals().size() : waiting.ids().size();
  }

  /** What the hub did itself comes in as fast as it writes, and nobody waits for it. */
  private boolean crowds(Inbox.Waiting waiting) {
    return waiting.whose() == Inbox.Whose.OTHERS && crowding.with(waiting.arrivals());
  }

  /** The end of a burst goes with it, not into calls of its own. */
  private void letItEnd(Inbox.Whose whose, IntConsumer found) {
    boolean goesOn = true;
    for (int look = 0; goesOn && look < MOST_LOOKS; look++) {
      rest.accept(BREATH);
      Inbox.Waiting waiting = waiting(whose);
      goesOn = crowding.goesOn(waiting.arrivals()) || many(waiting) == AT_ONCE;
      if (!waiting.ids().isEmpty()) {
        read(waiting, found);
      }
    }
  }

  private void read(Inbox.Waiting waiting, IntConsumer found) {
    lastRead = clock.instant();
    Collection<Hint> hints = waiting.hints();
    Set<String> owed = new HashSet<>();
    try {
      InTurn.each(pulls, pull -> read(pull, hints, found, owed));
    } catch (RuntimeException e) {
      inbox.done(waiting.outside(owed));
      throw e;
    }
    inbox.done(waiting);
  }

  private static void read(Pull pull, Collection<Hint> hints, IntConsumer found, Set<String> owed) {
    try {
      pull.hinted(hints, found);
    } catch (RuntimeException e) {
      if (!Told.isLasting(e)) {
        owed.addAll(pull.locations());
      }
      throw e;
    }
  }

  /**
   * Looks again at copies that could not be merged when they were read, and at lost answers.
   *
   * @return whether the system was asked
   */
  public boolean again() {
    AtomicBoolean asked = new AtomicBoolean();
    InTurn.each(
        pulls,
        pull -> {
          if (pull.again()) {
            asked.set(true);
          }
        });
    return asked.get();
  }
}
