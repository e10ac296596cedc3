package io.partnerhub.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.deadletter.DeadLetter;
import io.partnerhub.ledger.Line;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.ops.LetterDetails.Happened;
import io.partnerhub.sync.LedgerEntry;
import io.partnerhub.sync.LedgerEntry.Event;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.store.Letter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LetterDetailsTest {

  private static final Instant FIRST = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant SINCE = FIRST.plusSeconds(60);

  @Test
  void it_tells_what_was_refused_why_how_often_for_how_long_and_who_can_mend_it() {
    LetterDetails details = details(Map.of("Phone", "0123"), "[]", null, List.of());

    assertThat(details.letter())
        .isEqualTo(
            new LetterItem(
                17,
                "partner",
                "ALFKI",
                7,
                "salesforce",
                "too-large",
                "STRING_TOO_LONG",
                "Salesforce refused Phone",
                "the operator",
                "open",
                2,
                SINCE,
                3_600,
                "anna"));
    assertThat(details.sent()).containsExactly(new LetterDetails.Sent("Phone", "0123"));
    assertThat(details.firstAt()).isEqualTo(FIRST);
    assertThat(details.lastAt()).isEqualTo(SINCE);
    assertThat(details.mappingVersion()).isEqualTo("v3");
    assertThat(details.action()).isEqualTo("update");
  }

  @Test
  void every_try_is_told_with_its_time_oldest_first() {
    List<Line> newestFirst =
        List.of(line(2, SINCE, Event.GIVEN_UP, 9), line(1, FIRST, Event.RETRY_LATER, 8));

    assertThat(details(Map.of(), "[]", null, newestFirst).story())
        .containsExactly(
            new Happened(FIRST, "retry later", 8, "why"),
            new Happened(SINCE, "given up", 9, "why"));
  }

  @Test
  void what_is_oversize_is_cut_visibly() {
    LetterDetails details =
        details(Map.of("Notes", "n".repeat(1_001)), "a".repeat(2_000), null, List.of());

    assertThat(details.sent().get(0).value()).isEqualTo("n".repeat(1_000) + "…");
    assertThat(details.answer()).isEqualTo("a".repeat(1_000) + "…");
  }

  @Test
  void its_age_ends_when_it_leaves_the_queue() {
    LetterDetails details = details(Map.of(), "[]", SINCE.plusSeconds(5), List.of());

    assertThat(details.letter().ageSeconds()).isEqualTo(5);
  }

  private static LetterDetails details(
      Map<String, String> sent, String answer, Instant closedAt, List<Line> newestFirst) {
    Outcome.Reason reason =
        new Outcome.Reason(
            ReasonClass.TOO_LARGE, "STRING_TOO_LONG", "Salesforce refused Phone", answer);
    DeadLetter letter =
        new DeadLetter(
            17,
            new RecordType("partner"),
            7,
            SystemName.SALESFORCE,
            "ALFKI",
            "UPDATE",
            "Account",
            "001",
            sent,
            reason,
            2,
            FIRST,
            SINCE,
            "v3",
            Letter.State.OPEN,
            SINCE,
            closedAt,
            "anna");
    return LetterDetails.of(letter, newestFirst, SINCE.plus(Duration.ofHours(1)));
  }

  private static Line line(long id, Instant at, Event event, long attempt) {
    return new Line(
        id,
        at,
        new LedgerEntry(7, SystemName.SALESFORCE, event, 0, attempt, null, List.of(), "why"));
  }
}
