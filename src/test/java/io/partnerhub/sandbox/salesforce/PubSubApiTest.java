package io.partnerhub.sandbox.salesforce;

import static com.salesforce.eventbus.protobuf.ReplayPreset.CUSTOM;
import static com.salesforce.eventbus.protobuf.ReplayPreset.EARLIEST;
import static com.salesforce.eventbus.protobuf.ReplayPreset.LATEST;
import static io.partnerhub.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.protobuf.ByteString;
import com.salesforce.eventbus.protobuf.FetchRequest;
import com.salesforce.eventbus.protobuf.TopicRequest;
import io.partnerhub.sandbox.salesforce.pubsub.ErrorCode;
import io.partnerhub.sandbox.salesforce.pubsub.PubSubServer;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The simulated Pub/Sub API keeps the rules of the real one. */
class PubSubApiTest {

  private static final String ALL = "/data/ChangeEvents";

  private final SandboxOrg org = new SandboxOrg();
  private PubSubServer server;
  private Subscriber subscriber;

  @BeforeEach
  void start() throws IOException {
    org.fresh();
    server = org.service.servePubSub(0);
    subscriber = signedIn();
  }

  @AfterEach
  void stop() {
    subscriber.close();
    server.close();
    org.close();
  }

  private Subscriber signedIn() {
    return new Subscriber(server.port(), org.token());
  }

  private Subscriber listen(int count) {
    return subscriber.subscribe(ALL, EARLIEST, ByteString.EMPTY, count);
  }

  private static GenericRecord header(GenericRecord event) {
    return (GenericRecord) event.get("ChangeEventHeader");
  }

  private static String said(GenericRecord event, String name) {
    return header(event).get(name).toString();
  }

  @Test
  void a_new_record_comes_whole_and_an_edit_with_what_changed() {
    String id = org.partner("P1", "One");
    Map<String, Object> edit = new HashMap<>(Map.of("Phone", "123", "BillingCity", "Leeds"));
    org.org.edit("Account", "P1", edit);
    edit.put("Phone", null);
    org.org.edit("Account", "P1", edit);

    List<GenericRecord> events = listen(10).await(3);

    assertThat(events)
        .extracting(e -> said(e, "changeType"))
        .containsExactly("CREATE", "UPDATE", "UPDATE");
    assertThat(said(events.get(0), "recordIds")).isEqualTo("[" + id + "]");
    assertThat(events.get(0).get("Name")).hasToString("One");
    assertThat(said(events.get(0), "changedFields")).isEqualTo("[]");
    GenericRecord changed = events.get(1);
    assertThat(changed.get("Name")).isNull();
    assertThat(changed.get("Phone")).hasToString("123");
    assertThat(((GenericRecord) changed.get("BillingAddress")).get("City")).hasToString("Leeds");
    int phone = changed.getSchema().getField("Phone").pos();
    int address = changed.getSchema().getField("BillingAddress").pos();
    assertThat(said(changed, "changedFields"))
        .isEqualTo("[0x%s, %d-0x02]".formatted(hex(1L << phone), address));
    assertThat(said(events.get(2), "nulledFields")).isEqualTo("[0x%s]".formatted(hex(1L << phone)));
  }

  private static String hex(long bits) {
    String digits = Long.toHexString(bits).toUpperCase(Locale.ROOT);
    return digits.length() % 2 == 0 ? digits : "0" + digits;
  }

  @Test
  void what_the_clock_commits_is_told_though_nobody_calls() {
    org.partner("P1", "One");
    org.org.editLate("Account", "P1", Map.of("Phone", "5"), Duration.ofSeconds(5));
    listen(10).await(1);

    org.clock.advance(Duration.ofSeconds(5));

    assertThat(subscriber.await(2).get(1).get("Phone")).hasToString("5");
  }

  @Test
  void one_transaction_with_the_same_change_of_many_records_is_one_event() {
    String one = org.partner("P1", "One");
    String two = org.partner("P2", "Two");
    org.patch(
        "composite/sobjects",
        """
        {"records": [
          {"attributes": {"type": "Account"}, "id": "%s", "Phone": "5"},
          {"attributes": {"type": "Account"}, "id": "%s", "Phone": "5"}]}
        """
            .formatted(one, two));

    GenericRecord event = listen(10).await(3).get(2);

    assertThat(said(event, "recordIds")).isEqualTo("[" + one + ", " + two + "]");
    assertThat(said(event, "commitUser")).isEqualTo(Ids.to18(People.HUB));
    assertThat(said(event, "changeOrigin")).startsWith("com/salesforce/api/rest/");
  }

