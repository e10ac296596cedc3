package io.partnerhub.connector.salesforce;

import static io.partnerhub.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.partnerhub.SettableClock;
import io.partnerhub.connector.salesforce.SalesforceSettings.ClientCredentials;
import io.partnerhub.connector.salesforce.event.EventServer;
import io.partnerhub.connector.salesforce.event.EventStream;
import io.partnerhub.connector.salesforce.event.Frame;
import io.partnerhub.connector.salesforce.event.StreamEnd;
import io.partnerhub.sandbox.salesforce.Org;
import io.partnerhub.sandbox.salesforce.OrgSettings;
import io.partnerhub.sandbox.salesforce.SalesforceService;
import io.partnerhub.sandbox.salesforce.pubsub.ErrorCode;
import io.partnerhub.sandbox.salesforce.pubsub.PubSubServer;
import io.partnerhub.sandbox.sim.SimulatorServer;
import io.partnerhub.sync.system.Hint;
import io.partnerhub.sync.system.Listening.Deaf;
import io.partnerhub.sync.system.ToldEdit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.camel.component.salesforce.internal.SalesforceSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever becomes of the stream, what was missed is hinted at; the simulated org tells. */
class ChangeEventsTest {

  private static final Hint ANY_ACCOUNT = Hint.somewhereIn("Account");
  private static final Hint ANY_ORDER = Hint.somewhereIn("Order");
  private static final Duration SILENCE = Duration.ofMinutes(5);
  private static final Duration RETRY = Duration.ofMinutes(30);

  private final SettableClock orgClock = new SettableClock("2026-03-01T09:00:00Z");
  private final SettableClock clock = new SettableClock("2026-03-01T09:00:00Z");
  private final SalesforceService service = new SalesforceService(OrgSettings.sandbox(), orgClock);
  private final SimulatorServer server = SimulatorServer.start(service, 0);
  private final ConnectedHub hub =
      new ConnectedHub(
          new ClientCredentials(
              server.baseUrl(),
              OrgSettings.sandbox().clientId(),
              OrgSettings.sandbox().clientSecret()));
  private final HeardInbox inbox = new HeardInbox();
  private PubSubServer pubSub;
  private ChangeEvents events;

  @BeforeEach
  void start() throws IOException {
    pubSub = service.servePubSub(0);
    events = listening();
  }

  private ChangeEvents listening() {
    return listening(pubSub.port(), hub.component::getSession);
  }

  private ChangeEvents listening(int port, Supplier<SalesforceSession> session) {
    HubUser hubUser = new HubUser(hub.component.getSession()::getId);
    return new ChangeEvents(
        new EventSettings(new EventServer("127.0.0.1", port), SILENCE, RETRY),
        new EventLogin(session),
        new EventHints(
            List.of(PartnerMapping.mapping(), PartnerMapping.mapping("order", "Order")), hubUser),
        inbox,
        () -> {},
        clock);
  }

  @AfterEach
  void stop() {
    events.stop();
    hub.close();
    pubSub.close();
    server.close();
  }

  private Org org() {
    return service.org();
  }

  private String partner(String code) {
    return org().create("Account", Map.of("Name", code, "Partner_Code__c", code));
  }

  /** Listens from now on, with nothing left to read. */
  private void settled() {
    events.keepUp();
    await().until(() -> org().bus().subscribers() == 1);
    org().bus().keepAlive();
    await().until(() -> inbox.position("").isPresent());
    inbox.taken();
  }

  private void keptUp() {
    clock.advance(Duration.ofSeconds(2));
    events.keepUp();
  }

  private void hinted(Hint... hints) {
    await().untilAsserted(() -> assertThat(inbox.hints()).containsExactlyInAnyOrder(hints));
  }

  private Deaf deaf() {
    await().until(() -> events.deaf().isPresent());
    return events.deaf().orElseThrow();
  }

  @Test
  void a_change_is_hinted_at_and_the_position_is_behind_it() {
    settled();
    String before = inbox.position("").orElseThrow();

    String id = partner("P1");

    hinted(Hint.of("Account", id));
    assertThat(inbox.position("").orElseThrow()).isNotEqualTo(before);
  }

