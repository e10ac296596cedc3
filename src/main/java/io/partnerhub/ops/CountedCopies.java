package io.partnerhub.ops;

import io.partnerhub.store.Figures;
import io.partnerhub.sync.store.Pacing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Where all copies stand, for whoever asks: counted for one at a time, as each of them is judged.
 * All who ask meanwhile, and for some time after where it took long, get the same.
 */
public final class CountedCopies {

  private final Supplier<List<Figures.Count>> figures;
  private final Clock clock;
  private final Pacing pacing = new Pacing(Duration.ofSeconds(10));
  private Counted last;

  /**
   * What was counted.
   *
   * @param at as when
   */
  record Counted(Instant at, List<Figures.Count> counts) {}

  public CountedCopies(Supplier<List<Figures.Count>> figures, Clock clock) {
    this.figures = figures;
    this.clock = clock;
  }

  Counted now() {
    return now(clock.instant());
  }

  private synchronized Counted now(Instant asked) {
    if (!pacing.mayLook(asked)) {
      return last;
    }
    Instant began = clock.instant();
    last = new Counted(began, figures.get());
    pacing.looked(began, clock.instant());
    return last;
  }
}
