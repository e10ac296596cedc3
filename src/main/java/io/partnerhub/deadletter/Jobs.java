package io.partnerhub.deadletter;

import io.partnerhub.sync.ChoiceRefused;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bulk replays, one at a time. How they stand is in the store; a process that ends interrupts
 * its own, which is said and not mended: whoever restarts a hub may do so because of it.
 */
public final class Jobs implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
  private static final int MOST_SHOWN = 50;

  /** Their process says each second that it lives. */
  private static final Duration SILENCE = Duration.ofSeconds(15);

  private static final String STOPPED = "its hub was stopped; what was under way goes on";
  private static final String DIED = "its hub died; what was under way goes on";

  private final JobBook book;
  private final Queue queue;
  private final Clock clock;
  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "dead-letters");
            thread.setDaemon(true);
            return thread;
          });
  private BulkReplay own;

  public Jobs(JobBook book, Queue queue, Clock clock) {
    this.book = book;
    this.queue = queue;
    this.clock = clock;
    clockwork.scheduleWithFixedDelay(this::step, 1, 1, TimeUnit.SECONDS);
  }

  /**
   * Begins one.
   *
   * @throws ChoiceRefused while another one runs, in this process or in another
   */
  synchronized JobStatus begin(BulkOrder order, LongFunction<BulkReplay> job) {
    endSilent();
    long id =
        book.begin(JobStatus.begun(0, order, clock.instant()))
            .orElseThrow(
                () ->
                    new ChoiceRefused(
                        "Job %s is running: wait for its end, or cancel it"
                            .formatted(book.newest(1).get(0).id())));
    own = job.apply(id);
    return own.status();
  }

  /** The newest jobs, newest first. */
  public synchronized List<JobStatus> list() {
    endSilent();
    return book.newest(MOST_SHOWN).stream().map(this::asOfNow).toList();
  }

  /**
   * How one stands.
   *
   * @throws ChoiceRefused when there is none
   */
  public synchronized JobStatus get(long id) {
    endSilent();
    return book.find(id)
        .map(this::asOfNow)
        .orElseThrow(() -> new ChoiceRefused("There is no job " + id));
  }

  /**
   * Ends one, if it runs; what it replayed goes on.
   *
   * @throws ChoiceRefused when there is none, or it runs in another process
   */
  public JobStatus cancel(long id, String who) {
    JobStatus found = get(id);
    if (found.state() != JobStatus.State.RUNNING) {
      return found;
    }
    BulkReplay job =
        own(id)
            .orElseThrow(
                () -> new ChoiceRefused("Job " + id + " runs in another process: cancel it there"));
    job.cancel("by " + who);
    book.keep(job.status());
    LOG.info("Job {} was cancelled by {}", id, who);
    return job.status();
  }

  private synchronized Optional<BulkReplay> own(long id) {
    return Optional.ofNullable(own).filter(job -> job.status().id() == id);
  }

  /** What the store knows of this process's job is a second old. */
  private JobStatus asOfNow(JobStatus kept) {
    boolean runs = kept.state() == JobStatus.State.RUNNING;
    return own(kept.id()).filter(job -> runs).map(BulkReplay::status).orElse(kept);
  }

  /** Those whose process has ended without a word. */
  private void endSilent() {
    for (JobStatus silent : book.silentFor(SILENCE)) {
      if (own(silent.id()).isEmpty()) {
        Filter filter = Filter.parse(silent.conditions()).waiting();
        int more = queue.count(filter, silent.last(), silent.began());
        book.keep(silent.ended(JobStatus.State.INTERRUPTED, DIED, more, clock.instant()));
      }
    }
  }

  private void step() {
    BulkReplay job;
    synchronized (this) {
      job = own;
    }
    if (job == null || job.status().state() != JobStatus.State.RUNNING) {
      return;
    }
    try {
      job.step();
      if (!book.keep(job.status())) {
        job.fail("another process took it for interrupted");
      }
    } catch (RuntimeException e) {
      LOG.error("Job {} cannot go on", job.status().id(), e);
      fail(job, "it could not go on, the hub's log says more: " + e.getMessage());
    }
  }

  /** Where the store is away, the silence ends it. */
  private void fail(BulkReplay job, String why) {
    try {
      job.fail(why);
      book.keep(job.status());
    } catch (RuntimeException e) {
      LOG.warn("The end of job {} is not kept", job.status().id(), e);
    }
  }

  @Override
  public void close() {
    clockwork.shutdownNow();
    BulkReplay job;
    synchronized (this) {
      job = own;
    }
    try {
      if (job != null && job.status().state() == JobStatus.State.RUNNING) {
        job.interrupt(STOPPED);
        book.keep(job.status());
      }
    } catch (RuntimeException e) {
      LOG.warn("That job {} ends is not kept", job.status().id(), e);
    }
  }
}