  @Test
  void what_fields_were_changed_to_is_told_as_a_read_would_show_it() {
    partner("P1");
    org().edit("Account", "P1", Map.of("Phone", "123"));
    settled();
    Map<String, Object> edit = new HashMap<>();
    edit.put("Phone", null);
    edit.put("BillingCity", "Leeds");
    edit.put("Onboarded_On__c", "2026-02-03");
    edit.put("Credit_Limit__c", 300);
    edit.put("Notes__c", "x".repeat(1_001));
    org().edit("Account", "P1", edit);

    await().until(() -> inbox.edits().size() == 5);
    assertThat(inbox.edits())
        .extracting(ToldEdit::field, ToldEdit::value, ToldEdit::told, ToldEdit::byHub)
        .containsExactlyInAnyOrder(
            tuple("phone", null, true, false),
            tuple("city", "Leeds", true, false),
            tuple("onboarded", "2026-02-03", true, false),
            tuple("credit", "300", true, false),
            tuple("notes", null, false, false));
  }

  @Test
  void an_event_tells_what_was_committed_before_it_and_a_sign_of_life_what_was_until_then() {
    settled();
    clock.advance(Duration.ofMinutes(10));
    orgClock.advance(Duration.ofMinutes(1));
    partner("P1");
    await().until(() -> !inbox.hints().isEmpty());
    assertThat(inbox.toldUntil()).isEqualTo(orgClock.instant());

    org().bus().keepAlive();
    await().until(() -> clock.instant().equals(inbox.toldUntil()));
  }

  @Test
  void what_waits_for_room_in_the_inbox_tells_until_when_it_came() {
    settled();
    Instant came = clock.instant().plus(Duration.ofMinutes(1));
    inbox.full(true);
    clock.advance(Duration.ofMinutes(1));
    org().bus().keepAlive();
    await().until(() -> inbox.refused() > 0);

    inbox.full(false);
    clock.advance(Duration.ofMinutes(1));
    events.keepUp();

    assertThat(inbox.toldUntil()).isEqualTo(came);
  }

  @Test
  void at_first_contact_everything_is_hinted_at_before_and_after_the_events_begin() {
    events.keepUp();
    hinted(ANY_ACCOUNT, ANY_ORDER);
    await().until(() -> org().bus().subscribers() == 1);
    inbox.taken();

    String id = partner("P1");

    hinted(ANY_ACCOUNT, ANY_ORDER, Hint.of("Account", id));
  }

  @Test
  void what_the_hub_did_is_marked() {
    settled();
    hub.connector.write(
        PartnerMapping.mapping(), List.of(SimulatedOrg.add(Map.of("code", "P-1", "name", "One"))));

    await().until(() -> !inbox.hints().isEmpty());
    assertThat(inbox.hints()).singleElement().matches(Hint::own);
  }

  @Test
  void of_an_event_about_several_records_each_is_hinted_at_and_told() {
    String one = partner("P1");
    String two = partner("P2");
    settled();

    hub.connector.write(
        PartnerMapping.mapping(),
        List.of(
            SimulatedOrg.update(one, Map.of("phone", "5")),
            SimulatedOrg.update(two, Map.of("phone", "5"))));

    hinted(new Hint("Account", one, true), new Hint("Account", two, true));
    assertThat(inbox.edits())
        .extracting(edit -> edit.copy().id(), ToldEdit::field, ToldEdit::value)
        .containsExactlyInAnyOrder(tuple(one, "phone", "5"), tuple(two, "phone", "5"));
    assertThat(inbox.edits())
        .extracting(ToldEdit::event)
        .as("one event")
        .containsOnly(inbox.edits().get(0).event());
  }

  @Test
  void a_gap_hints_at_its_records_and_an_overflow_and_a_wildcard_at_the_object() {
    settled();
    String id = SalesforceId.widen("001gL000000TN1E");

    org().publish("Account", "GAP_UPDATE", List.of("001gL000000TN1E", "001gL000000TN1F"));
    hinted(Hint.of("Account", id), Hint.of("Account", SalesforceId.widen("001gL000000TN1F")));
    inbox.taken();
    org().publish("Account", "GAP_OVERFLOW", List.of("000000000000000AAA"));
    hinted(ANY_ACCOUNT);
    inbox.taken();
    org().publish("Order", "UPDATE", List.of("801*"));
    hinted(ANY_ORDER);
  }

