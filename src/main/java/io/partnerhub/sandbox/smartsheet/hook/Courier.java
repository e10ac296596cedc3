package io.partnerhub.sandbox.smartsheet.hook;

import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** Makes the callbacks that are due, those of one webhook one after the other. */
final class Courier implements AutoCloseable {

  /** How often the clock is looked at, in real milliseconds: a test's clock does not say. */
  private static final long LOOK_MILLIS = 10;

  private final Clock clock;
  private final Runnable settling;
  private final Caller caller;
  private final Collection<Hook> hooks;
  private final ExecutorService calls = Executors.newCachedThreadPool(Courier::thread);
  private Thread looking;
  private boolean woken;
  private boolean closed;

  /**
   * Begins to look only when it is started.
   *
   * @param settling does what the clock has made due in the sheets, which webhooks are told of
   */
  Courier(Clock clock, Runnable settling, Caller caller, Collection<Hook> hooks) {
    this.clock = clock;
    this.settling = settling;
    this.caller = caller;
    this.hooks = hooks;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "smartsheet-callbacks");
    thread.setDaemon(true);
    return thread;
  }

  /** Begins to look, once there is a webhook. */
  synchronized void start() {
    if (looking == null && !closed) {
      looking = thread(this::look);
      looking.start();
    }
  }

  /** Looks at once. */
  synchronized void wake() {
    woken = true;
    notifyAll();
  }

  private void look() {
    try {
      while (pause()) {
        settling.run();
        for (Hook hook : hooks) {
          hook.takeNews().ifPresent(body -> begin(() -> caller.call(hook, body)));
          hook.take(clock.millis()).ifPresent(callback -> begin(() -> deliver(hook, callback)));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean pause() throws InterruptedException {
    if (!woken && !closed) {
      wait(LOOK_MILLIS);
    }
    woken = false;
    return !closed;
  }

  private interface Work {
    void run() throws InterruptedException;
  }

  private void begin(Work work) {
    try {
      calls.execute(
          () -> {
            try {
              work.run();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
    } catch (RejectedExecutionException e) {
      close(); // it was closed meanwhile
    }
  }

  private void deliver(Hook hook, Callback callback) throws InterruptedException {
    if (hook.mustVerify()) {
      hook.verified(caller.verify(hook), clock.millis());
    }
    Optional<Acknowledgement> how =
        hook.isEnabled() ? Optional.of(caller.call(hook, callback.body())) : Optional.empty();
    hook.answered(how.orElse(Acknowledgement.GONE), clock.millis());
    wake();
  }

  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
    calls.shutdownNow();
  }
}
