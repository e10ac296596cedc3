package io.partnerhub.sync;

import java.time.Duration;

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
}
