package io.partnerhub.sandbox.bench.measure;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * Processor time: other work on the machine hardly changes it, unlike the time on the clock.
 *
 * @param client seconds of the hub's Java, or of the plain client's
 * @param store seconds of the hub's PostgreSQL; none of the plain client
 * @param simulators seconds of the simulators, with the bench itself
 */
public record Processor(double client, double store, double simulators) {

  private static final double MILLIS = 1e3;

  /** So far, of the living processes. */
  public static Processor of(ProcessHandle client, Stream<ProcessHandle> store) {
    return new Processor(
        seconds(Stream.of(client)), seconds(store), seconds(Stream.of(ProcessHandle.current())));
  }

  /** What was used after an earlier look. */
  public Processor since(Processor before) {
    return new Processor(
        client - before.client, store - before.store, simulators - before.simulators);
  }

  @Override
  public String toString() {
    return "%.2f + %.2f + %.2f".formatted(client, store, simulators);
  }

  private static double seconds(Stream<ProcessHandle> processes) {
    return processes
            .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
            .mapToLong(Duration::toMillis)
            .sum()
        / MILLIS;
  }
}
