package io.partnerhub.cli;

import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a command starts and Ctrl-C or SIGTERM ends, also in the middle of its start: that is waited
 * for, as half of it can be ended by nobody.
 */
public final class UntilStopped<T> implements AutoCloseable {

  private final Consumer<T> end;
  private final CountDownLatch ended = new CountDownLatch(1);
  private T started;
  private boolean closed;
  private volatile boolean stopping;

  private UntilStopped(Consumer<T> end) {
    this.end = end;
  }

  /**
   * Starts it.
   *
   * @param end ends it; called once at most, by {@link #close} or as Java stops
   * @throws CommandFailure when Java is stopped meanwhile
   */
  public static <T> UntilStopped<T> start(Supplier<T> start, Consumer<T> end) {
    UntilStopped<T> running = new UntilStopped<>(end);
    Runtime.getRuntime().addShutdownHook(new Thread(running::stop, "stop"));
    running.begin(start);
    running.refuseIfStopping(null);
    return running;
  }

  private synchronized void begin(Supplier<T> start) {
    begun(() -> started = start.get());
  }

  /**
   * Does more of its start, which a stop waits for as well.
   *
   * @throws CommandFailure when Java is stopped before or meanwhile
   */
  public synchronized void then(Consumer<T> more) {
    begun(() -> more.accept(started));
  }

  private void begun(Runnable step) {
    refuseIfStopping(null);
    try {
      step.run();
    } catch (RuntimeException e) {
      refuseIfStopping(e); // some libraries do not start any more then
      throw e;
    }
  }

  private void refuseIfStopping(RuntimeException cause) {
    if (stopping) {
      throw new CommandFailure(ExitCode.INTERRUPTED, "Stopped before it had started", cause);
    }
  }

  /** What runs. */
  public T get() {
    return started;
  }

  /** Returns when Java stops and what ran has ended. */
  public void awaitStop() throws InterruptedException {
    ended.await();
  }

  /** As Java stops. */
  void stop() {
    stopping = true;
    close();
    ended.countDown();
  }

  /** Ends it. */
  @Override
  public synchronized void close() {
    if (started != null && !closed) {
      closed = true;
      end.accept(started);
    }
  }
}
