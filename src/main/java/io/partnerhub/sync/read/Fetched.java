package io.partnerhub.sync.read;

import io.partnerhub.sync.ReadTimes;
import io.partnerhub.sync.store.Store;
import java.time.Instant;
import java.util.function.Function;

/** An answer to a read, and when the read was made. */
public record Fetched<T>(T answer, ReadTimes read) {

  /**
   * Makes a read between two ticks.
   *
   * @param call is given the store's clock before it
   */
  public static <T> Fetched<T> from(Store store, Function<Instant, T> call) {
    Instant at = store.now();
    long began = store.tick();
    T answer = call.apply(at);
    return new Fetched<>(answer, new ReadTimes(began, store.tick(), at));
  }
}
