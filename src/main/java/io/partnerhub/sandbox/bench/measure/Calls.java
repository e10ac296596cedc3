package io.partnerhub.sandbox.bench.measure;

import io.partnerhub.sandbox.sim.Counters;
import io.partnerhub.sandbox.sim.Operation;

/**
 * What a stage cost one system.
 *
 * @param reads calls that read records; sign-in and metadata are not counted
 * @param writes calls that write records
 * @param readFloor fewest reads before writes: for updates, since nothing is there before an add
 * @param writeFloor fewest writes
 */
public record Calls(long reads, long writes, long readFloor, long writeFloor) {

  public static Calls of(Counters.Snapshot counted, long readFloor, long writeFloor) {
    return new Calls(
        counted.of(Operation.READ), counted.of(Operation.WRITE), readFloor, writeFloor);
  }

  /** Reads, their floor, writes and theirs. */
  public String text() {
    return "%d (%d) + %d (%d)".formatted(reads, readFloor, writes, writeFloor);
  }

  /** Writes for each write of the floor; 1 when none were needed and none made. */
  public double ratio() {
    return writeFloor == 0 ? writes + 1.0 : (double) writes / writeFloor;
  }
}
