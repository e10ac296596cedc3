package io.partnerhub.sandbox.bench.measure;

import io.partnerhub.sandbox.bench.world.ThreeWorld;
import io.partnerhub.sandbox.sim.Operation;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The end of all writing: the hub looks for what it left over every ten seconds at most. */
public final class Settling {

  private static final long STILL = Duration.ofSeconds(12).toNanos();

  private final ThreeWorld world;
  private final Patience patience;
  private long writes;
  private long last;

  public Settling(ThreeWorld world, Patience patience) {
    this.world = world;
    this.patience = patience;
  }

  /**
   * Waits until something has come about and no system was written any more for a while.
   *
   * @param progress is told again and again how far it came
   * @return seconds from the beginning until the last write came in
   */
  public double await(String what, BooleanSupplier cameAbout, Supplier<String> progress) {
    long began = System.nanoTime();
    last = began;
    writes = world.calls(Operation.WRITE);
    patience.until(what, () -> isStill() && cameAbout.getAsBoolean(), progress);
    return (last - began) / 1e9;
  }

  private boolean isStill() {
    long now = world.calls(Operation.WRITE);
    if (now != writes) {
      writes = now;
      last = System.nanoTime();
    }
    return System.nanoTime() - last > STILL;
  }
}
