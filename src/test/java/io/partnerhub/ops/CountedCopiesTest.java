package io.partnerhub.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.SettableClock;
import io.partnerhub.store.Figures;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CountedCopiesTest {

  private final SettableClock clock = new SettableClock("2026-03-02T09:00:00Z");
  private final AtomicInteger counted = new AtomicInteger();
  private Duration takes = Duration.ofSeconds(1);
  private Runnable meanwhile = () -> {};
  private final CountedCopies copies = new CountedCopies(this::count, clock);

  private List<Figures.Count> count() {
    counted.incrementAndGet();
    meanwhile.run();
    clock.advance(takes);
    return List.of();
  }

  @Test
  void who_asks_while_all_are_counted_or_soon_after_gets_the_same() {
    CompletableFuture<CountedCopies.Counted> second = new CompletableFuture<>();
    Thread other = new Thread(() -> second.complete(copies.now()));
    meanwhile =
        () -> {
          other.start();
          while (other.getState() != Thread.State.BLOCKED) {
            Thread.onSpinWait();
          }
        };

    CountedCopies.Counted first = copies.now();
    clock.advance(Duration.ofMillis(8_999));

    assertThat(copies.now()).isSameAs(first).isSameAs(second.join());
    assertThat(first.at()).isEqualTo("2026-03-02T09:00:00Z");
    assertThat(counted).hasValue(1);
  }

  @Test
  void they_are_counted_again_after_nine_times_as_long_but_ten_seconds_at_most() {
    copies.now();
    clock.advance(Duration.ofSeconds(9));
    takes = Duration.ofSeconds(5);

    CountedCopies.Counted second = copies.now();
    clock.advance(Duration.ofSeconds(10));

    assertThat(copies.now().at()).isEqualTo(second.at().plusSeconds(15));
    assertThat(counted).hasValue(3);
  }

  @Test
  void where_it_takes_no_time_each_is_told_anew() {
    takes = Duration.ZERO;

    copies.now();
    copies.now();

    assertThat(counted).hasValue(2);
  }
}
