package io.partnerhub.step;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.system.CallBudget;
import io.partnerhub.sync.system.SystemUnavailable;
import io.partnerhub.sync.system.Urgency;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether one system may be called. While it does not answer it is left alone, and probed after a
 * pause that doubles up to a minute; while an administrator pauses it, it is not called at all. The
 * other systems go on.
 */
public final class Availability {

  /** A budget that comes back sooner makes calls wait for their turn, no more. */
  private static final Duration SOON = Duration.ofMinutes(2);

  /** So many pauses that grow are no hiccup any more. */
  private static final int HICCUPS = 2;

  private final SystemName system;
  private final Clock clock;
  private final Surroundings around;
  private final Circuit circuit;
  private final Impairment impairment;
  private final AdminPause pause;
  private SystemUnavailable fault;
  private Heard heard = Heard.NOTHING;
  private Instant until = Instant.EPOCH;
  private int inRow;
  private int failures;
  private boolean told;
  private Call probe;
  private int underWay;

  public Availability(SystemName system, Clock clock, Surroundings around) {
    this.system = system;
    this.clock = clock;
    this.around = around;
    this.circuit = new Circuit(system.value(), clock);
    this.impairment = new Impairment(system, around.alert());
    this.pause = new AdminPause(system, around);
  }

  public SystemName system() {
    return system;
  }

  /** Whether a step may begin now. */
  public synchronized boolean mayCall() {
    return pause.why().isEmpty() && !clock.instant().isBefore(until) && probe == null;
  }

  /** The same for calls of one urgency, of which the budget may have none left. */
  boolean mayCall(Urgency urgency) {
    return mayCall() && around.spent().apply(urgency).isEmpty();
  }

  /** When it may be called again. */
  public synchronized Instant until() {
    return until;
  }

  /** When to try again what failed so. */
  synchronized Instant until(SystemUnavailable why) {
    Duration after = why.isLasting() ? Impairment.PAUSE : why.after();
    Instant own = after == null ? until : clock.instant().plus(after);
    return own.isAfter(until) ? own : until;
  }

  /** What is wrong with it, for people; empty while it answers. */
  public synchronized Optional<String> fault() {
    return Optional.ofNullable(fault).map(Throwable::getMessage);
  }

  /** What of it cannot be read until somebody mends it, while the rest is read. */
  public Impairment impairment() {
    return impairment;
  }

  /** Why an administrator keeps it paused; empty while none does. */
  public Optional<String> paused() {
    return pause.why();
  }

  /** Until when no call of an urgency is left, where that is not soon. */
  public Optional<Instant> spentUntil(Urgency urgency) {
    Instant soon = clock.instant().plus(SOON);
    return around.spent().apply(urgency).filter(soon::isBefore);
  }

  public synchronized Heard heard() {
    return heard;
  }

  /** As Resilience4j names it. */
  public CircuitBreaker.State circuit() {
    return circuit.state();
  }

  /** Looks up whether it is paused, be it by another node. */
  public void lookUpPause() {
    pause.lookUp();
  }

  /** Whether no step is talking with it. */
  public synchronized boolean isQuiet() {
    return underWay == 0;
  }

  /** The next step may begin at once, even where the system was to be left alone. */
  public synchronized void probeNow() {
    until = Instant.EPOCH;
    circuit.probeNow();
  }

  /** A step's talk with the system. */
  final class Call implements AutoCloseable {
    private final int begun;
    private boolean over;

    private Call(int begun) {
      this.begun = begun;
      underWay++;
    }

    void answered() {
      over = true;
      Availability.this.answered(this);
    }

    void failed(SystemUnavailable why) {
      over = true;
      Availability.this.failed(this, why);
    }

    /** The same, where what lasts is about places: the system did answer, for others to go on. */
    void cameTo(SystemUnavailable why) {
      if (why.isLasting()) {
        answered();
      } else {
        failed(why);
      }
    }

    /** Without either of the two, nothing was heard of the system. */
    @Override
    public void close() {
      if (!over) {
        Availability.this.left(this);
      }
    }
  }

  /** Begins a step; empty where it must not. */
  synchronized Optional<Call> begin() {
    if (!mayCall()) {
      return Optional.empty();
    }
    if (!circuit.enter()) {
      until = clock.instant().plus(Circuit.FIRST);
      return Optional.empty();
    }
    Call call = new Call(failures);
    if (circuit.isHalfOpen()) {
      probe = call;
    }
    return Optional.of(call);
  }

  /** A call that follows from one step to another, and is made even where others probe. */
  synchronized Call beginWrite() {
    return new Call(failures);
  }

  /** Ends the pause, unless another call failed since this one began. */
  private synchronized void answered(Call call) {
    boolean probing = end(call);
    if (call.begun != failures) {
      if (probing) {
        circuit.leave(); // or nobody could ever probe again
      }
      return;
    }
    circuit.succeeded();
    heard = heard.answered(clock.instant());
    if (told) {
      around.alert().raise(Alert.Event.BACK, system, heard.error(), null);
    }
    told = false;
    fault = null;
    inRow = 0;
    until = Instant.EPOCH;
  }

  private synchronized void left(Call call) {
    if (end(call)) {
      circuit.leave();
    }
  }

  private boolean end(Call call) {
    underWay--;
    boolean wasProbe = probe == call;
    probe = wasProbe ? null : probe;
    return wasProbe;
  }

  /** Calls that were under way together fail together, and count as one failure. */
  private synchronized void failed(Call call, SystemUnavailable thrown) {
    boolean probing = end(call);
    SystemUnavailable why = thrown.worst();
    if (CallBudget.SPENT.equals(why.reason().code())) {
      if (probing) {
        circuit.leave(); // the hub itself held the call back
      }
      return;
    }
    failures++;
    boolean together = clock.instant().isBefore(until);
    if (why.reason().kind().isAboutSystem()) {
      circuit.failed(why);
    } else if (probing) {
      circuit.succeeded(); // it does answer
    }
    inRow += together ? 0 : 1;
    Duration own = together ? Duration.between(clock.instant(), until) : Circuit.pause(inRow);
    Duration wait = why.after() != null && why.after().compareTo(own) > 0 ? why.after() : own;
    until = clock.instant().plus(wait);
    fault = why;
    heard = heard.failed(why.getMessage(), clock.instant());
    tell(why);
  }

  private void tell(SystemUnavailable why) {
    boolean lasts = inRow > HICCUPS || why.reason().kind() == ReasonClass.AUTH;
    if (lasts && !told) {
      told = true;
      around.alert().raise(Alert.Event.AWAY, system, why.getMessage(), until);
    }
  }
}
