package io.partnerhub.ops;

import io.partnerhub.store.Figures;
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

  /** So that counting takes at most a tenth of the time; where it takes none, all is told anew. */
  private static final int PAUSES = 9;

  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final Supplier<List<Figures.Count>> figures;
  private final Clock clock;
  private Counted last;
  private Instant keptUntil = Instant.MIN;

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
    if (asked.isBefore(keptUntil)) {
      return last;
    }
    Instant began = clock.instant();
    last = new Counted(began, figures.get());
    Instant ended = clock.instant();
    Duration pause = Duration.between(began, ended).multipliedBy(PAUSES);
    keptUntil = ended.plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
    return last;
  }
}
