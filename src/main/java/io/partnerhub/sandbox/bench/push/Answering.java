package io.partnerhub.sandbox.bench.push;

import io.partnerhub.sandbox.sim.Call;
import io.partnerhub.sandbox.sim.CallWatch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** When a simulator was at work on a call: that time is the outside system's, not the hub's. */
final class Answering implements CallWatch {

  private final ThreadLocal<Long> began = new ThreadLocal<>();
  private final List<Span> spans = new ArrayList<>();
  private final AtomicLong calls = new AtomicLong();

  /**
   * From one moment to another.
   *
   * @param began as {@link System#nanoTime()} gives it, as {@code ended}
   */
  record Span(long began, long ended) {}

  @Override
  public boolean arrives(Call call) {
    began.set(System.nanoTime());
    return true;
  }

  @Override
  public void answered(Call call) {
    long ended = System.nanoTime();
    synchronized (this) {
      spans.add(new Span(began.get(), ended));
    }
    calls.incrementAndGet();
  }

  /** How many calls were answered so far. */
  long calls() {
    return calls.get();
  }

  /** All of them since it was asked last. */
  synchronized List<Span> take() {
    List<Span> taken = List.copyOf(spans);
    spans.clear();
    return taken;
  }

  /** How many of a span's nanoseconds none of the others covers. */
  static long uncovered(Span whole, List<Span> others) {
    List<Span> sorted =
        others.stream().sorted((a, b) -> Long.compare(a.began() - b.began(), 0)).toList();
    long uncovered = 0;
    long reached = whole.began();
    for (Span span : sorted) {
      uncovered += Math.max(0, Math.min(span.began(), whole.ended()) - reached);
      reached = Math.max(reached, Math.min(span.ended(), whole.ended()));
    }
    return uncovered + Math.max(0, whole.ended() - reached);
  }
}
