package io.partnerhub.connector.salesforce;

import static java.util.Comparator.naturalOrder;

import io.partnerhub.connector.salesforce.event.ChangeEvent;
import io.partnerhub.connector.salesforce.event.EventStream;
import io.partnerhub.connector.salesforce.event.Frame;
import io.partnerhub.connector.salesforce.event.Signed;
import io.partnerhub.connector.salesforce.event.StreamEnd;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.system.Hearing;
import io.partnerhub.sync.system.Inbox;
import io.partnerhub.sync.system.Listening;
import io.partnerhub.sync.system.Notice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to Salesforce's change events. What comes is stored in the inbox together with the
 * position behind it before more is asked for. Where the position is lost, everything is read from
 * the watermarks on, so that nothing is skipped in silence.
 */
public final class ChangeEvents implements Listening {

  /** The source in the inbox. */
  public static final String SOURCE = "salesforce" + EventStream.TOPIC;

  private static final Logger LOG = LoggerFactory.getLogger(ChangeEvents.class);

  /** A stream that was answered and not refused by then listens, though nothing came yet. */
  private static final Duration SETTLED = Duration.ofSeconds(10);

  /** Whoever does not answer a new connection by then does not get it. */
  private static final Duration ANSWER = Duration.ofSeconds(30);

  private final EventSettings settings;
  private final EventLogin login;
  private final EventHints hints;
  private final Inbox inbox;
  private final Runnable wake;
  private final Clock clock;
  private final Deque<Heard> held = new ArrayDeque<>();
  private EventStream stream;
  private Ear ear;
  private Instant opened = Instant.EPOCH;
  private Instant heardAt = Instant.EPOCH;
  private Instant notBefore = Instant.EPOCH;
  private final Deafness deafness = new Deafness();
  private boolean positionLost;
  private boolean missed;
  private boolean toldMissed;

  /**
   * @param wake called after hints were stored; must return at once
   */
  ChangeEvents(
      EventSettings settings,
      EventLogin login,
      EventHints hints,
      Inbox inbox,
      Runnable wake,
      Clock clock) {
    this.settings = settings;
    this.login = login;
    this.hints = hints;
    this.inbox = inbox;
    this.wake = wake;
    this.clock = clock;
  }

  @Override
  public synchronized void keepUp() {
    Instant now = clock.instant();
    if (stream != null) {
      storeHeld();
      judge(now);
    }
    if (stream == null && !now.isBefore(notBefore)) {
      open(now);
    }
  }

  private void judge(Instant now) {
    boolean answered = stream.isAnswered();
    if (!answered && !now.isBefore(opened.plus(ANSWER))) {
      giveUp(settings.unanswered(ANSWER));
    } else if (held.isEmpty() && !now.isBefore(heardAt.plus(settings.silence()))) {
      giveUp(settings.silent());
    } else if (answered && !deafness.isSilent() && !now.isBefore(opened.plus(SETTLED))) {
      deafness.isOver();
    }
  }

  private void giveUp(StreamEnd end) {
    stop();
    pause(end);
  }

  private void open(Instant now) {
    try {
      Signed signed = login.signed();
      String position = positionLost ? null : inbox.position(SOURCE).orElse(null);
      missed = position == null;
      // Once, not at each try: polls read all of it meanwhile.
      toldMissed = missed && (toldMissed || store(List.of(hints.everything()), null));
      opened = now;
      heardAt = now;
      ear = new Ear();
      stream = EventStream.open(settings.server(), signed, position, ear);
    } catch (IllegalArgumentException e) {
      pause(new StreamEnd(StreamEnd.Kind.POSITION_LOST, "the stored position is none"));
    } catch (RuntimeException e) {
      pause(new StreamEnd(StreamEnd.Kind.OVER, String.valueOf(e.getMessage())));
    }
  }

  /** Hears one stream; what still comes of one before it is not listened to. */
  private final class Ear implements EventStream.Receiver {

    @Override
    public boolean take(Frame frame) {
      synchronized (ChangeEvents.this) {
        return ear == this && heard(frame);
      }
    }

    @Override
    public void ended(StreamEnd end) {
      synchronized (ChangeEvents.this) {
        if (ear == this) {
          forget();
          pause(end);
        }
      }
    }
  }

  /**
   * @param at when it came
   */
  private record Heard(Frame frame, Instant at) {

    /** Events come in the order of their commits; without any, nothing waits to be sent. */
    Hearing hearing() {
      Instant until =
          frame.events().stream().map(ChangeEvent::committedAt).max(naturalOrder()).orElse(at);
      return new Hearing(frame.replayId(), until.isAfter(at) ? at : until);
    }
  }

  private boolean heard(Frame frame) {
    heardAt = clock.instant();
    deafness.isOver();
    Heard heard = new Heard(frame, heardAt);
    if (held.isEmpty() && isStored(heard)) {
      return true;
    }
    held.add(heard); // no more than was asked for: the server waits, and so may the inbox
    return false;
  }

  private void storeHeld() {
    while (!held.isEmpty() && isStored(held.peekFirst())) {
      stream.more(held.pollFirst().frame());
    }
  }

  /** False where the inbox is full, or the store is away: it is tried again. */
  private boolean isStored(Heard heard) {
    List<Notice> notices = new ArrayList<>(hints.notices(heard.frame().events()));
    if (missed) {
      notices.add(hints.everything()); // once more: it is read behind where the events begin
    }
    boolean stored = store(notices, heard.hearing());
    if (stored) {
      missed = false;
      toldMissed = false;
      positionLost = false;
    }
    return stored;
  }

  private boolean store(List<Notice> notices, Hearing hearing) {
    try {
      if (inbox.take(SystemName.SALESFORCE, SOURCE, notices, hearing) == Inbox.Receipt.FULL) {
        return false;
      }
    } catch (RuntimeException e) {
      LOG.warn("Change events are not stored yet: {}", e.getMessage());
      return false;
    }
    if (!notices.isEmpty()) {
      wake.run();
    }
    return true;
  }

  private void pause(StreamEnd end) {
    Instant now = clock.instant();
    Duration pause =
        switch (end.kind()) {
          case ALLOCATION, NOT_SET_UP -> settings.retry();
          case POSITION_LOST -> positionLost ? deafness.nextPause() : Duration.ZERO;
          case SILENT -> deafness.isSilent() ? deafness.nextPause() : Duration.ZERO;
          case OVER, LOGIN -> deafness.nextPause();
        };
    if (end.kind() == StreamEnd.Kind.LOGIN) {
      login.isOver();
    }
    if (end.kind() == StreamEnd.Kind.POSITION_LOST) {
      positionLost = true;
      LOG.warn(
          "Change events of Salesforce were missed, so all is read since the watermarks: {}",
          end.why());
    }
    notBefore = now.plus(pause);
    LOG.info("Salesforce is listened to again from {} on: {}", notBefore, end.why());
    deafness.because(end, hints.objects(), now, notBefore);
  }

  @Override
  public synchronized void stop() {
    if (stream != null) {
      stream.close();
      forget();
    }
  }

  /** What was not stored comes again: the position stands before it. */
  private void forget() {
    stream = null;
    ear = null;
    held.clear();
  }

  @Override
  public Optional<Deaf> deaf() {
    return deafness.now();
  }
}
