package io.partnerhub.sync.read;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** How something is done whose result is needed a little later. */
public interface Ahead {

  /** When its result is asked for: nothing happens beside anything else. */
  Ahead NONE =
      new Ahead() {
        @Override
        public <T> Supplier<T> start(Supplier<T> work) {
          return work;
        }
      };

  /** At once, on a thread of its own. */
  Ahead IN_BACKGROUND =
      new Ahead() {
        @Override
        public <T> Supplier<T> start(Supplier<T> work) {
          FutureTask<T> task = new FutureTask<>(work::get);
          Thread thread = new Thread(task, "ahead");
          thread.setDaemon(true);
          thread.start();
          return () -> result(task);
        }
      };

  /** Gives what waits for the result, and throws what the work threw. */
  <T> Supplier<T> start(Supplier<T> work);

  private static <T> T result(FutureTask<T> task) {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while work was under way beside it", e);
    }
  }
}