  @Test
  void what_was_rolled_back_is_no_event() {
    String one = org.partner("P1", "One");
    org.patch(
        "composite/sobjects",
        """
        {"allOrNone": true, "records": [
          {"attributes": {"type": "Account"}, "id": "%s", "Phone": "5"},
          {"attributes": {"type": "Account"}, "id": "%s", "Partner_Status__c": "Nonsense"}]}
        """
            .formatted(one, one));

    org.org.delete("Account", "P1");

    assertThat(listen(10).await(2))
        .extracting(e -> said(e, "changeType"))
        .containsExactly("CREATE", "DELETE");
  }

  @Test
  void never_more_is_delivered_than_was_asked_for() {
    IntStream.range(0, 5).forEach(i -> org.partner("P" + i, "Name"));

    listen(2).await(2);
    assertThat(subscriber.frames.get(0).getPendingNumRequested()).isZero();

    subscriber.more(2).await(4);
    subscriber.more(60).await(5);
    assertThat(subscriber.more(60).end()).isEqualTo("subscription.fetch.requested.events.limit");
  }

  @Test
  void asking_for_more_than_a_hundred_is_refused() {
    assertThat(listen(101).end()).isEqualTo("subscription.fetch.requested.events.limit");
  }

  @Test
  void a_subscription_goes_on_behind_its_replay_id_and_repeats_come_under_another() {
    org.partner("P1", "One");
    org.partner("P2", "Two");
    listen(10).await(2);
    ByteString first = subscriber.events().get(0).getReplayId();

    org.org.bus().log().repeat(1);
    subscriber.await(3);
    try (Subscriber later = signedIn()) {
      List<GenericRecord> events = later.subscribe(ALL, CUSTOM, first, 10).await(2);

      assertThat(events).allSatisfy(e -> assertThat(e.get("Name")).hasToString("Two"));
      assertThat(later.events())
          .extracting(e -> e.getEvent().getId())
          .containsOnly(subscriber.events().get(1).getEvent().getId());
      assertThat(later.events()).extracting(e -> e.getReplayId()).doesNotHaveDuplicates();
    }
  }

  @Test
  void latest_shows_only_what_comes() {
    org.partner("P1", "One");
    subscriber.subscribe(ALL, LATEST, ByteString.EMPTY, 10);
    await().until(() -> org.org.bus().subscribers() == 1);

    org.partner("P2", "Two");

    assertThat(subscriber.await(1).get(0).get("Name")).hasToString("Two");
  }

  @Test
  void after_72_hours_a_replay_id_has_expired() {
    org.partner("P1", "One");
    listen(10).await(1);
    ByteString old = subscriber.events().get(0).getReplayId();
    org.clock.advance(Duration.ofHours(73));

    try (Subscriber late = signedIn();
        Subscriber early = signedIn()) {
      assertThat(late.subscribe(ALL, CUSTOM, old, 10).end())
          .isEqualTo("subscription.fetch.replayid.corrupted");
      early.subscribe(ALL, EARLIEST, ByteString.EMPTY, 10);
      org.partner("P2", "Two");
      early.await(1);
    }
  }

  @Test
  void a_keepalive_gives_a_replay_id_to_go_on_from() {
    org.partner("P1", "One");
    subscriber.subscribe(ALL, LATEST, ByteString.EMPTY, 10);
    await().until(() -> org.org.bus().subscribers() == 1);
    org.clock.advance(Duration.ofHours(80));

    org.org.bus().keepAlive();

    await().until(() -> subscriber.frames.size() == 1);
    assertThat(subscriber.frames.get(0).getPendingNumRequested()).isEqualTo(10);
    try (Subscriber later = signedIn()) {
      later.subscribe(ALL, CUSTOM, subscriber.frames.get(0).getLatestReplayId(), 10);
      org.partner("P2", "Two");
      later.await(1);
    }
  }

  @Test
  void signs_of_life_come_by_themselves_until_the_server_stops() throws IOException {
    String timer;
    try (PubSubServer lively = org.service.servePubSub(0, Duration.ofMillis(20));
        Subscriber one = new Subscriber(lively.port(), org.token());
        Subscriber other = new Subscriber(lively.port(), org.token())) {
      timer = "pubsub-keepalive-" + lively.port();
      one.subscribe(ALL, LATEST, ByteString.EMPTY, 10);
      other.subscribe(ALL, LATEST, ByteString.EMPTY, 10);

      await().until(() -> one.frames.size() >= 3 && other.frames.size() >= 3);
      assertThat(one.frames)
          .allSatisfy(
              frame -> {
                assertThat(frame.getEventsList()).isEmpty();
                assertThat(frame.getLatestReplayId()).isNotEmpty();
                assertThat(frame.getPendingNumRequested()).isEqualTo(10);
              });
      assertThat(threads(timer)).isEqualTo(1);
    }
    await().until(() -> threads(timer) == 0);
  }

