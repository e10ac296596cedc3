package io.partnerhub.sandbox.sim;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * What one subscriber has yet to be told, and the thread that tells it. The next subscriber gets
 * another: a thread that was told to end could still take what is meant for the next one.
 */
public final class Round<T> {

  private final BlockingQueue<T> waiting = new LinkedBlockingQueue<>();
  private final Thread thread;
  private volatile boolean over;

  /** Tells what waits, until the round is over. */
  @FunctionalInterface
  public interface Carrier<T> {

    /**
     * Goes round.
     *
     * @throws InterruptedException when the round is over meanwhile
     */
    void carry(Round<T> round) throws InterruptedException;
  }

  private Round(String name, Carrier<T> carrier) {
    thread = new Thread(() -> run(carrier), name);
    thread.setDaemon(true);
  }

  /** Begins one, in a thread of that name. */
  public static <T> Round<T> begin(String name, Carrier<T> carrier) {
    Round<T> round = new Round<>(name, carrier);
    round.thread.start();
    return round;
  }

  private void run(Carrier<T> carrier) {
    try {
      carrier.carry(this);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // another subscriber, or none
    }
  }

  /** In the order of the changes; any thread may add to it. */
  public BlockingQueue<T> waiting() {
    return waiting;
  }

  public boolean isOver() {
    return over;
  }

  /** What waits is told to nobody. */
  public void end() {
    over = true;
    thread.interrupt();
  }
}
