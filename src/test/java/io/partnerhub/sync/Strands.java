package io.partnerhub.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Several workers of one hub, of which exactly one runs at a time: each goes on until its next
 * pause, so that a history decides every interleaving and gives the same run again.
 */
final class Strands {

  /** The process died: whatever it was doing ends here. */
  static final class Death extends Error {
    private static final long serialVersionUID = 1;

    Death() {
      super("the process died", null, false, false);
    }
  }

  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "strand");
            thread.setDaemon(true);
            return thread;
          });

  /** How long a call may be under way: a connection times out long before. */
  private static final Duration LONGEST_CALL = Duration.ofSeconds(60);

  private static final Set<String> CALLS = Set.of("write", "written");

  private final ThreadLocal<Strand> current = new ThreadLocal<>();
  private final List<Strand> alive = new ArrayList<>();
  private final Clock clock;

  Strands(Clock clock) {
    this.clock = clock;
  }

  private static final class Strand {
    final Semaphore go = new Semaphore(0);
    final Semaphore back = new Semaphore(0);
    boolean ended;
    boolean killed;
    Throwable failure;
    String at = "";
    Instant since;
  }

  /** Starts a worker and lets it go on to its first pause. */
  void start(Runnable work) {
    Strand strand = new Strand();
    alive.add(strand);
    THREADS.execute(
        () -> {
          current.set(strand);
          strand.go.acquireUninterruptibly();
          try {
            work.run();
          } catch (Throwable e) {
            strand.failure = e;
          }
          current.remove();
          strand.ended = true;
          strand.back.release();
        });
    step(strand);
  }

  boolean isEmpty() {
    return alive.isEmpty();
  }

  /** Lets one of the workers go on to its next pause. */
  void step(int which) {
    if (!alive.isEmpty()) {
      step(alive.get(which % alive.size()));
    }
  }

  /** Lets the worker that began first go on to its end. */
  void finish() {
    Strand first = alive.get(0);
    while (!first.ended) {
      step(first);
    }
  }

  void killAll() {
    for (Strand strand : List.copyOf(alive)) {
      strand.killed = true;
      step(strand);
    }
  }

  /** Calls that have been under way for too long go on. */
  void endLongCalls() {
    for (Strand strand : List.copyOf(alive)) {
      while (!strand.ended
          && CALLS.contains(strand.at)
          && strand.since.plus(LONGEST_CALL).isBefore(clock.instant())) {
        step(strand);
      }
    }
  }

  /** Pauses the worker that calls it; whoever is no worker goes on at once. */
  void pause(String at) {
    Strand strand = current.get();
    if (strand == null) {
      return;
    }
    if (strand.killed) {
      throw new Death();
    }
    strand.at = at;
    strand.since = clock.instant();
    strand.back.release();
    strand.go.acquireUninterruptibly();
    strand.at = "";
    if (strand.killed) {
      throw new Death();
    }
  }

  private void step(Strand strand) {
    strand.go.release();
    strand.back.acquireUninterruptibly();
    if (strand.ended) {
      alive.remove(strand);
      if (strand.failure != null && !(strand.failure instanceof Death)) {
        throw new AssertionError("a worker failed: " + strand.failure, strand.failure);
      }
    }
  }
}
