package io.partnerhub.sandbox.bench.measure;

import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sandbox.sim.FaultRule;
import io.partnerhub.sandbox.sim.SimulatorServer;

/** Calls that wait in a system while edits are made, so that these come as one change. */
public final class Held {

  private Held() {}

  /** Every call from now on waits, until the system's faults are cleared. */
  public static void next(SimulatorServer system) {
    system.faults().add(FaultRule.once("", "", new Fault.HoldBefore()).times(FaultRule.FOREVER));
  }

  /** Returns when a call waits. */
  public static void await(SimulatorServer system, Patience patience) {
    patience.until("The next call", () -> system.faults().held() > 0, () -> "none has come in");
  }
}
