package io.partnerhub.store;

import static io.partnerhub.sync.store.Letter.State.DISCARDED;
import static io.partnerhub.sync.store.Letter.State.REPLAYED;
import static io.partnerhub.sync.store.Letter.State.REPLAYING;
import static io.partnerhub.sync.store.Letter.State.SUPERSEDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.SettableClock;
import io.partnerhub.store.Digest.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClosedLettersTest {

  private static final Duration KEEP = Duration.ofDays(400);
  private static final Set<Way> MAIL = EnumSet.of(Way.MAIL);

  private final SettableClock clock = new SettableClock("2026-03-02T09:00:00Z");
  private final SomeLetters letters = new SomeLetters();
  private final Escalations escalations =
      new Escalations(TestStore.dataSource(), clock, Duration.ofMinutes(15));

  @BeforeEach
  void empty() {
    TestStore.empty(clock);
  }

  private void prune() {
    new ClosedLetters(TestStore.dataSource(), clock, KEEP, 2).prune();
  }

  @Test
  void a_closed_letter_goes_when_it_was_closed_for_too_long_and_not_a_moment_before() {
    Instant now = clock.instant();
    letters.closed(1, REPLAYED, now);
    letters.closed(2, SUPERSEDED, now);
    letters.closed(3, DISCARDED, now);
    letters.closed(4, SUPERSEDED, now.plusMillis(1));

    clock.advance(KEEP);
    prune();
    assertThat(letters.letters()).hasSize(4);

    clock.advance(Duration.ofMillis(1));
    prune();
    assertThat(letters.letters()).containsExactly("SUPERSEDED SUPERSEDED");
  }

  @Test
  void an_open_letter_stays_however_old_it_is_and_nobody_is_told_of_it_again() {
    letters.open("smartsheet", "VALUE", 1, "10248", "refused");
    letters.closed(2, REPLAYING, null);
    escalations.due(MAIL).forEach(escalations::sent);

    clock.advance(KEEP.multipliedBy(3));
    prune();

    assertThat(letters.letters()).containsExactly("OPEN 10248", "REPLAYING REPLAYING");
    assertThat(escalations.due(MAIL)).isEmpty();
  }

  @Test
  void a_message_goes_with_the_last_of_its_letters() {
    long first = letters.open("smartsheet", "VALUE", 1, "10248", "refused");
    long second = letters.open("smartsheet", "VALUE", 2, "10249", "refused");
    escalations.due(MAIL).forEach(escalations::sent);
    letters.close(first, clock.instant());

    clock.advance(KEEP.plusMillis(1));
    prune();
    assertThat(letters.letters()).containsExactly("OPEN 10249");
    assertThat(letters.messages()).containsExactly("MAIL smartsheet VALUE SENT 1");

    letters.close(second, clock.instant());
    clock.advance(KEEP.plusMillis(1));
    prune();
    assertThat(letters.letters()).isEmpty();
    assertThat(letters.messages()).isEmpty();
  }

  @Test
  void more_than_one_statement_takes_go_all_the_same() {
    for (int i = 0; i < 7; i++) {
      letters.closed(i, SUPERSEDED, clock.instant());
    }

    clock.advance(KEEP.plusMillis(1));
    prune();

    assertThat(letters.letters()).isEmpty();
  }
}
