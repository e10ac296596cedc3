package io.partnerhub.sandbox.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulated fulfillment API, every answer checked by the contract. */
class FulfillmentApiTest {

  private static final String ORDER =
      """
      {"orderNumber": "10248", "partnerCode": "VINET", "status": "ready", "freight": "32.38",
       "shipTo": {"city": "Reims", "country": "France"}, "requiredOn": "2026-06-01", "units": 27}
      """;

  private final Client client = new Client();

  @Test
  void an_order_is_created_read_and_changed() {
    Client.Got made = client.create("/orders", "key-00001", ORDER);
    String id = made.body().path("id").asText();
    Client.Got changed =
        client.patch(
            "/orders/" + id, "v1", "{\"shipTo\": {\"city\": null}, \"notes\": \"fragile\"}");

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.headers()).containsEntry("ETag", "\"v1\"");
    assertThat(made.body().path("createdBy").asText()).isEqualTo("partner-hub");
    assertThat(changed.body().path("version").asText()).isEqualTo("v2");
    assertThat(client.get("/orders/" + id).body()).isEqualTo(changed.body());
    assertThat(changed.body().path("shipTo").toString()).isEqualTo("{\"country\":\"France\"}");
    assertThat(changed.body().path("notes").asText()).isEqualTo("fragile");
  }

  @Test
  void the_same_key_gives_the_same_order_and_another_body_is_refused() {
    Client.Got first = client.create("/orders", "key-00001", ORDER);
    client.warehouse().edit(Resource.ORDERS, "10248", Map.of("notes", "later"));

    assertThat(client.create("/orders", "key-00001", ORDER).body()).isEqualTo(first.body());
    assertThat(client.create("/orders", "key-00001", ORDER.replace("27", "28")).code())
        .isEqualTo("idempotency-key-reused");
    assertThat(client.warehouse().records(Resource.ORDERS)).hasSize(1);
  }

  @Test
  void another_order_with_the_same_number_is_refused_and_the_first_one_named() {
    String id = client.create("/orders", "key-00001", ORDER).body().path("id").asText();
    Client.Got second = client.create("/orders", "key-00002", ORDER);

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.body().path("existingId").asText()).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"orderNumber": "1", "partnerCode": "A"}                                     | /status      | required
          {"orderNumber": "1", "partnerCode": "A", "status": "lost"}                   | /status      | not-allowed
          {"orderNumber": "1 2", "partnerCode": "A", "status": "draft"}                | /orderNumber | invalid
          {"orderNumber": "1", "partnerCode": "A", "status": "draft", "freight": 3.5}  | /freight     | invalid
          {"orderNumber": "1", "partnerCode": "A", "status": "draft", "freight": "3.5"}| /freight     | invalid
          {"orderNumber": "1", "partnerCode": "A", "status": "draft", "orderedOn": "4 May"} | /orderedOn | invalid
          {"orderNumber": "1", "partnerCode": "A", "status": "draft", "colour": "red"} | /colour      | unknown-field
          {"orderNumber": "1", "partnerCode": "A", "status": "draft", "id": "ord_1"}   | /id          | read-only
          {"orderNumber": "1", "partnerCode": "A", "status": "draft", "shipTo": {"x": 1}} | /shipTo/x | unknown-field
          {"orderNumber": "1", "partnerCode": "ABCDEFGHIJKLMNOPQRSTUV", "status": "draft"} | /partnerCode | too-long
          """)
  void wrong_values_are_refused_by_name(String body, String pointer, String code) {
    Client.Got refused = client.create("/orders", "key-00001", body);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body().path("errors"))
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.path("pointer").asText()).isEqualTo(pointer);
              assertThat(error.path("code").asText()).isEqualTo(code);
            });
  }

  @Test
  void a_change_needs_the_version_just_read() {
    String path =
        "/orders/" + client.create("/orders", "key-00001", ORDER).body().path("id").asText();
    client.warehouse().edit(Resource.ORDERS, "10248", Map.of("notes", "somebody else"));
    Map<String, String> patch = Map.of("content-type", "application/merge-patch+json");

    assertThat(client.patch(path, "v1", "{\"notes\": \"x\"}").status()).isEqualTo(412);
    assertThat(client.call("PATCH", path, patch, "{\"notes\": \"x\"}").status()).isEqualTo(428);
    assertThat(client.patch(path, "v2", "{\"notes\": \"x\"}").status()).isEqualTo(200);
  }

  @Test
  void a_status_moves_only_along_its_course() {
    String path =
        "/orders/" + client.create("/orders", "key-00001", ORDER).body().path("id").asText();

    assertThat(
            client
                .patch(path, "v1", "{\"status\": \"draft\"}")
                .body()
                .path("errors")
                .path(0)
                .path("code")
                .asText())
        .isEqualTo("illegal-transition");
    assertThat(client.patch(path, "v1", "{\"status\": \"shipped\"}").status()).isEqualTo(200);
    assertThat(client.patch(path, "v2", "{\"status\": \"cancelled\"}").status()).isEqualTo(422);
  }

  @Test
  void a_deleted_order_stays_in_the_list_as_a_tombstone() {
    Client.Got made = client.create("/orders", "key-00001", ORDER);
    String path = "/orders/" + made.body().path("id").asText();
    String cursor = client.get("/orders").body().path("next").asText();
    Client.Got deleted = client.call("DELETE", path, Map.of("if-match", "\"v1\""), "");

    assertThat(deleted.status()).isEqualTo(204);
    assertThat(client.get(path).code()).isEqualTo("deleted");
    assertThat(client.get("/orders?cursor=" + cursor).body().path("items"))
        .singleElement()
        .satisfies(item -> assertThat(item.path("deleted").asBoolean()).isTrue());
    assertThat(client.get("/orders?ids=" + made.body().path("id").asText()).body().path("items"))
        .singleElement()
        .satisfies(item -> assertThat(item.has("orderNumber")).isFalse());
    assertThat(client.get("/orders?orderNumbers=10248").body().path("items")).isEmpty();
  }

  @Test
  void pages_show_every_order_once_even_when_one_moves_between_them() {
    client.warehouse().seed(Resource.ORDERS, orders(25));
    JsonNode first = client.get("/orders?limit=10").body();
    client.warehouse().edit(Resource.ORDERS, "O3", Map.of("notes", "read already"));
    client.warehouse().edit(Resource.ORDERS, "O20", Map.of("notes", "still to come"));

    List<String> rest = new ArrayList<>();
    JsonNode page = first;
    while (page.path("more").asBoolean()) {
      page = client.get("/orders?limit=10&cursor=" + page.path("next").asText()).body();
      page.path("items").forEach(item -> rest.add(item.path("orderNumber").asText()));
    }

    assertThat(first.path("items")).hasSize(10);
    assertThat(rest).hasSize(16).doesNotHaveDuplicates().endsWith("O3", "O20");
  }

  @Test
  void a_quiet_list_answers_with_nothing_and_the_same_cursor() {
    client.warehouse().seed(Resource.ORDERS, orders(3));
    JsonNode end = client.get("/orders").body();
    JsonNode quiet = client.get("/orders?cursor=" + end.path("next").asText()).body();

    assertThat(quiet.path("items")).isEmpty();
    assertThat(quiet.path("next")).isEqualTo(end.path("next"));
  }

  @Test
  void changes_since_a_time_begin_at_it() {
    client.warehouse().seed(Resource.ORDERS, orders(2));
    client.passes(Duration.ofMinutes(1));
    client.warehouse().edit(Resource.ORDERS, "O1", Map.of("notes", "new"));

    assertThat(client.get("/orders?updatedSince=2026-05-04T09:01:00Z").body().path("items"))
        .extracting(item -> item.path("orderNumber").asText())
        .containsExactly("O1");
  }

  @Test
  void an_expired_cursor_is_said_to_be_one() {
    client.warehouse().seed(Resource.ORDERS, orders(2));
    String cursor = client.get("/orders?limit=1").body().path("next").asText();
    client.warehouse().expireCursors();

    assertThat(client.get("/orders?cursor=" + cursor).status()).isEqualTo(410);
  }

  @Test
  void a_cursor_belongs_to_its_list() {
    client.warehouse().seed(Resource.ORDERS, orders(2));
    String cursor = client.get("/orders?limit=1").body().path("next").asText();

    assertThat(client.get("/orders?cursor=" + cursor).status()).isEqualTo(200);
    assertThat(client.get("/activations?cursor=" + cursor).status()).isEqualTo(400);
  }

  @Test
  void at_most_200_are_looked_up_at_once_the_same_one_counted_each_time() {
    String most = "O1" + ",O1".repeat(199);

    assertThat(client.get("/orders?orderNumbers=" + most).status()).isEqualTo(200);
    assertThat(client.get("/orders?orderNumbers=" + most + ",O1").status()).isEqualTo(400);
  }

  @Test
  void a_batch_is_done_item_by_item() {
    String id = client.create("/orders", "key-00001", ORDER).body().path("id").asText();
    Client.Got batch =
        client.post(
            "/orders/batch",
            """
            {"items": [
              {"op": "create", "idempotencyKey": "key-00002", "value": {"orderNumber": "10249", "partnerCode": "TOMSP", "status": "ready"}},
              {"op": "create", "idempotencyKey": "key-00003", "value": {"orderNumber": "10248", "partnerCode": "VINET", "status": "ready"}},
              {"op": "create", "idempotencyKey": "key-00004", "value": {"orderNumber": "10250", "partnerCode": "HANAR", "status": "lost"}},
              {"op": "update", "id": "%1$s", "ifMatch": "v1", "value": {"notes": "in a batch"}},
              {"op": "update", "id": "%1$s", "ifMatch": "v1", "value": {"notes": "too late"}},
              {"op": "update", "id": "ord_9", "ifMatch": "v1", "value": {"notes": "nobody"}}
            ]}
            """
                .formatted(id));

    assertThat(batch.body().path("results"))
        .extracting(result -> result.path("status").asInt())
        .containsExactly(201, 409, 422, 200, 412, 404);
  }

  @Test
  void what_is_no_batch_is_refused_whole() {
    assertThat(client.post("/orders/batch", "{\"items\": []}").status()).isEqualTo(400);
    assertThat(client.post("/orders/batch", "{\"items\": [{\"op\": \"create\"}]}").status())
        .isEqualTo(400);
    assertThat(
            client
                .post(
                    "/orders/batch",
                    "{\"all\": true, \"items\": [{\"op\": \"update\", \"id\": \"o\", \"ifMatch\": \"v1\","
                        + " \"value\": {}}]}")
                .status())
        .isEqualTo(400);
    String many =
        "{\"op\": \"update\", \"id\": \"o\", \"ifMatch\": \"v1\", \"value\": {}},".repeat(501);
    assertThat(
            client
                .post(
                    "/orders/batch", "{\"items\": [" + many.substring(0, many.length() - 1) + "]}")
                .status())
        .isEqualTo(413);
  }

  @Test
  void an_activation_needs_its_order() {
    String unit =
        """
        {"activationNumber": "10248-1", "orderNumber": "10248", "partnerCode": "VINET", "status": "requested"}
        """;
    Client.Got early = client.create("/activations", "key-00001", unit);
    client.create("/orders", "key-00002", ORDER);

    assertThat(early.body().path("errors").path(0).path("code").asText())
        .isEqualTo("unknown-reference");
    assertThat(client.create("/activations", "key-00001", unit).status()).isEqualTo(201);
  }

  @Test
  void nobody_gets_in_without_a_good_token() {
    client.uses(null);
    assertThat(client.get("/orders").status()).isEqualTo(401);
    client.uses("made-up");
    assertThat(client.get("/orders").code()).isEqualTo("unauthorized");

    Map<String, String> form = Map.of("content-type", "application/x-www-form-urlencoded");
    String login = "grant_type=client_credentials&client_id=partner-hub&client_secret=";
    assertThat(client.raw("POST", "/oauth/token", form, login + "wrong").status()).isEqualTo(401);
    assertThat(client.raw("POST", "/oauth/token", Map.of(), login + "sandbox-secret").status())
        .isEqualTo(400);
    client.uses(
        client
            .raw("POST", "/oauth/token", form, login + "sandbox-secret")
            .body()
            .path("access_token")
            .asText());
    assertThat(client.get("/client").body().path("id").asText()).isEqualTo("partner-hub");
    client.passes(Duration.ofHours(1));
    assertThat(client.get("/orders").code()).isEqualTo("token-expired");
  }

  @Test
  void the_lasting_token_is_good_again_when_it_is_renewed_and_not_before() {
    client.warehouse().expireTokens(true);
    client.warehouse().expireTokens(false);
    assertThat(client.get("/orders").code()).isEqualTo("token-expired");

    client.warehouse().renewToken();
    assertThat(client.get("/orders").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"429, too-many-requests", "503, unavailable"})
  void whoever_is_refused_on_command_is_told_how_long_to_wait(int status, String code) {
    String path =
        "/orders/" + client.create("/orders", "key-00001", ORDER).body().path("id").asText();
    client.command(
        "POST",
        "refuse",
        "{\"key\": \"10248\", \"status\": %d, \"code\": \"%s\", \"times\": 2}"
            .formatted(status, code));

    assertThat(client.patch(path, "v1", "{\"notes\": \"x\"}").headers()).containsKey("Retry-After");
    assertThat(client.call("DELETE", path, Map.of("if-match", "\"v1\""), "").status())
        .isEqualTo(status);
    assertThat(client.call("DELETE", path, Map.of("if-match", "\"v1\""), "").status())
        .isEqualTo(204);
  }

  @Test
  void too_many_calls_in_a_minute_have_to_wait() {
    client.warehouse().requestsPerMinute(2);
    client.get("/client");
    client.get("/client");
    Client.Got refused = client.get("/client");

    assertThat(refused.status()).isEqualTo(429);
    assertThat(Integer.parseInt(refused.headers().get("Retry-After"))).isBetween(1, 61);
    client.passes(Duration.ofMinutes(1));
    assertThat(client.get("/client").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /partners, 404",
    "PUT, /orders, 405",
    "GET, /orders?colour=red, 400",
    "GET, /orders?limit=0, 400",
    "GET, /orders?limit=1001, 400",
    "GET, /orders?cursor=made-up, 400",
    "GET, /orders?ids=ord_1%20, 400",
    "GET, /orders?orderNumbers=10%20248, 400",
    "GET, /orders?orderNumbers=, 400",
    "GET, /orders/ord_9, 404",
    "GET, /orders/, 404",
    "POST, /orders/, 405",
    "POST, /orders, 400"
  })
  void what_the_contract_does_not_offer_is_refused(String method, String path, int status) {
    assertThat(client.call(method, path, Map.of(), "").status()).isEqualTo(status);
  }

  @Test
  void the_warehouse_takes_an_order_along_its_course() {
    client.create("/orders", "key-00001", ORDER);

    assertThat(client.warehouse().advance("10248")).isEqualTo("accepted");
    client.warehouse().advance("10248", "delivered");
    JsonNode order = client.warehouse().record(Resource.ORDERS, "10248").orElseThrow();
    assertThat(order.path("carrier").asText()).isNotEmpty();
    assertThat(order.path("trackingNumber").asText()).startsWith("1Z");
    assertThat(order.path("shippedOn").asText()).isEqualTo("2026-05-04");
    assertThat(order.path("updatedBy").asText()).isEqualTo("warehouse");
    JsonNode unit = client.warehouse().record(Resource.ACTIVATIONS, "10248-1").orElseThrow();
    assertThat(unit.path("status").asText()).isEqualTo("delivered");

    client.warehouse().activate("10248-1");
    assertThat(client.get("/activations").body().path("items"))
        .singleElement()
        .satisfies(item -> assertThat(item.path("status").asText()).isEqualTo("activated"));
  }

  @Test
  void a_draft_is_not_the_warehouses() {
    client.create("/orders", "key-00001", ORDER.replace("ready", "draft"));

    assertThatThrownBy(() -> client.warehouse().advance("10248"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("draft");
  }

  @ParameterizedTest
  @ValueSource(strings = {"shiped", "ready", "cancelled"})
  void an_order_is_taken_nowhere_when_no_step_leads_there(String status) {
    client.create("/orders", "key-00001", ORDER);
    client.warehouse().advance("10248");

    assertThatThrownBy(() -> client.warehouse().advance("10248", status))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the order 10248 is accepted: no step");
    assertThat(
            client
                .warehouse()
                .record(Resource.ORDERS, "10248")
                .orElseThrow()
                .path("status")
                .asText())
        .isEqualTo("accepted");
  }

  @Test
  void by_seed_the_warehouse_does_everything_in_its_time_and_each_time_alike() {
    List<String> once = dayBySeed(new Client());
    List<String> again = dayBySeed(new Client());

    assertThat(once).isEqualTo(again).contains("10248 accepted", "10248-1 activated");
  }

  private static List<String> dayBySeed(Client client) {
    client.warehouse().workBySeed(7, Duration.ofSeconds(1), Duration.ofSeconds(20));
    client.create("/orders", "key-00001", ORDER);
    client.create("/orders", "key-00002", ORDER.replace("10248", "10249"));
    List<String> seen = new ArrayList<>();
    for (int second = 0; second < 120; second++) {
      client.passes(Duration.ofSeconds(1));
      for (JsonNode order : client.warehouse().records(Resource.ORDERS)) {
        seen.add(order.path("orderNumber").asText() + " " + order.path("status").asText());
      }
      for (JsonNode unit : client.warehouse().records(Resource.ACTIVATIONS)) {
        seen.add(unit.path("activationNumber").asText() + " " + unit.path("status").asText());
      }
    }
    return seen;
  }

  @Test
  void commands_do_by_http_what_the_warehouse_does() {
    client.command("POST", "create", "{\"type\": \"orders\", \"fields\": " + ORDER + "}");
    client.command(
        "POST",
        "edit",
        "{\"type\": \"orders\", \"key\": \"10248\", \"fields\": {\"notes\": \"n\"}}");
    assertThat(
            client
                .command("POST", "advance", "{\"order\": \"10248\", \"to\": \"shipped\"}")
                .body()
                .path("status")
                .asText())
        .isEqualTo("shipped");
    client.command("POST", "activate", "{\"activation\": \"10248-1\"}");
    assertThat(
            client
                .command("GET", "record?type=activations&key=10248-1", "")
                .body()
                .path("status")
                .asText())
        .isEqualTo("activated");
    client.command("POST", "refuse", "{\"key\": \"10248\", \"pointer\": \"/notes\"}");
    String path =
        "/orders/" + client.get("/orders").body().path("items").path(0).path("id").asText();
    String version = client.get(path).body().path("version").asText();
    assertThat(
            client
                .patch(path, version, "{\"notes\": \"x\"}")
                .body()
                .path("errors")
                .path(0)
                .path("pointer")
                .asText())
        .isEqualTo("/notes");
    assertThat(client.patch(path, version, "{\"notes\": \"x\"}").status()).isEqualTo(200);
    client.command("POST", "delete", "{\"type\": \"orders\", \"key\": \"10248\"}");
    assertThat(client.command("GET", "records?type=orders", "").body()).isEmpty();
    assertThatThrownBy(() -> client.command("POST", "dance", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Map<String, Object>> orders(int count) {
    List<Map<String, Object>> orders = new ArrayList<>();
    for (int n = 1; n <= count; n++) {
      orders.add(Map.of("orderNumber", "O" + n, "partnerCode", "ALFKI", "status", "draft"));
    }
    return orders;
  }
}
