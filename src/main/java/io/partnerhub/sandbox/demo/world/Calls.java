package io.partnerhub.sandbox.demo.world;

import io.partnerhub.sandbox.sim.Counters;
import io.partnerhub.sandbox.sim.Operation;

/** Calls that one simulator got, in all or between two moments. */
public record Calls(long logins, long reads, long writes, long others) {

  public static Calls of(Counters counters) {
    Counters.Snapshot now = counters.snapshot();
    return new Calls(
        now.of(Operation.LOGIN),
        now.of(Operation.READ),
        now.of(Operation.WRITE),
        now.of(Operation.OTHER));
  }

  public Calls since(Calls earlier) {
    return new Calls(
        logins - earlier.logins,
        reads - earlier.reads,
        writes - earlier.writes,
        others - earlier.others);
  }
}