  private static long threads(String name) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(name))
        .count();
  }

  @Test
  void what_no_bus_gave_out_is_no_replay_id() {
    assertThat(subscriber.subscribe(ALL, CUSTOM, ByteString.copyFromUtf8("12"), 1).end())
        .isEqualTo("subscription.fetch.replayid.corrupted");
    try (Subscriber none = signedIn()) {
      assertThat(none.subscribe(ALL, CUSTOM, ByteString.EMPTY, 1).end())
          .isEqualTo("subscription.fetch.replayid.validation.failed");
    }
  }

  @Test
  void the_days_allocation_ends_the_stream() {
    org.org.bus().dailyEvents(2);
    IntStream.range(0, 3).forEach(i -> org.partner("P" + i, "Name"));

    assertThat(listen(10).end()).isEqualTo("subscription.limit.exceeded");

    subscriber.await(2);
    org.clock.advance(Duration.ofHours(25));
    try (Subscriber later = signedIn()) {
      later.subscribe(ALL, CUSTOM, subscriber.events().get(1).getReplayId(), 10).await(1);
    }
  }

  @Test
  void gaps_and_an_overflow_have_no_values() {
    org.org.replaceEvents("gap", 1);
    String id = org.partner("P1", "One");
    org.org.replaceEvents("overflow", 1);
    org.org.edit("Account", "P1", Map.of("Phone", "1"));

    List<GenericRecord> events = listen(10).await(2);

    assertThat(events)
        .extracting(e -> said(e, "changeType"))
        .containsExactly("GAP_CREATE", "GAP_OVERFLOW");
    assertThat(said(events.get(0), "recordIds")).contains(id);
    assertThat(events.get(0).get("Name")).isNull();
    assertThat(said(events.get(1), "recordIds")).isEqualTo("[000000000000000AAA]");
  }

  @Test
  void streams_end_and_fail_on_command() {
    listen(10);
    await().until(() -> org.org.bus().subscribers() == 1);
    org.org.bus().end();
    assertThat(subscriber.end()).isEmpty();

    org.org.bus().fail(ErrorCode.UNAVAILABLE, 1);
    try (Subscriber refused = signedIn()) {
      assertThat(refused.subscribe(ALL, LATEST, ByteString.EMPTY, 1).end())
          .isEqualTo("service.unavailable");
    }
  }

  @Test
  void only_an_open_session_of_the_org_is_let_in() {
    org.org.expireTokens();

    assertThat(listen(1).end()).isEqualTo("service.auth.error");
  }

  @Test
  void there_is_a_topic_for_each_object_that_was_selected() {
    org.org.bus().topics().select(Set.of("Account"));
    TopicRequest account =
        TopicRequest.newBuilder().setTopicName("/data/AccountChangeEvent").build();
    TopicRequest activation =
        TopicRequest.newBuilder().setTopicName("/data/Activation__ChangeEvent").build();

    assertThat(subscriber.calls().getTopic(account).getCanSubscribe()).isTrue();
    assertThat(Subscriber.code(catchThrowable(() -> subscriber.calls().getTopic(activation))))
        .isEqualTo("topic.not.found");
    assertThat(subscriber.subscribe("/data/Nothing__e", LATEST, ByteString.EMPTY, 1).end())
        .isEqualTo("topic.not.found");
  }

  @Test
  void the_topic_of_a_stream_stays() {
    listen(1);
    FetchRequest other =
        FetchRequest.newBuilder()
            .setTopicName("/data/AccountChangeEvent")
            .setNumRequested(1)
            .build();

    assertThat(subscriber.request(other).end()).isEqualTo("subscription.fetch.topic.mismatch");
  }

  @Test
  void commands_come_by_http() {
    listen(10);
    await().until(() -> org.get("/__sim/pubsub").json().path("subscribers").asInt() == 1);
    assertThat(
            org.post(
                    "/__sim/pubsub/publish",
                    "{\"type\": \"Order\", \"changeType\": \"GAP_UPDATE\", \"ids\": [\"801\"]}")
                .status())
        .isEqualTo(200);
    subscriber.await(1);

    assertThat(org.post("/__sim/pubsub/end", "{}").status()).isEqualTo(200);
    assertThat(subscriber.end()).isEmpty();
    assertThat(org.post("/__sim/pubsub/nonsense", "{}").status()).isEqualTo(400);
  }
}
