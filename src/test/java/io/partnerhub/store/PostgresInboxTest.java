package io.partnerhub.store;

import static io.partnerhub.model.SystemName.FULFILLMENT;
import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static io.partnerhub.sync.system.Inbox.Receipt.DUPLICATE;
import static io.partnerhub.sync.system.Inbox.Receipt.FULL;
import static io.partnerhub.sync.system.Inbox.Receipt.STORED;
import static io.partnerhub.sync.system.Inbox.Whose.ANYBODYS;
import static io.partnerhub.sync.system.Inbox.Whose.OTHERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.SettableClock;
import io.partnerhub.sync.system.Hearing;
import io.partnerhub.sync.system.Hint;
import io.partnerhub.sync.system.Inbox;
import io.partnerhub.sync.system.Notice;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresInboxTest {

  private static final String EVENTS = "salesforce/events";
  private static final Hint ACCOUNT = Hint.of("Account", "001000000000001AAA");
  private static final int MOST = 10;
  private static final Duration OLDEST = Duration.ofHours(6);

  private final SettableClock clock = new SettableClock("2026-03-02T09:00:00Z");
  private final PostgresInbox inbox =
      new PostgresInbox(TestStore.dataSource(), clock, MOST, OLDEST);

  @BeforeEach
  void empty() {
    TestStore.empty(clock);
  }

  private Inbox.Receipt take(String key, Hint... hints) {
    return inbox.take(SALESFORCE, EVENTS, List.of(new Notice(key, List.of(hints))), null);
  }

  private List<Hint> waiting() {
    return List.copyOf(inbox.waiting(SALESFORCE, OTHERS, 100).hints());
  }

  @Test
  void what_is_stored_waits_for_its_own_system_also_after_a_restart() {
    assertThat(take("a", ACCOUNT, Hint.somewhereIn("Order"))).isEqualTo(STORED);

    assertThat(
            new PostgresInbox(TestStore.dataSource(), clock, MOST, OLDEST)
                .waiting(SALESFORCE, OTHERS, 100)
                .hints())
        .containsExactly(ACCOUNT, Hint.somewhereIn("Order"));
    assertThat(inbox.waiting(SMARTSHEET, OTHERS, 100).hints()).isEmpty();
  }

  @Test
  void a_notice_that_comes_again_is_known_and_tells_nothing_new() {
    take("a", ACCOUNT);
    inbox.done(inbox.waiting(SALESFORCE, OTHERS, 100));

    assertThat(take("a", ACCOUNT)).isEqualTo(DUPLICATE);
    assertThat(waiting()).isEmpty();
  }

  @Test
  void the_same_key_of_another_source_is_another_notice() {
    take("a", ACCOUNT);

    Notice same = new Notice("a", List.of(Hint.somewhereIn("4711")));
    assertThat(inbox.take(SMARTSHEET, "smartsheet/4711", List.of(same), null)).isEqualTo(STORED);
    assertThat(inbox.waiting(SMARTSHEET, OTHERS, 100).hints()).hasSize(1);
  }

  @Test
  void of_several_notices_those_that_are_new_are_stored() {
    take("a", ACCOUNT);

    Hint order = Hint.of("Order", "801000000000001AAA");
    List<Notice> both = List.of(new Notice("a", List.of(ACCOUNT)), new Notice("b", List.of(order)));
    inbox.done(inbox.waiting(SALESFORCE, OTHERS, 100));

    assertThat(inbox.take(SALESFORCE, EVENTS, both, null)).isEqualTo(STORED);
    assertThat(waiting()).containsExactly(order);
  }

  @Test
  void a_hundred_hints_about_one_copy_are_one() {
    IntStream.range(0, MOST).forEach(i -> take("k" + i, ACCOUNT));

    Inbox.Waiting waiting = inbox.waiting(SALESFORCE, OTHERS, 100);
    assertThat(waiting.ids()).hasSize(MOST);
    assertThat(waiting.hints()).containsExactly(ACCOUNT);
  }

  @Test
  void what_comes_while_hints_are_worked_off_stays() {
    take("a", ACCOUNT);
    Inbox.Waiting first = inbox.waiting(SALESFORCE, OTHERS, 100);
    take("b", ACCOUNT);

    inbox.done(first);

    assertThat(waiting()).containsExactly(ACCOUNT);
  }

  @Test
  void no_more_than_was_asked_for_is_given_oldest_first() {
    take("a", Hint.somewhereIn("Order"));
    take("b", ACCOUNT);

    assertThat(inbox.waiting(SALESFORCE, OTHERS, 1).hints())
        .containsExactly(Hint.somewhereIn("Order"));
  }

  @Test
  void a_full_inbox_stores_nothing_and_knows_nothing_of_it() {
    IntStream.range(0, MOST).forEach(i -> take("k" + i, ACCOUNT));

    assertThat(take("more", ACCOUNT)).isEqualTo(FULL);

    inbox.done(inbox.waiting(SALESFORCE, OTHERS, 100));
    assertThat(take("more", ACCOUNT)).isEqualTo(STORED);
  }

  @Test
  void a_system_whose_hints_wait_for_too_long_is_full_and_the_others_are_not() {
    take("a", ACCOUNT);
    clock.advance(OLDEST.minusMillis(1));
    assertThat(take("b", ACCOUNT)).isEqualTo(STORED);

    clock.advance(Duration.ofMillis(1));
    assertThat(take("c", ACCOUNT)).isEqualTo(FULL);
    Notice order = new Notice("c", List.of(Hint.of("orders", "1")));
    assertThat(inbox.take(FULFILLMENT, "fulfillment", List.of(order), null)).isEqualTo(STORED);
  }

  @Test
  void a_system_that_is_away_takes_no_room_from_those_that_come_and_go() {
    take("stuck", ACCOUNT);
    for (int i = 0; i < 3 * MOST; i++) {
      Notice order = new Notice("f" + i, List.of(Hint.of("orders", "ord_" + i)));
      assertThat(inbox.take(FULFILLMENT, "fulfillment", List.of(order), null)).isEqualTo(STORED);
      inbox.done(inbox.waiting(FULFILLMENT, OTHERS, 100));
    }

    assertThat(take("next", ACCOUNT)).as("two wait").isEqualTo(STORED);
    IntStream.range(2, MOST).forEach(i -> assertThat(take("k" + i, ACCOUNT)).isEqualTo(STORED));
    assertThat(take("more", ACCOUNT)).isEqualTo(FULL);
  }

  @Test
  void many_at_once_neither_wait_for_each_other_in_a_circle_nor_store_one_twice() {
    List<CompletableFuture<Inbox.Receipt>> takers =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          Notice a = new Notice("a" + i / 4, List.of());
                          Notice b = new Notice("b" + i / 4, List.of());
                          List<Notice> both = i % 2 == 0 ? List.of(a, b) : List.of(b, a);
                          return inbox.take(SALESFORCE, EVENTS, both, null);
                        }))
            .toList();

    assertThat(takers.stream().map(CompletableFuture::join).filter(STORED::equals)).hasSize(10);
  }

  @Test
  void how_far_a_source_was_heard_is_stored_with_its_notices_or_not_at_all() {
    assertThat(inbox.position(EVENTS)).isEmpty();

    Notice notice = new Notice("a", List.of(ACCOUNT));
    inbox.take(SALESFORCE, EVENTS, List.of(notice), new Hearing("AAA1", clock.instant()));
    assertThat(inbox.position(EVENTS)).contains("AAA1");

    inbox.take(SALESFORCE, EVENTS, List.of(), new Hearing("AAA2", clock.instant()));
    assertThat(inbox.position(EVENTS)).contains("AAA2");

    clock.advance(OLDEST);
    Hearing later = new Hearing("AAA3", clock.instant());
    inbox.take(SALESFORCE, EVENTS, List.of(new Notice("b", List.of(ACCOUNT))), later);
    assertThat(inbox.position(EVENTS)).contains("AAA2");
  }

  @Test
  void the_hubs_own_doing_is_told_apart() {
    take("a", new Hint("Account", "001000000000001AAA", true));
    assertThat(inbox.waiting(SALESFORCE, OTHERS, 100).ids()).isEmpty();

    take("b", ACCOUNT);
    Inbox.Waiting others = inbox.waiting(SALESFORCE, OTHERS, 100);
    assertThat(others.hints()).containsExactly(ACCOUNT);
    assertThat(inbox.waiting(SALESFORCE, ANYBODYS, 100).ids()).as("not left over yet").isEmpty();
    clock.advance(Duration.ofSeconds(1));
    assertThat(inbox.waiting(SALESFORCE, ANYBODYS, 100).hints()).hasSize(2);

    inbox.done(others);
    assertThat(inbox.waiting(SALESFORCE, ANYBODYS, 100).hints()).hasSize(1);
  }

  @Test
  void the_hubs_own_goes_along_with_others_in_the_same_place_once_its_answer_is_there() {
    Hint own = new Hint("Account", "001000000000001AAA", true);
    take("a", own, new Hint("Order", "801000000000001AAA", true));
    clock.advance(Duration.ofMillis(999));
    take("b", ACCOUNT);
    assertThat(inbox.waiting(SALESFORCE, OTHERS, 100).hints()).containsExactly(ACCOUNT);

    clock.advance(Duration.ofMillis(1));
    Inbox.Waiting others = inbox.waiting(SALESFORCE, OTHERS, 1);
    assertThat(others.hints()).containsExactly(ACCOUNT, own);
    assertThat(others.arrivals()).as("only others' count").hasSize(1);

    inbox.done(others);
    assertThat(inbox.waiting(SALESFORCE, OTHERS, 100).ids()).isEmpty();
    assertThat(inbox.waiting(SALESFORCE, ANYBODYS, 100).ids()).hasSize(1);
  }

  @Test
  void a_notice_is_forgotten_once_it_can_no_longer_come_again() {
    take("a");
    clock.advance(Duration.ofHours(96));
    inbox.prune();
    assertThat(take("a")).isEqualTo(DUPLICATE);

    clock.advance(Duration.ofMillis(1));
    inbox.prune();
    assertThat(take("a")).isEqualTo(STORED);
  }
}
