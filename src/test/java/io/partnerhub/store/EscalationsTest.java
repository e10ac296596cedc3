package io.partnerhub.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.partnerhub.SettableClock;
import io.partnerhub.store.Digest.Way;
import io.partnerhub.sync.ReasonClass;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EscalationsTest {

  private static final Duration EVERY = Duration.ofMinutes(15);
  private static final Set<Way> MAIL = EnumSet.of(Way.MAIL);

  private final SettableClock clock = new SettableClock("2026-03-02T09:00:00Z");
  private final SomeLetters letters = new SomeLetters();
  private final Escalations escalations = new Escalations(TestStore.dataSource(), clock, EVERY);

  @BeforeEach
  void empty() {
    TestStore.empty(clock);
  }

  @Test
  void letters_of_one_system_and_reason_are_one_message() {
    letters.open("salesforce", "VALUE", 1, "10248", "Salesforce refused Phone: too long");
    letters.open("salesforce", "VALUE", 2, "10249", "Salesforce refused City: too long");
    letters.open("smartsheet", "VALUE", 1, "10248", "The sheet refused it");
    letters.open("salesforce", "CONNECTION", 3, "10250", "Salesforce was not reached");

    List<Digest> due = escalations.due(MAIL);

    assertThat(due)
        .extracting(Digest::system, Digest::reason, Digest::letters)
        .containsExactlyInAnyOrder(
            tuple("salesforce", ReasonClass.VALUE, 2),
            tuple("smartsheet", ReasonClass.VALUE, 1),
            tuple("salesforce", ReasonClass.CONNECTION, 1));
    assertThat(due.stream().filter(d -> d.letters() == 2).findFirst().orElseThrow().first())
        .containsExactly(
            new Digest.Line("order", "10248", "Salesforce refused Phone: too long"),
            new Digest.Line("order", "10249", "Salesforce refused City: too long"));
  }

  @Test
  void a_letter_is_told_once_each_way() {
    letters.open("salesforce", "VALUE", 1, "10248", "refused");
    escalations.due(MAIL).forEach(escalations::sent);
    clock.advance(Duration.ofHours(1));

    assertThat(escalations.due(MAIL)).isEmpty();
    assertThat(escalations.due(EnumSet.of(Way.MAIL, Way.CHAT)))
        .extracting(Digest::way)
        .containsExactly(Way.CHAT);
  }

  @Test
  void there_is_at_most_one_message_each_fifteen_minutes() {
    letters.open("salesforce", "VALUE", 1, "10248", "refused");
    escalations.due(MAIL).forEach(escalations::sent);
    letters.open("salesforce", "VALUE", 2, "10249", "refused");
    letters.open("salesforce", "VALUE", 3, "10250", "refused");

    clock.advance(EVERY.minusMillis(1));
    assertThat(escalations.due(MAIL)).isEmpty();

    letters.open("salesforce", "MISSING", 4, "10251", "refused");
    assertThat(escalations.due(MAIL))
        .extracting(Digest::reason)
        .containsExactly(ReasonClass.MISSING);

    clock.advance(Duration.ofMillis(1));
    assertThat(escalations.due(MAIL)).extracting(Digest::letters).containsExactly(2);
  }

  @Test
  void a_message_that_failed_is_tried_again_with_pauses_and_shown_until_it_went_out() {
    letters.open("salesforce", "VALUE", 1, "10248", "refused");
    Digest first = escalations.due(MAIL).get(0);
    assertThat(escalations.failed(first, "Connection refused"))
        .isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));

    assertThat(escalations.failing())
        .containsExactly(
            new Escalations.Standing(
                Way.MAIL, 1, clock.instant().plus(Duration.ofMinutes(1)), "Connection refused"));
    clock.advance(Duration.ofSeconds(59));
    assertThat(escalations.due(MAIL)).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    Digest second = escalations.due(MAIL).get(0);
    assertThat(second.attempt()).isEqualTo(2);
    assertThat(escalations.failed(second, "Connection refused"))
        .isEqualTo(clock.instant().plus(Duration.ofMinutes(2)));

    clock.advance(Duration.ofMinutes(2));
    escalations.due(MAIL).forEach(escalations::sent);
    assertThat(escalations.failing()).isEmpty();
    assertThat(letters.messages()).containsExactly("MAIL salesforce VALUE SENT 3");
  }

  @Test
  void a_message_whose_sender_died_is_sent_again() {
    letters.open("salesforce", "VALUE", 1, "10248", "refused");
    escalations.due(MAIL);
    clock.advance(Duration.ofMinutes(2));

    assertThat(escalations.due(MAIL)).extracting(Digest::attempt).containsExactly(2);
  }

  @Test
  void nobody_is_told_of_what_was_mended_before() {
    long mended = letters.open("salesforce", "VALUE", 1, "10248", "refused");
    long open = letters.open("salesforce", "VALUE", 2, "10249", "refused");
    escalations.failed(escalations.due(MAIL).get(0), "Connection refused");
    letters.close(mended);
    clock.advance(Duration.ofMinutes(1));

    Digest again = escalations.due(MAIL).get(0);
    assertThat(again.first()).extracting(Digest.Line::key).containsExactly("10249");
    escalations.failed(again, "Connection refused");
    letters.close(open);
    clock.advance(Duration.ofHours(1));

    assertThat(escalations.due(MAIL)).isEmpty();
    assertThat(escalations.failing()).isEmpty();
    assertThat(letters.messages())
        .containsExactly("MAIL salesforce VALUE DROPPED 2 Connection refused");
  }

  @Test
  void a_long_digest_counts_what_it_does_not_list() {
    for (int i = 0; i < 30; i++) {
      letters.open("salesforce", "VALUE", i, "1" + i, "refused");
    }

    Digest digest = escalations.due(MAIL).get(0);

    assertThat(digest.letters()).isEqualTo(30);
    assertThat(digest.first()).hasSize(Escalations.MOST_LINES);
  }

  @Test
  void a_task_is_about_the_account_and_what_its_owner_can_mend() {
    letters.anOrderOf(1, 11, "001000000000011AAA");
    letters.anOrderOf(2, 12, "001000000000012AAA");
    letters.open("fulfillment", "VALUE", 1, "O1", "refused");
    letters.open("smartsheet", "VALUE", 12, "P12", "refused");
    letters.open("salesforce", "CONNECTION", 2, "O2", "not reached");
    letters.open("salesforce", "VALUE", 99, "nobody's", "refused");

    assertThat(escalations.due(EnumSet.of(Way.TASK)))
        .extracting(Digest::system, Digest::account)
        .containsExactlyInAnyOrder(
            tuple("fulfillment", "001000000000011AAA"), tuple("smartsheet", "001000000000012AAA"));
  }

  @Test
  void an_account_is_looked_up_by_its_record_and_once_for_each_letter() throws SQLException {
    TestStore.jdbi()
        .useHandle(
            h -> {
              Copies.linked(2_000, "system = 'salesforce', location = 'Account'");
              h.execute("analyze reference, dead_letter, escalated, escalation");
            });

    assertThat(Plan.of(Escalations.made(Way.TASK)))
        .anyMatch(line -> line.contains("CTE fresh"))
        .anyMatch(line -> line.contains("replica_pkey"))
        .noneMatch(line -> line.contains("Filter") && line.contains("SubPlan"));
  }

  @Test
  void nothing_is_made_while_no_way_is_switched_on() {
    letters.open("salesforce", "VALUE", 1, "10248", "refused");

    assertThat(escalations.due(EnumSet.noneOf(Way.class))).isEmpty();
    assertThat(letters.messages()).isEmpty();
  }
}
