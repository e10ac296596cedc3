package io.partnerhub.sync;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
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

  private final Inbox inbox;
  private final Connector connector;
  private final List<Pull> pulls;
  private final Runnable breath;
  private final Crowding crowding;
  private final ReentrantLock reading = new ReentrantLock();

  /**
   * @param pulls of the connector's system, parents before children
   * @param breath waits for what comes next in a burst
   */
  public Hinted(Inbox inbox, Connector connector, List<Pull> pulls, Clock clock, Runnable breath) {
    this.inbox = inbox;
    this.connector = connector;
    this.pulls = pulls;
    this.breath = breath;
    this.crowding = new Crowding(clock);
  }

  /** What waits. */
  public Inbox.Waiting waiting(Inbox.Whose whose) {
    return inbox.waiting(connector.system(), whose, AT_ONCE);
  }

  /**
   * Reads what the hints are about, and forgets them. Those of a system that does not answer stay,
   * as do all until each type was read once in all systems: a first read that is under way may be
   * past what they are about.
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
    while (waiting.ids().size() >= enough) {
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

  /** What the hub did itself comes in as fast as it writes, and nobody waits for it. */
  private boolean crowds(Inbox.Waiting waiting) {
    return waiting.whose() == Inbox.Whose.OTHERS && crowding.with(waiting.arrivals());
  }

  /** The end of a burst goes with it, not into calls of its own. */
  private void letItEnd(Inbox.Whose whose, IntConsumer found) {
    boolean goesOn = true;
    for (int look = 0; goesOn && look < MOST_LOOKS; look++) {
      breath.run();
      Inbox.Waiting waiting = waiting(whose);
      goesOn = crowding.goesOn(waiting.arrivals()) || waiting.ids().size() == AT_ONCE;
      if (!waiting.ids().isEmpty()) {
        read(waiting, found);
      }
    }
  }

  private void read(Inbox.Waiting waiting, IntConsumer found) {
    Collection<Hint> hints = waiting.hints();
    InTurn.each(pulls, pull -> pull.hinted(hints, found));
    inbox.done(waiting);
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
