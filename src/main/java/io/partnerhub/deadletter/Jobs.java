package io.partnerhub.deadletter;

import io.partnerhub.sync.ChoiceRefused;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bulk replays of this process, one at a time. What they replayed is in the store; that they
 * run is not: a restart ends them.
 */
public final class Jobs implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
  private static final int MOST_KEPT = 50;

  private final Deque<BulkReplay> newestFirst = new ArrayDeque<>();
  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "dead-letters");
            thread.setDaemon(true);
            return thread;
          });
  private long lastId;

  public Jobs() {
    clockwork.scheduleWithFixedDelay(this::step, 1, 1, TimeUnit.SECONDS);
  }

  /**
   * Begins one.
   *
   * @throws ChoiceRefused while another one runs
   */
  synchronized JobStatus begin(LongFunction<BulkReplay> job) {
    BulkReplay last = newestFirst.peekFirst();
    if (last != null && last.status().state() == JobStatus.State.RUNNING) {
      throw new ChoiceRefused(
          "Job %d is running: wait for its end, or cancel it".formatted(last.status().id()));
    }
    BulkReplay begun = job.apply(++lastId);
    newestFirst.addFirst(begun);
    if (newestFirst.size() > MOST_KEPT) {
      newestFirst.removeLast();
    }
    return begun.status();
  }

  /** The newest jobs, newest first. */
  public synchronized List<JobStatus> list() {
    return newestFirst.stream().map(BulkReplay::status).toList();
  }

  /**
   * How one stands.
   *
   * @throws ChoiceRefused when there is none
   */
  public JobStatus get(long id) {
    return find(id).status();
  }

  /** Ends one, if it runs; what it replayed goes on. */
  public JobStatus cancel(long id, String who) {
    BulkReplay job = find(id);
    job.cancel("by " + who);
    LOG.info("Job {} was cancelled by {}", id, who);
    return job.status();
  }

  private synchronized BulkReplay find(long id) {
    return newestFirst.stream()
        .filter(job -> job.status().id() == id)
        .findFirst()
        .orElseThrow(
            () -> new ChoiceRefused("There is no job " + id + " since this hub was started"));
  }

  private void step() {
    BulkReplay job;
    synchronized (this) {
      job = newestFirst.peekFirst();
    }
    try {
      if (job != null) {
        job.step();
      }
    } catch (RuntimeException e) {
      LOG.error("Job {} cannot go on", job.status().id(), e);
      job.fail("it could not go on, the hub's log says more: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    clockwork.shutdownNow();
  }
}
