package io.partnerhub.sandbox.fulfillment;

import static io.partnerhub.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.SettableClock;
import io.partnerhub.sandbox.sim.SimRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhooksTest {

  private static final String SECRET = "s3cret";

  private final SettableClock clock = new SettableClock("2026-05-04T09:00:00Z");
  private final FulfillmentService service =
      new FulfillmentService(ClientSettings.sandbox(), clock);
  private final Warehouse warehouse = service.warehouse();
  private Subscriber subscriber;

  @BeforeEach
  void listen() throws IOException {
    subscriber = new Subscriber();
  }

  @AfterEach
  void stop() {
    warehouse.subscribe(null);
    subscriber.close();
  }

  private void order(int number) {
    warehouse.seed(
        Resource.ORDERS,
        List.of(Map.of("orderNumber", "N" + number, "partnerCode", "NW-1", "status", "ready")));
  }

  private List<Subscriber.Call> calls(int number) {
    await().until(() -> subscriber.calls().size() >= number);
    return subscriber.calls();
  }

  private void subscribe(Subscription.Manner manner) {
    warehouse.subscribe(new Subscription(subscriber.url(), SECRET, manner));
  }

  @Test
  void every_change_is_told_signed_and_as_the_contract_has_it() throws Exception {
    subscribe(Subscription.Manner.PLAIN);
    order(1);
    warehouse.edit(Resource.ORDERS, "N1", Map.of("notes", "fragile"));
    warehouse.delete(Resource.ORDERS, "N1");

    List<Subscriber.Call> calls = calls(3);

    assertThat(calls).flatExtracting(Subscriber.Call::ids).hasSize(3).containsOnly("ord_0000001");
    assertThat(calls).extracting(Subscriber.Call::time).containsOnly("1777885200");
    assertThat(calls).extracting(Subscriber.Call::id).doesNotHaveDuplicates();
    Subscription own = Subscription.plain(subscriber.url(), SECRET);
    for (Subscriber.Call call : calls) {
      assertThat(call.signature()).isEqualTo(own.signature(call.id(), call.time(), call.body()));
      assertThat(
              Contract.read()
                  .schema("/components/schemas/ChangedEvents")
                  .validate(Wire.MAPPER.readTree(call.body())))
          .isEmpty();
    }
  }

  @Test
  void a_change_right_after_somebody_subscribed_is_told_to_it() {
    order(1);
    for (int again = 1; again <= 200; again++) {
      subscribe(Subscription.Manner.PLAIN);
      warehouse.edit(Resource.ORDERS, "N1", Map.of("notes", "time " + again));

      int number = again;
      await()
          .pollInterval(Duration.ofMillis(2))
          .untilAsserted(() -> assertThat(subscriber.calls()).hasSize(number));
    }
  }

  @Test
  void a_signature_is_what_openssl_makes_of_it() {
    Subscription example = Subscription.plain(subscriber.url(), "secret");

    assertThat(example.signature("msg_1", "1777885200", "{}".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("v1,e957UKrTsc4zeixlj2QFcEhL+koHwE5YCsTO1lKBxFQ=");
  }

  @Test
  void what_is_not_taken_is_told_again_under_its_id_until_it_is() {
    List.of(503, 401, 429).forEach(subscriber::refuse);
    subscribe(Subscription.Manner.PLAIN);
    order(1);

    assertThat(calls(4)).extracting(Subscriber.Call::id).containsOnly(calls(4).get(0).id());
    order(2);
    assertThat(calls(5)).hasSize(5);
  }

  @Test
  void on_command_each_is_told_twice_in_batches_and_in_the_wrong_order() {
    for (int i = 1; i <= 4; i++) {
      order(i);
    }
    subscribe(new Subscription.Manner(2, true, true, false));
    for (int i = 1; i <= 4; i++) {
      warehouse.edit(Resource.ORDERS, "N" + i, Map.of("notes", "x"));
    }

    List<List<String>> told =
        calls(4).stream().map(Subscriber.Call::ids).collect(Collectors.toList());
    assertThat(told)
        .containsExactly(
            List.of("ord_0000002", "ord_0000001"),
            List.of("ord_0000002", "ord_0000001"),
            List.of("ord_0000004", "ord_0000003"),
            List.of("ord_0000004", "ord_0000003"));
  }

  @Test
  void on_command_nobody_is_told() {
    subscribe(new Subscription.Manner(1, false, false, true));
    order(1);
    subscribe(Subscription.Manner.PLAIN);
    order(2);

    assertThat(calls(1)).flatExtracting(Subscriber.Call::ids).containsExactly("ord_0000002");
  }

  @Test
  void a_command_by_http_subscribes_and_a_reset_ends_it() {
    String body = "{\"url\": \"%s\", \"secret\": \"s\", \"batch\": 10}".formatted(subscriber.url());
    service.command(
        SimRequest.of("POST", "/__sim/webhook", Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    order(1);
    Set<String> first = calls(1).stream().map(Subscriber.Call::id).collect(Collectors.toSet());

    service.reset();
    order(2);
    subscribe(Subscription.Manner.PLAIN);
    order(3);

    assertThat(calls(2)).hasSize(2).extracting(Subscriber.Call::id).containsAll(first);
    assertThat(calls(2).get(1).ids()).containsExactly("ord_0000002");
  }
}
