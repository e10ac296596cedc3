package io.partnerhub.connector.smartsheet;

import static io.partnerhub.Patience.await;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.partnerhub.intake.Door;
import io.partnerhub.intake.DoorCounts;
import io.partnerhub.intake.DoorSettings;
import io.partnerhub.intake.FakeInbox;
import io.partnerhub.intake.Subscription;
import io.partnerhub.intake.Subscriptions;
import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.SystemName;
import io.partnerhub.ops.ListenHealth;
import io.partnerhub.sandbox.FreePort;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sandbox.smartsheet.RowRef;
import io.partnerhub.sandbox.smartsheet.hook.Hook;
import io.partnerhub.sandbox.smartsheet.hook.Status;
import io.partnerhub.step.Availability;
import io.partnerhub.step.ListenStep;
import io.partnerhub.step.Surroundings;
import io.partnerhub.sync.system.Checkpoint;
import io.partnerhub.sync.system.Hint;
import io.partnerhub.sync.system.Listening;
import io.partnerhub.sync.system.Listening.Deaf;
import io.partnerhub.sync.system.Notice;
import io.partnerhub.sync.system.SystemUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The hub's own webhook at the simulated service, which calls the hub's own door. */
class WebhooksTest {

  private static final Duration WATCH = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(5);
  private static final String SECRET = "2c7hQm3dYw0nLk9bVx8pTA";
  private static final DoorSettings.Limits LIMITS =
      new DoorSettings.Limits(Duration.ofMinutes(1), 20, 20, 20, 1_000, 100_000, 1_000_000);

  private final int port = FreePort.find();
  private final Tracker tracker = new Tracker();
  private final Kept kept = new Kept();
  private final FakeInbox inbox = new FakeInbox();
  private final SmartsheetConnector connector = connector();
  private final Door door =
      new Door(
          new DoorSettings("127.0.0.1", port, null, LIMITS),
          List.of(connector.doorkeeper().orElseThrow()),
          name -> SECRET,
          inbox,
          system -> {},
          new DoorCounts(tracker.clock));
  private final Listening webhooks =
      connector.listening(List.of(tracker.inOneSheet(tracker.europe)), inbox, () -> {});

  /** Subscriptions in memory. */
  private static final class Kept implements Subscriptions {

    private final Map<String, Subscription> byPlace = new TreeMap<>();

    @Override
    public synchronized List<Subscription> of(SystemName system) {
      return List.copyOf(byPlace.values());
    }

    @Override
    public synchronized void keep(Subscription subscription) {
      byPlace.put(subscription.place(), subscription);
    }

    @Override
    public synchronized void forget(SystemName system, String id) {
      byPlace.values().removeIf(one -> one.id().equals(id));
    }
  }

  private SmartsheetConnector connector() {
    SmartsheetSettings settings =
        new SmartsheetSettings(
            tracker.server.baseUrl() + "/2.0",
            Tracker.TOKEN,
            100_000,
            Duration.ofMinutes(2),
            "hub-test",
            Duration.ofSeconds(5),
            2_000);
    String url = "http://127.0.0.1:" + port + Door.path("smartsheet", SECRET);
    return new SmartsheetConnector(
        settings,
        tracker.camel.createProducerTemplate(),
        tracker.clock,
        Optional.of(new Callbacks(url, WATCH, kept)),
        place -> List.of());
  }

  @BeforeEach
  void listen() {
    tracker.service.hooks().settings().loopback(true);
    tracker.service.hooks().settings().debounce(Duration.ZERO);
    door.open();
    webhooks.keepUp();
    assertThat(hook().status()).isEqualTo(Status.ENABLED);
  }

  @AfterEach
  void stop() {
    tracker.close();
    door.close();
  }

  private Hook hook() {
    List<Hook> hooks = tracker.service.hooks().all();
    assertThat(hooks).hasSize(1);
    return hooks.get(0);
  }

  private void put(Status status, boolean told) {
    tracker.service.hooks().put(hook().id(), status, told);
  }

