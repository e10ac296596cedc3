package io.partnerhub.step;

import io.partnerhub.sync.read.Cycle;
import io.partnerhub.sync.read.Hinted;
import io.partnerhub.sync.read.InTurn;
import io.partnerhub.sync.read.Pull;
import io.partnerhub.sync.system.Inbox;
import io.partnerhub.sync.system.SystemUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one system, for every record type in turn; a type that fails stops no other. */
public final class PullStep {

  private static final Logger LOG = LoggerFactory.getLogger(PullStep.class);

  private final Cycle cycle;
  private final List<Pull> pulls;
  private final MappingGate gate;
  private final Availability availability;
  private final Gathering gathering;
  private final Duration grace;
  private final Hinted hinted;
  private final Owed news = new Owed();

  /**
   * @param cycle over the same pulls
   * @param hinted the same for what the system tells
   * @param grace how long after its answer was lost a call may still land
   */
  public PullStep(
      Cycle cycle,
      Hinted hinted,
      List<Pull> pulls,
      MappingGate gate,
      Availability availability,
      Gathering gathering,
      Duration grace) {
    this.cycle = cycle;
    this.hinted = hinted;
    this.pulls = pulls;
    this.gate = gate;
    this.availability = availability;
    this.gathering = gathering;
    this.grace = grace;
  }

  /** What changed since the last read. */
  public void news() {
    gathering.during(found -> news.attempt(() -> whileItAnswers(() -> wholly(found))));
  }

  /** What cannot be read in one place keeps nobody from reading the others, or from writing. */
  private void wholly(IntConsumer found) {
    try {
      cycle.run(found);
      availability.impairment().isOver();
    } catch (SystemUnavailable e) {
      if (e.isLasting()) {
        availability.impairment().found(e);
      }
      throw e;
    }
  }

  /**
   * What the system told of, but for what the hub did itself: that can wait until the leftovers are
   * looked at. So can a look whether another node paused it: the leftovers are looked at every few
   * seconds.
   */
  public void told() {
    Inbox.Waiting waiting = hinted.others();
    if (!waiting.ids().isEmpty()) {
      gathering.during(found -> ifItMayBeCalled(() -> hinted.workOff(waiting, found)));
    }
  }

  /**
   * What is still to be read: what only the hub did, what could not be merged before, and the news
   * that were to be looked for while the system was away: with push, polls are far between. Writers
   * wait for it only where others than the hub did something: else there is nothing to gather.
   */
  public void leftovers() {
    if (news.isOwed()) {
      news();
    }
    Inbox.Waiting waiting = hinted.waiting(Inbox.Whose.ANYBODYS);
    ifItAnswers(() -> leftovers(waiting) | hinted.again());
  }

  private boolean leftovers(Inbox.Waiting waiting) {
    if (waiting.arrivals().isEmpty()) {
      return hinted.workOff(waiting, rows -> {});
    }
    AtomicBoolean asked = new AtomicBoolean();
    gathering.during(found -> asked.set(hinted.workOff(waiting, found)));
    return asked.get();
  }

  /** What was committed long behind its stamp. */
  public void secondPass() {
    whileItAnswers(() -> InTurn.each(pulls, Pull::secondPass));
  }

  /** Which copies are still there. */
  public void sweep() {
    whileItAnswers(() -> InTurn.each(pulls, Pull::sweep));
  }

  /** What became of calls whose answer was lost. */
  public void closeLost() {
    InTurn.each(pulls, p -> p.closeLost(grace));
  }

  private boolean whileItAnswers(Runnable read) {
    return ifItAnswers(
        () -> {
          read.run();
          return true;
        });
  }

  /**
   * Reads unless the system is left alone.
   *
   * @param read gives whether the system was asked: else it has not answered either
   * @return whether it was read to the end, but for places that somebody has to mend
   */
  private boolean ifItAnswers(BooleanSupplier read) {
    availability.lookUpPause();
    return ifItMayBeCalled(read);
  }

  private boolean ifItMayBeCalled(BooleanSupplier read) {
    Optional<Availability.Call> begun = availability.begin();
    if (begun.isEmpty()) {
      return false;
    }
    try (Availability.Call call = begun.get()) {
      return run(read, call);
    }
  }

  private boolean run(BooleanSupplier read, Availability.Call call) {
    try {
      gate.check();
    } catch (SystemUnavailable e) {
      call.failed(e);
      return false;
    }
    try {
      if (read.getAsBoolean()) {
        call.answered();
      }
      return true;
    } catch (SystemUnavailable e) {
      call.cameTo(e);
      logDefects(e);
      return e.isLasting();
    }
  }

  /** Those of other types or places, which came with it. */
  private void logDefects(SystemUnavailable with) {
    Stream.of(with.getSuppressed())
        .filter(other -> !(other instanceof SystemUnavailable))
        .forEach(other -> LOG.error("Not all of {} could be read", availability.system(), other));
  }
}
