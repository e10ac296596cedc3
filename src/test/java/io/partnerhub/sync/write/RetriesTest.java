package io.partnerhub.sync.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.Trouble;
import io.partnerhub.sync.Trouble.Fate;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetriesTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final Timing TIMING =
      new Timing(
          Duration.ofMinutes(10),
          Duration.ofMinutes(2),
          Duration.ofSeconds(2),
          Duration.ofHours(1),
          Duration.ofHours(6));

  private final Retries retries = new Retries(TIMING);

  private static Outcome.Failed later(ReasonClass kind) {
    return later(kind, null);
  }

  private static Outcome.Failed later(ReasonClass kind, Duration after) {
    return new Outcome.RetryLater(new Outcome.Reason(kind, "code", "sentence"), after);
  }

  /** So many failures of a class, each tried as soon as it may be; stops at the one given up. */
  private Trouble fail(Trouble before, ReasonClass kind, int times) {
    Trouble trouble = before;
    for (int i = 0; i < times && !trouble.fate().rests(); i++) {
      Instant at = trouble.tryAt() == null ? NOW : trouble.tryAt();
      trouble = retries.after(trouble, later(kind), 7, at);
    }
    return trouble;
  }

  @ParameterizedTest
  @CsvSource({
    "VALUE, 6",
    "MISSING, 6",
    "DUPLICATE, 12",
    "REFERENCE, 12",
    "GONE, 12",
  })
  void what_time_alone_does_not_mend_is_given_up_after_some_tries(ReasonClass kind, int tries) {
    assertThat(fail(Trouble.NONE, kind, tries - 1).fate()).isEqualTo(Fate.TRIED);
    assertThat(fail(Trouble.NONE, kind, tries).fate()).isEqualTo(Fate.GIVEN_UP);
  }

  @ParameterizedTest
  @EnumSource(
      value = ReasonClass.class,
      names = {
        "CONFLICT",
        "PERMISSION",
        "CONNECTION",
        "SERVER",
        "UNKNOWN_OUTCOME",
        "PARSE",
        "TOO_LARGE"
      })
  void what_may_pass_is_given_up_after_six_hours_however_often_it_was_tried(ReasonClass kind) {
    Trouble first = retries.after(Trouble.NONE, later(kind), 7, NOW);

    Instant justBefore = NOW.plus(Duration.ofHours(6)).minusMillis(1);
    assertThat(retries.after(first, later(kind), 7, justBefore).fate()).isEqualTo(Fate.TRIED);
    Trouble last = retries.after(first, later(kind), 7, NOW.plus(Duration.ofHours(6)));

    assertThat(last.fate()).isEqualTo(Fate.GIVEN_UP);
    assertThat(last.since()).isEqualTo(NOW);
    assertThat(last.tryAt()).isNull();
    assertThat(fail(Trouble.NONE, kind, 50).since()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @EnumSource(
      value = ReasonClass.class,
      names = {"RATE_LIMIT", "BUDGET", "AUTH"})
  void what_is_about_no_record_is_never_given_up(ReasonClass kind) {
    assertThat(fail(Trouble.NONE, kind, 10_000).fate()).isEqualTo(Fate.TRIED);
  }

  @ParameterizedTest
  @EnumSource(
      value = ReasonClass.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"DUPLICATE", "REFERENCE"})
  void what_is_refused_is_given_up_at_once(ReasonClass kind) {
    Outcome.Rejected rejected = new Outcome.Rejected(new Outcome.Reason(kind, "code", "sentence"));

    assertThat(retries.after(Trouble.NONE, rejected, 7, NOW).fate()).isEqualTo(Fate.GIVEN_UP);
  }

  @ParameterizedTest
  @EnumSource(
      value = ReasonClass.class,
      names = {"DUPLICATE", "REFERENCE"})
  void what_is_refused_because_of_another_record_is_tried_until_that_one_had_its_time(
      ReasonClass kind) {
    Outcome.Rejected rejected = new Outcome.Rejected(new Outcome.Reason(kind, "code", "sentence"));
    Trouble trouble = Trouble.NONE;
    for (int i = 1; i < 12; i++) {
      trouble = retries.after(trouble, rejected, 7, NOW);
    }

    assertThat(trouble.fate()).isEqualTo(Fate.TRIED);
    assertThat(retries.after(trouble, rejected, 7, NOW).fate()).isEqualTo(Fate.GIVEN_UP);
  }

  @ParameterizedTest
  @CsvSource({"CONFLICT, 64", "CONNECTION, 256", "RATE_LIMIT, 256", "REFERENCE, 2048"})
  void pauses_double_and_stop_doubling_where_it_may_pass_at_any_moment(
      ReasonClass kind, long longest) {
    Trouble trouble = fail(Trouble.NONE, kind, 11);
    Trouble before = fail(Trouble.NONE, kind, 10);

    Duration pause = Duration.between(before.tryAt(), trouble.tryAt());
    assertThat(pause).isBetween(Duration.ofSeconds(longest / 2), Duration.ofSeconds(longest));
    assertThat(fail(Trouble.NONE, kind, 1).tryAt())
        .isBetween(NOW.plusSeconds(1), NOW.plusSeconds(2));
  }

  @Property
  void a_pause_is_between_half_of_it_and_all_and_the_same_for_a_whole_batch(
      @ForAll long batch, @ForAll @IntRange(max = 11) int failed) {
    Instant since = failed == 0 ? null : NOW;
    Outcome.Reason reason = failed == 0 ? null : later(ReasonClass.GONE).reason();
    Trouble before = new Trouble(failed, since, reason, null, Fate.TRIED_ONCE_MORE);

    Trouble one = new Retries(TIMING).after(before, later(ReasonClass.GONE), batch, NOW);
    Trouble other = new Retries(TIMING).after(before, later(ReasonClass.GONE), batch, NOW);

    assertThat(one).isEqualTo(other);
    if (failed < 11) {
      Duration pause = TIMING.pause(failed + 1);
      assertThat(one.tryAt()).isBetween(NOW.plus(pause.dividedBy(2)), NOW.plus(pause));
    }
  }

  @Test
  void batches_are_tried_again_at_many_moments() {
    long moments =
        LongStream.rangeClosed(1, 200)
            .mapToObj(b -> retries.after(Trouble.NONE, later(ReasonClass.SERVER), b, NOW).tryAt())
            .distinct()
            .count();

    assertThat(moments).isGreaterThan(150);
  }

  @ParameterizedTest
  @CsvSource({"60, 60", "600, 600", "1, 2"})
  void a_pause_that_the_system_asks_for_is_kept_and_a_longer_one_of_ours_too(
      long asked, long atMost) {
    Outcome.Failed failed = later(ReasonClass.RATE_LIMIT, Duration.ofSeconds(asked));

    assertThat(retries.after(Trouble.NONE, failed, 7, NOW).tryAt())
        .isBetween(NOW.plusSeconds(asked), NOW.plusSeconds(atMost));
  }

  @Test
  void failures_of_another_kind_count_anew() {
    Trouble limited = fail(Trouble.NONE, ReasonClass.BUDGET, 300);
    assertThat(Duration.between(NOW, limited.tryAt())).isGreaterThan(Duration.ofHours(6));

    Trouble lost = retries.after(limited, later(ReasonClass.CONNECTION), 7, limited.tryAt());

    assertThat(lost.fate()).isEqualTo(Fate.TRIED);
    assertThat(lost.failures()).isEqualTo(1);
    assertThat(lost.since()).isEqualTo(limited.tryAt());
  }

  @Test
  void an_outage_counts_as_one_however_its_failures_look() {
    Trouble trouble = retries.after(Trouble.NONE, later(ReasonClass.CONNECTION), 7, NOW);
    trouble = retries.after(trouble, later(ReasonClass.CONFLICT), 7, NOW.plusSeconds(9_000));
    trouble = retries.after(trouble, later(ReasonClass.PARSE), 7, NOW.plusSeconds(21_600));

    assertThat(trouble.fate()).isEqualTo(Fate.GIVEN_UP);
    assertThat(trouble.failures()).isEqualTo(3);
  }

  @Test
  void a_letter_that_is_open_stays_open_while_newer_values_are_tried() {
    Trouble open = new Trouble(0, null, null, null, Fate.TRIED_ONCE_MORE);

    assertThat(retries.after(open, later(ReasonClass.SERVER), 7, NOW).fate())
        .isEqualTo(Fate.TRIED_ONCE_MORE);
  }
}