  private void keptUp() {
    tracker.clock.advance(WATCH);
    webhooks.keepUp();
  }

  private List<Hint> hints() {
    return inbox.stored().stream().map(Notice::hints).flatMap(List::stream).toList();
  }

  /** Waits until so many notices came, without a look at the webhooks. */
  private void told(int notices) {
    await().pollInterval(SHORT).until(() -> inbox.stored().size() >= notices);
  }

  @Test
  void it_tells_of_the_mapped_columns_of_its_sheet_and_of_no_others() {
    long row = tracker.seed(tracker.europe, 1, 1).get(0);
    told(2);
    tracker.desk().edit(tracker.europe, RowRef.id(row), Map.of("Phone", "1"), Tracker.ANN);
    told(3);

    assertThat(hook().plan().sheetId()).hasToString(tracker.europe);
    assertThat(hook().plan().columnIds()).hasSize(tracker.mapping.fields().size());
    assertThat(hints().get(0)).as("what was before it").isEqualTo(somewhere());
    assertThat(hints().subList(1, 3)).containsOnly(Hint.of(tracker.europe, Long.toString(row)));
  }

  private Hint somewhere() {
    return Hint.somewhereIn(tracker.europe);
  }

  @Test
  void each_sheet_has_one_however_many_mappings_name_it() {
    Listening more =
        connector.listening(
            List.of(tracker.mapping, tracker.inOneSheet(tracker.europe)), inbox, () -> {});

    more.keepUp();

    assertThat(tracker.service.hooks().all())
        .extracting(hook -> Long.toString(hook.plan().sheetId()), Hook::status)
        .containsExactlyInAnyOrder(
            tuple(tracker.europe, Status.ENABLED), tuple(tracker.americas, Status.ENABLED));
    assertThat(kept.of(SMARTSHEET)).hasSize(2);
  }

  @Test
  void where_other_columns_are_mapped_another_takes_its_place_and_the_sheet_is_read() {
    Mapping all = tracker.inOneSheet(tracker.europe);
    List<Field> fewer = all.fields().subList(0, 3);
    long before = hook().id();
    int stored = inbox.stored().size();
    Listening others =
        connector.listening(
            List.of(new Mapping(all.type(), "2", all.key(), fewer, all.sides())), inbox, () -> {});

    others.keepUp();

    assertThat(hook().id()).isNotEqualTo(before);
    assertThat(hook().status()).isEqualTo(Status.ENABLED);
    assertThat(hook().plan().columnIds()).hasSize(3);
    assertThat(inbox.stored()).hasSize(stored + 1);
    assertThat(hints()).last().isEqualTo(somewhere());
  }

