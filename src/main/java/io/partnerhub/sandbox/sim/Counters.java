package io.partnerhub.sandbox.sim;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts the calls that a service got, faulted ones included; admin calls are not counted. */
public final class Counters {

  private final Map<Operation, Long> byOperation = new EnumMap<>(Operation.class);
  private final Map<String, Long> byCall = new TreeMap<>();
  private final Map<Integer, Long> byStatus = new TreeMap<>();
  private int active;
  private int peak;

  /**
   * The figures at one moment; {@code total} is the sum of {@code byOperation} and of {@code
   * byCall}.
   *
   * @param byOperation every operation, also those that were never called
   * @param byStatus calls that were answered, by the status of HTTP
   * @param peakConcurrent most calls that were under way at once since the last reset
   */
  public record Snapshot(
      long total,
      Map<Operation, Long> byOperation,
      Map<String, Long> byCall,
      Map<Integer, Long> byStatus,
      int peakConcurrent) {

    /** Calls of one kind. */
    public long of(Operation operation) {
      return byOperation.get(operation);
    }

    /** Calls under one name, 0 when there were none. */
    public long of(String call) {
      return byCall.getOrDefault(call, 0L);
    }

    /** Calls that were answered with a status. */
    public long answered(int status) {
      return byStatus.getOrDefault(status, 0L);
    }
  }

  Counters() {
    reset();
  }

  /** The figures now. */
  public synchronized Snapshot snapshot() {
    long total = byOperation.values().stream().mapToLong(Long::longValue).sum();
    return new Snapshot(
        total, new EnumMap<>(byOperation), new TreeMap<>(byCall), new TreeMap<>(byStatus), peak);
  }

  /** All figures to zero; calls under way stay in the peak. */
  public synchronized void reset() {
    for (Operation operation : Operation.values()) {
      byOperation.put(operation, 0L);
    }
    byCall.clear();
    byStatus.clear();
    peak = active;
  }

  synchronized void begin(Call call) {
    byOperation.merge(call.operation(), 1L, Long::sum);
    byCall.merge(call.name(), 1L, Long::sum);
    active++;
    peak = Math.max(peak, active);
  }

  synchronized void answered(SimAnswer answer) {
    if (!answer.cut()) {
      byStatus.merge(answer.status(), 1L, Long::sum);
    }
  }

  synchronized void end() {
    active--;
  }
}
