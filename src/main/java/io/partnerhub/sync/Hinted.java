package io.partnerhub.sync;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
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

  /** A breath that brings no more is the end of a burst. */
  private static final int FEW = 25;

  private final Inbox inbox;
  private final Connector connector;
  private final List<Pull> pulls;
  private final Runnable breath;
  private final Crowding crowding;

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
   * @param first what waits now; what follows in a burst is looked for
   * @param found gets how many rows were read, each time before they are merged
   * @return whether the system was asked
   */
  public boolean workOff(Inbox.Waiting first, IntConsumer found) {
    if (!pulls.stream().allMatch(Pull::everythingReadOnce)) {
      return false;
    }
    Inbox.Waiting waiting = first;
    boolean burst = false;
    int enough = 1;
    while (waiting.ids().size() >= enough) {
      burst |= first.whose() == Inbox.Whose.OTHERS && crowding.with(waiting.ids().size());
      read(waiting, found);
      if (burst) {
        breath.run();
      }
      waiting = waiting(first.whose());
      enough = burst ? FEW : SOME; // what is fewer is for the next wake
    }
    if (burst && !waiting.ids().isEmpty()) {
      read(waiting, found); // its end goes with it, not into calls of its own
    }
    return !first.ids().isEmpty();
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
