package io.partnerhub.sync.system;

import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.ReasonClass;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
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

  /**
   * Whether it is about places, as are those that came with it, and stays until somebody mends
   * these: time alone does not. The system itself answers.
   */
  public boolean isLasting() {
    return all().allMatch(SystemUnavailable::lasts);
  }

  private boolean lasts() {
    return !reason.kind().isAboutSystem() && reason.kind().mender() != ReasonClass.Mender.TIME;
  }

  /** The one of this and those that came with it that says most about the system. */
  public SystemUnavailable worst() {
    return all()
        .filter(one -> one.reason.kind().isAboutSystem())
        .findFirst()
        .or(() -> all().filter(one -> !one.lasts()).findFirst())
        .orElse(this);
  }

  /** What is wrong with each place, for people. */
  public String inAllPlaces() {
    return all().map(Throwable::getMessage).distinct().collect(Collectors.joining("; "));
  }

  private Stream<SystemUnavailable> all() {
    return Stream.concat(Stream.of(this), Arrays.stream(getSuppressed()))
        .filter(SystemUnavailable.class::isInstance)
        .map(SystemUnavailable.class::cast);
  }
}
