package io.partnerhub.connector.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.sync.system.Checkpoint;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static final Duration OVERLAP = Duration.ofMinutes(2);
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Checkpoint START = Checkpoint.start("Account");

  private static Checkpoint at(Instant watermark, Instant foundAt, boolean settled) {
    return new Checkpoint("Account", true, 0, watermark, foundAt, settled, 0);
  }

  private static Checkpoint poll(Checkpoint from, Instant greatest, Instant now) {
    return new Progress(from, now, false, true).after(greatest, now, OVERLAP);
  }

  @Test
  void the_greatest_stamp_of_the_data_becomes_the_watermark_even_ahead_of_our_clock() {
    Checkpoint next = poll(START, NOON.plusSeconds(30), NOON);

    assertThat(next.watermark()).isEqualTo(NOON.plusSeconds(30));
    assertThat(next.watermarkFoundAt()).isEqualTo(NOON);
    assertThat(next.settled()).isFalse();
    assertThat(next.complete()).isTrue();
  }

  @Test
  void an_empty_first_read_is_complete_and_has_no_watermark() {
    Checkpoint next = poll(START, null, NOON);

    assertThat(next.complete()).isTrue();
    assertThat(next.watermark()).isNull();
    assertThat(next.settled()).isFalse();
  }

  @Test
  void a_watermark_settles_only_when_a_read_begun_an_overlap_later_finds_nothing_newer() {
    Checkpoint found = at(NOON, NOON, false);

    assertThat(poll(found, NOON, NOON.plus(OVERLAP).minusSeconds(1)).settled()).isFalse();
    assertThat(poll(found, NOON, NOON.plus(OVERLAP)).settled()).isTrue();
  }

  @Test
  void news_unsettle_the_watermark() {
    Checkpoint next = poll(at(NOON, NOON, true), NOON.plusSeconds(1), NOON.plusSeconds(600));

    assertThat(next.settled()).isFalse();
    assertThat(next.watermarkFoundAt()).isEqualTo(NOON.plusSeconds(600));
  }

  @Test
  void a_page_before_the_last_settles_nothing_and_completes_nothing() {
    Checkpoint next =
        new Progress(
                new Checkpoint("Account", false, 0, NOON, NOON, false, 0),
                NOON.plusSeconds(600),
                true,
                false)
            .after(NOON, NOON.plusSeconds(600), OVERLAP);

    assertThat(next.settled()).isFalse();
    assertThat(next.complete()).isFalse();
  }

  @Test
  void a_read_of_several_pages_does_not_move_the_watermark_past_its_own_beginning() {
    Checkpoint next =
        new Progress(START, NOON, true, true)
            .after(NOON.plusSeconds(300), NOON.plusSeconds(301), OVERLAP);

    assertThat(next.watermark()).isEqualTo(NOON);
  }

  @Test
  void the_watermark_never_goes_back() {
    assertThat(poll(at(NOON, NOON, false), NOON.minusSeconds(60), NOON).watermark())
        .isEqualTo(NOON);
  }
}