  @Test
  void an_object_that_no_mapping_names_is_passed_over() {
    settled();
    org().publish("Activation__c", "GAP_UPDATE", List.of("a00gL000000TN1E"));
    String id = partner("P1");

    hinted(Hint.of("Account", id));
  }

  @Test
  void a_stream_that_ended_goes_on_where_it_was() {
    settled();
    org().bus().end();
    deaf();
    String id = partner("P1");

    keptUp();

    hinted(Hint.of("Account", id));
    assertThat(events.deaf()).isEmpty();
  }

  @Test
  void a_stream_that_says_nothing_for_too_long_is_opened_anew() {
    settled();
    org().bus().silent(true);
    String id = partner("P1");
    clock.advance(SILENCE);
    org().bus().silent(false);
    inbox.taken();
    String other = partner("P2");
    events.keepUp();

    await()
        .untilAsserted(
            () ->
                assertThat(inbox.hints())
                    .contains(Hint.of("Account", id), Hint.of("Account", other)));
  }

  @Test
  void a_quiet_stream_that_gives_signs_of_life_stays_open_and_one_without_them_is_opened_anew()
      throws IOException {
    pubSub.close();
    pubSub = service.servePubSub(0, Duration.ofMillis(20));
    events = listening();
    settled();

    clock.advance(SILENCE);
    await().until(() -> clock.instant().equals(inbox.toldUntil()));
    events.keepUp();
    hintedAt("P1");
    assertThat(org().bus().opened()).isEqualTo(1);

    org().bus().silent(true);
    await()
        .untilAsserted(
            () -> {
              clock.advance(SILENCE); // again: a last sign may have been under way
              events.keepUp();
              assertThat(org().bus().opened()).isGreaterThan(1);
            });
  }

