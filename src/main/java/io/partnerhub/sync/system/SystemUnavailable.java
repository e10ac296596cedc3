package io.partnerhub.sync.system;

import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.ReasonClass;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/** A read could not be made: the system is down, refuses us or answers what it never should. */
public class SystemUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Outcome.Reason reason;
  private final Duration after;

  /**
   * @param after how long the system wants to be left alone; null where it does not say
   */
  public SystemUnavailable(Outcome.Reason reason, Duration after, Throwable cause) {
    super(reason.code() + ": " + reason.message(), cause);
    this.reason = reason;
    this.after = after;
  }

  public Outcome.Reason reason() {
    return reason;
  }

  public Duration after() {
    return after;
  }

  /** Whether it is about one place and stays until somebody mends that: time alone does not. */
  public boolean isLasting() {
    ReasonClass kind = worst().reason.kind();
    return !kind.isAboutSystem() && kind.mender() != ReasonClass.Mender.TIME;
  }

  /** The one of this and those that came with it that says most about the system. */
  public SystemUnavailable worst() {
    return Stream.concat(Stream.of(this), Arrays.stream(getSuppressed()))
        .filter(SystemUnavailable.class::isInstance)
        .map(SystemUnavailable.class::cast)
        .filter(one -> one.reason.kind().isAboutSystem())
        .findFirst()
        .orElse(this);
  }
}