  @Test
  void the_handshake_after_a_hundred_callbacks_is_passed_and_nothing_is_lost() {
    List<Long> rows = tracker.seed(tracker.europe, 1, 1);
    told(2);
    for (int call = 1; call <= 101; call++) { // the next is made while this one is answered
      tracker
          .desk()
          .edit(tracker.europe, RowRef.id(rows.get(0)), Map.of("Phone", "1" + call), Tracker.ANN);
      told(2 + call);
    }

    assertThat(hook().status()).isEqualTo(Status.ENABLED);
    assertThat(webhooks.deaf()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.class,
      names = {
        "NEW_NOT_VERIFIED",
        "DISABLED_BY_OWNER",
        "DISABLED_VERIFICATION_FAILED",
        "DISABLED_CALLBACK_FAILED"
      })
  void one_that_its_owner_can_enable_is_and_what_it_did_not_tell_is_read(Status status) {
    put(status, false);
    int before = inbox.stored().size();

    keptUp();

    assertThat(hook().status()).isEqualTo(Status.ENABLED);
    assertThat(inbox.stored()).hasSize(before + 1);
    assertThat(hints()).last().isEqualTo(somewhere());
    assertThat(webhooks.deaf()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.class,
      names = {"DISABLED_SCOPE_INACCESSIBLE", "DISABLED_APP_REVOKED", "DISABLED_ADMINISTRATIVE"})
  void one_that_only_others_can_enable_is_said_and_what_it_did_not_tell_is_read(Status status) {
    put(status, false);
    int before = inbox.stored().size();

    keptUp();

    assertThat(webhooks.deaf().map(Deaf::why).orElse(""))
        .contains(status.name(), status.details(), tracker.europe);
    assertThat(inbox.stored()).hasSize(before);
    put(Status.ENABLED, false);
    keptUp();
    assertThat(webhooks.deaf()).isEmpty();
    assertThat(hints()).last().isEqualTo(somewhere());
    assertThat(inbox.stored()).hasSize(before + 1);
  }

  @Test
  void a_sheet_that_the_mapping_does_not_fit_keeps_its_own_and_no_other_from_being_enabled() {
    Listening both = connector.listening(List.of(tracker.mapping), inbox, () -> {});
    both.keepUp();
    long americas = hookOf(tracker.americas).id();
    rename("Company", "Firm");
    assertThatThrownBy(
            () -> connector.changes(tracker.mapping, americas(), null, tracker.clock.instant()))
        .hasMessageContaining("Company");
    tracker.service.hooks().put(hookOf(tracker.europe).id(), Status.DISABLED_BY_OWNER, false);

    tracker.clock.advance(WATCH);
    both.keepUp();

    assertThat(hookOf(tracker.europe).status()).isEqualTo(Status.ENABLED);
    assertThat(hookOf(tracker.americas).id()).isEqualTo(americas);
    assertThat(kept.of(SMARTSHEET)).hasSize(2);
    assertThat(both.deaf().map(Deaf::why).orElse("")).contains("\"Company\"", "Americas");

    rename("Firm", "Company");
    tracker.clock.advance(WATCH);
    both.keepUp();

    assertThat(hookOf(tracker.americas).id()).isEqualTo(americas);
    assertThat(hints())
        .as("what could not be read")
        .last()
        .isEqualTo(Hint.somewhereIn(tracker.americas));
    assertThat(both.deaf()).isEmpty();
  }

  private Checkpoint americas() {
    return Checkpoint.start(tracker.americas);
  }

  private void rename(String from, String to) {
    tracker.desk().changeColumn(tracker.americas, from, Map.of("title", to), Tracker.ANN);
  }

  private Hook hookOf(String sheet) {
    return tracker.service.hooks().all().stream()
        .filter(hook -> Long.toString(hook.plan().sheetId()).equals(sheet))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_state_that_only_others_can_mend_stands_in_health_and_is_told_as_an_alert() {
    List<String> alerts = new ArrayList<>();
    Surroundings alone =
        new Surroundings(
            (event, system, why, until) -> {},
            urgency -> Optional.empty(),
            system -> Optional.empty());
    ListenStep step =
        new ListenStep(
            webhooks,
            new Availability(SMARTSHEET, tracker.clock, alone),
            (event, system, why, until) -> alerts.add(event + " " + system + ": " + why),
            tracker.clock);
    ListenHealth health = new ListenHealth(SMARTSHEET, webhooks);
    assertThat(health.call().getMessage()).isEmpty();

    put(Status.DISABLED_APP_REVOKED, false);
    tracker.clock.advance(WATCH);
    step.keepUp();
    tracker.clock.advance(WATCH);
    step.keepUp();

    assertThat(health.call().getMessage().orElse("")).contains("DISABLED_APP_REVOKED");
    assertThat(alerts)
        .singleElement()
        .asString()
        .startsWith("POLLED smartsheet: ")
        .contains("DISABLED_APP_REVOKED");
  }

  @Test
  void one_whose_removal_is_refused_keeps_no_sheet_from_its_own() {
    Mapping all = tracker.inOneSheet(tracker.europe);
    List<Field> fewer = all.fields().subList(0, 3);
    Mapping narrow = new Mapping(all.type(), "2", all.key(), fewer, all.sides());
    Listening others = connector.listening(List.of(narrow), inbox, () -> {});
    tracker.failOnce("DELETE", "/webhooks/", new Fault.Failure(403, "1004", "not yours"));

    others.keepUp();

    assertThat(tracker.service.hooks().all())
        .extracting(hook -> hook.plan().columnIds().size(), Hook::status)
        .contains(tuple(3, Status.ENABLED))
        .hasSize(2);
    assertThat(others.deaf().map(Deaf::why).orElse("")).contains("webhook", "not yours");
    tracker.clock.advance(WATCH);
    others.keepUp();
    assertThat(hook().plan().columnIds()).hasSize(3);
    assertThat(others.deaf()).isEmpty();
  }

  @Test
  void a_secret_that_is_another_than_the_stores_is_learnt_and_nothing_is_lost() {
    Subscription known = kept.of(SMARTSHEET).get(0);
    kept.keep(
        Subscription.made(
            SMARTSHEET, known.place(), known.id(), "of an older backup", known.renewedAt()));
    long row = tracker.seed(tracker.europe, 1, 1).get(0);
    await().until(() -> hook().stats().attemptMillis() != null);
    assertThat(hints()).as("signed by a secret that the hub does not know").hasSize(1);

    keptUp();

    assertThat(kept.of(SMARTSHEET)).extracting(Subscription::secret).contains(hook().secret());
    await()
        .pollInterval(SHORT)
        .until(
            () -> {
              tracker.clock.advance(Duration.ofMinutes(1)); // it is sent again
              return hints().size() == 2;
            });
    assertThat(hints()).last().isEqualTo(Hint.of(tracker.europe, Long.toString(row)));
  }

  @Test
  void a_secret_that_the_list_shows_is_kept_without_another_call() {
    String columns =
        hook().plan().columnIds().stream().map(String::valueOf).collect(Collectors.joining(","));
    String shown =
        """
        {"totalPages": 1, "data": [{"id": %d, "name": "%s", "callbackUrl": "%s",
          "scopeObjectId": %s, "subscope": {"columnIds": [%s]}, "enabled": true,
          "status": "ENABLED", "sharedSecret": "shown"}]}
        """
            .formatted(
                hook().id(), Webhooks.NAME, hook().plan().callbackUrl(), tracker.europe, columns);
    String before = hook().secret();
    tracker.failOnce("GET", "/webhooks$", new Fault.RawAnswer(200, shown));

    keptUp();

    assertThat(kept.of(SMARTSHEET))
        .extracting(Subscription::secret, Subscription::before)
        .containsExactly(tuple("shown", before));
    assertThat(hook().secret()).as("not renewed").isEqualTo(before);
  }

  @Test
  void one_that_tells_that_it_was_disabled_is_enabled_at_once() {
    put(Status.DISABLED_CALLBACK_FAILED, true);

    await()
        .pollInterval(SHORT)
        .untilAsserted(
            () -> {
              webhooks.keepUp();
              assertThat(hook().status()).isEqualTo(Status.ENABLED);
            });
  }

  @Test
  void a_secret_that_was_renewed_without_an_answer_is_renewed_again_and_nothing_is_lost() {
    String before = hook().secret();
    tracker.failOnce("POST", "/resetSharedSecret$", new Fault.CutAfter());
    assertThatThrownBy(connector::renewSecrets).isInstanceOf(SystemUnavailable.class);
    String unknown = hook().secret();
    long row = tracker.seed(tracker.europe, 1, 1).get(0);
    await().until(() -> hook().stats().attemptMillis() != null);
    assertThat(hints()).as("signed by a secret that the hub does not know").hasSize(1);

    keptUp();

    await()
        .pollInterval(SHORT)
        .until(
            () -> {
              tracker.clock.advance(Duration.ofMinutes(1)); // it is sent again
              return hints().size() == 2;
            });
    assertThat(hints()).last().isEqualTo(Hint.of(tracker.europe, Long.toString(row)));
    assertThat(hook().secret()).isNotIn(before, unknown);
    assertThat(kept.of(SMARTSHEET))
        .extracting(Subscription::secret, Subscription::unsure)
        .containsExactly(tuple(hook().secret(), false));
  }
}