  @Test
  void nobody_is_heard_where_a_connection_is_taken_and_never_answered() throws IOException {
    try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      events = listening(mute.getLocalPort(), hub.component::getSession);
      Set<Instant> since = new HashSet<>();
      for (int i = 0; i < 120; i++) {
        keptUp();
        events.deaf().ifPresent(deaf -> since.add(deaf.since()));
      }

      assertThat(deaf().why())
          .contains("nobody answers at 127.0.0.1:" + mute.getLocalPort(), "polled meanwhile");
      assertThat(since).hasSize(1);
      assertThat(deaf().until().isAfter(deaf().since().plus(Duration.ofMinutes(2)))).isTrue();
      assertThat(inbox.hints()).as("once").containsExactlyInAnyOrder(ANY_ACCOUNT, ANY_ORDER);
    }
  }

  @Test
  void a_stream_that_fell_silent_counts_as_heard_once_something_comes() {
    settled();
    org().bus().silent(true);
    clock.advance(SILENCE);
    events.keepUp();
    Instant since = clock.instant();
    await().until(() -> org().bus().opened() == 2 && org().bus().subscribers() == 1);

    clock.advance(SILENCE.dividedBy(2));
    events.keepUp();
    assertThat(deaf().why()).contains("nothing was heard for 300 s", "polled meanwhile");
    clock.advance(SILENCE.dividedBy(2));
    events.keepUp();
    assertThat(deaf().since()).isEqualTo(since);
    assertThat(deaf().until()).isEqualTo(clock.instant().plusSeconds(1));
    keptUp();
    await().until(() -> org().bus().opened() == 3 && org().bus().subscribers() == 1);
    org().bus().silent(false);
    org().bus().keepAlive();

    await().until(() -> events.deaf().isEmpty());
  }

  @Test
  void health_is_told_while_a_login_hangs() throws Exception {
    CountDownLatch hangs = new CountDownLatch(1);
    CompletableFuture<SalesforceSession> answer = new CompletableFuture<>();
    events =
        listening(
            pubSub.port(),
            () -> {
              hangs.countDown();
              return answer.join();
            });
    CompletableFuture<Void> hanging = CompletableFuture.runAsync(events::keepUp);
    try {
      hangs.await();
      assertThat(CompletableFuture.supplyAsync(events::deaf).get(5, TimeUnit.SECONDS)).isEmpty();
    } finally {
      answer.complete(hub.component.getSession());
      hanging.get(5, TimeUnit.SECONDS);
    }
  }

  @Test
  void a_position_that_expired_has_everything_read_and_events_go_on() {
    settled();
    events.stop();
    partner("P1");
    orgClock.advance(Duration.ofHours(73));

    keptUp();
    deaf();
    keptUp();
    hinted(ANY_ACCOUNT, ANY_ORDER);
    await().until(() -> org().bus().subscribers() == 1);
    inbox.taken();

    String id = partner("P2");
    hinted(ANY_ACCOUNT, ANY_ORDER, Hint.of("Account", id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"no base64!", "AAAA", "", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void a_position_that_is_none_has_everything_read_and_events_go_on(String position) {
    inbox.position(Optional.of(position));

    keptUp();
    await()
        .untilAsserted(
            () -> {
              keptUp();
              assertThat(inbox.hints()).contains(ANY_ACCOUNT, ANY_ORDER);
            });
    await().until(() -> org().bus().subscribers() == 1);
    inbox.taken();

    String id = partner("P1");
    hinted(ANY_ACCOUNT, ANY_ORDER, Hint.of("Account", id));
  }

  @Test
  void a_lost_position_is_lost_until_a_new_one_is_stored() {
    settled();
    events.stop();
    org().bus().log().expireAll();
    keptUp();
    deaf();
    keptUp();
    await().until(() -> org().bus().subscribers() == 1);
    events.stop();
    inbox.taken();

    events = listening();
    keptUp();
    deaf();
    keptUp();

    hinted(ANY_ACCOUNT, ANY_ORDER);
  }

  @Test
  void when_the_days_deliveries_are_used_up_it_is_tried_again_later() {
    settled();
    org().bus().dailyEvents(0);
    String id = partner("P1");

    Deaf deaf = deaf();
    assertThat(deaf.why()).contains("used up", "polled");
    assertThat(deaf.until()).isEqualTo(clock.instant().plus(RETRY));
    org().bus().dailyEvents(100);
    keptUp();
    assertThat(org().bus().subscribers()).isZero();
    clock.advance(RETRY);
    events.keepUp();

    hinted(Hint.of("Account", id));
  }

  @Test
  void an_org_without_change_events_is_told_what_to_do() {
    org().bus().topics().select(Set.of());

    events.keepUp();

    assertThat(deaf().why())
        .contains("select Account, Order under Setup, Change Data Capture", "polled meanwhile");
  }

  @Test
  void a_session_that_is_over_is_renewed() {
    settled();
    org().expireTokens();
    org().bus().end();
    deaf();
    keptUp();
    await().until(() -> events.deaf().map(Deaf::why).orElse("").contains("service.auth.error"));
    String id = partner("P1");

    keptUp();

    hinted(Hint.of("Account", id));
  }

  @Test
  void salesforce_that_is_away_at_the_start_is_listened_to_once_it_is_there() {
    org().bus().fail(ErrorCode.UNAVAILABLE, 2);
    events.keepUp();
    assertThat(deaf().why()).contains("service.unavailable");
    keptUp();
    await().until(() -> !events.deaf().orElseThrow().until().equals(clock.instant()));
    clock.advance(Duration.ofSeconds(5));
    events.keepUp();
    await().until(() -> org().bus().subscribers() == 1);

    clock.advance(Duration.ofSeconds(10));
    events.keepUp();

    assertThat(events.deaf()).isEmpty();
  }

  @Test
  void a_full_inbox_holds_the_events_up_and_loses_none() {
    settled();
    inbox.full(true);
    List<Hint> all = new ArrayList<>();
    IntStream.range(0, 250).forEach(i -> all.add(Hint.of("Account", partner("P" + i))));
    keptUp();
    assertThat(inbox.hints()).isEmpty();
    inbox.full(false);
    inbox.broken(true);
    keptUp();
    inbox.broken(false);

    keptUp();

    await()
        .untilAsserted(
            () -> {
              events.keepUp();
              assertThat(inbox.hints()).containsExactlyElementsOf(all);
            });
  }

  /** On a busy machine they may come only once the first was stored: then some come again. */
  @Test
  void events_that_come_while_some_are_stored_are_stored_at_once() {
    settled();
    List<Hint> all = new ArrayList<>();

    await()
        .until(
            () -> {
              int before = inbox.takes();
              int sent = all.size();
              synchronized (inbox) { // the first is being stored until all are there
                IntStream.range(sent, sent + 90)
                    .forEach(i -> all.add(Hint.of("Account", partner("P" + i))));
                org().bus().keepAlive();
              }
              await().until(() -> inbox.hints().size() >= all.size());
              return inbox.takes() - before < 90;
            });
    assertThat(inbox.hints()).containsExactlyElementsOf(all);
  }

  /** What the hub does about it: the change is hinted at again, or everything is. */
  private Hint[] made(ErrorCode code, Hint change) {
    boolean isPosition =
        code == ErrorCode.REPLAY_ID_CORRUPTED || code == ErrorCode.REPLAY_ID_INVALID;
    return isPosition ? new Hint[] {ANY_ACCOUNT, ANY_ORDER} : new Hint[] {change};
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void a_change_before_a_subscription_that_is_refused_is_hinted_at(ErrorCode code) {
    settled();
    events.stop();
    Hint change = Hint.of("Account", partner("P1"));
    org().bus().fail(code, 1);
    keptUp();
    deaf();

    clock.advance(RETRY);
    events.keepUp();

    hinted(made(code, change));
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void neither_what_came_before_a_stream_failed_nor_what_did_not_is_lost(ErrorCode code) {
    settled();
    hintedAt("P1");
    org().bus().silent(true);
    Hint change = Hint.of("Account", partner("P2"));
    org().bus().fail(code, 0);
    org().bus().silent(false);
    deaf();

    clock.advance(RETRY);
    events.keepUp();

    hinted(made(code, change));
  }

  private void hintedAt(String code) {
    hinted(Hint.of("Account", partner(code)));
    inbox.taken();
  }

  @Test
  void a_change_while_the_connection_is_broken_is_hinted_at_once_there_is_another()
      throws Exception {
    settled();
    hintedAt("P1");
    int port = pubSub.port();
    pubSub.close();
    deaf();
    String id = partner("P2");
    pubSub = service.servePubSub(port);

    clock.advance(RETRY);
    events.keepUp();

    hinted(Hint.of("Account", id));
  }

  @ParameterizedTest
  @EnumSource(
      value = ErrorCode.class,
      names = {"AUTH_ERROR", "UNAVAILABLE", "SCHEMA_NOT_FOUND"})
  void an_event_whose_schema_is_refused_comes_again(ErrorCode code) {
    settled();
    org().bus().failSchemas(code, 1);
    String id = partner("P1");
    deaf();
    assertThat(inbox.hints()).isEmpty();

    clock.advance(RETRY);
    events.keepUp();

    hinted(Hint.of("Account", id));
  }

  @Test
  void a_sign_of_life_alone_hints_at_nothing_and_a_change_behind_it_is_told() {
    settled();
    String before = inbox.position("").orElseThrow();
    orgClock.advance(Duration.ofMinutes(1));
    org().bus().keepAlive();
    await().until(() -> !inbox.position("").orElseThrow().equals(before));
    assertThat(inbox.hints()).isEmpty();

    events.stop();
    String id = partner("P1");
    keptUp();

    hinted(Hint.of("Account", id));
  }

  @Test
  void a_stream_of_which_something_cannot_be_taken_ends_there() {
    List<StreamEnd> ends = new CopyOnWriteArrayList<>();
    List<Frame> taken = new CopyOnWriteArrayList<>();
    EventStream.Receiver receiver =
        new EventStream.Receiver() {
          @Override
          public boolean take(Frame frame) {
            taken.add(frame);
            throw new IllegalStateException("no such field");
          }

          @Override
          public void ended(StreamEnd end) {
            ends.add(end);
          }
        };
    EventStream.open(
        new EventServer("127.0.0.1", pubSub.port()),
        new EventLogin(hub.component::getSession).signed(),
        null,
        receiver);
    await().until(() -> org().bus().subscribers() == 1);
    partner("P1");
    await().until(() -> ends.size() == 1);
    partner("P2");
    await().until(() -> org().bus().subscribers() == 0);

    assertThat(taken).hasSize(1);
    assertThat(ends.get(0).why()).contains("no such field");
  }

  @Test
  void an_event_that_comes_twice_has_the_same_key() {
    settled();
    String id = partner("P1");
    hinted(Hint.of("Account", id));
    org().bus().log().repeat(1);
    String other = partner("P2");

    hinted(Hint.of("Account", id), Hint.of("Account", other));
  }
}
