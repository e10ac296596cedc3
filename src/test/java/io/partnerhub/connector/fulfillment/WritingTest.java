package io.partnerhub.connector.fulfillment;

import static io.partnerhub.connector.fulfillment.Depot.add;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.model.NativeId;
import io.partnerhub.model.Values;
import io.partnerhub.sandbox.fulfillment.Resource;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Outcome.Duplicate;
import io.partnerhub.sync.Outcome.Gone;
import io.partnerhub.sync.Outcome.Rejected;
import io.partnerhub.sync.Outcome.RetryLater;
import io.partnerhub.sync.Outcome.Written;
import io.partnerhub.sync.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WritingTest {

  private final Depot depot = new Depot();
  private final FulfillmentConnector connector = depot.connector();

  @AfterEach
  void stop() {
    depot.close();
  }

  @Test
  void an_added_order_is_there_with_its_values_and_shown_as_it_is() {
    Outcome outcome =
        Depot.write(connector, add(7, "10248", Map.of("city", "Reims", "freight", "32.4")));

    assertThat(depot.order("10248").at("/shipTo/city").asText()).isEqualTo("Reims");
    assertThat(depot.order("10248").path("freight").asText()).isEqualTo("32.40");
    assertThat(depot.order("10248").has("notes")).isFalse();
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Written.class,
            written -> {
              assertThat(written.id()).isEqualTo(depot.id("10248"));
              assertThat(written.shown().get("freight")).isEqualTo("32.4");
            });
  }

  @Test
  void an_update_sends_its_fields_alone_and_empties_those_without_a_value() {
    Depot.write(connector, add(1, "10248", Map.of("city", "Reims", "country", "France")));
    depot.warehouse().edit(Resource.ORDERS, "10248", Map.of("notes", "by hand"));

    Outcome outcome =
        Depot.write(
            connector,
            depot.update("10248", "v2", Set.of("city", "carrier"), Map.of("carrier", "Speedy")));

    assertThat(outcome).isInstanceOf(Written.class);
    assertThat(depot.order("10248").path("shipTo").toString())
        .isEqualTo("{\"country\":\"France\"}");
    assertThat(depot.order("10248").path("notes").asText()).isEqualTo("by hand");
    assertThat(depot.order("10248").path("carrier").asText()).isEqualTo("Speedy");
  }

  @Test
  void an_edit_since_the_last_look_is_not_overwritten_alone_or_in_a_batch() {
    depot.seed(1, 2);
    Write first = depot.fresh(connector, "O1", Map.of("notes", "hub"));
    Write second = depot.fresh(connector, "O2", Map.of("notes", "hub"));
    depot.warehouse().edit(Resource.ORDERS, "O1", Map.of("notes", "person"));

    assertThat(Depot.write(connector, first)).isInstanceOf(RetryLater.class);
    assertThat(connector.write(Depot.ORDERS, List.of(first, second)).outcomes())
        .hasExactlyElementsOfTypes(RetryLater.class, Written.class);
    assertThat(depot.order("O1").path("notes").asText()).isEqualTo("person");
  }

  @Test
  void a_batch_takes_five_hundred_a_call_and_answers_for_each() {
    List<Write> writes = new ArrayList<>();
    for (int n = 1; n <= 1_000; n++) {
      writes.add(add(n, n == 500 ? "bad number" : "O" + n, Map.of()));
    }

    List<Outcome> outcomes = connector.write(Depot.ORDERS, writes).outcomes();

    assertThat(depot.server.counters().snapshot().of("POST /orders/batch")).isEqualTo(2);
    assertThat(outcomes.stream().filter(Written.class::isInstance)).hasSize(999);
    assertThat(outcomes.get(499))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected ->
                assertThat(rejected.reason().message()).contains("bad number", "orderNumber"));
  }

  @Test
  void a_refused_value_is_named_by_its_field() {
    depot.seed(1, 1);

    assertThat(Depot.write(connector, depot.fresh(connector, "O1", Map.of("status", "nonsense"))))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> {
              assertThat(rejected.reason().code()).isEqualTo("invalid");
              assertThat(rejected.reason().message()).contains("orders", "status");
            });
  }

  @Test
  void a_second_order_with_the_same_number_names_the_first() {
    depot.seed(1, 1);

    for (List<Write> writes : List.of(List.of(add("O1")), List.of(add("O1"), add("O2")))) {
      assertThat(connector.write(Depot.ORDERS, writes).outcomes().get(0))
          .isInstanceOfSatisfying(
              Duplicate.class,
              duplicate -> assertThat(duplicate.existingId()).isEqualTo(depot.id("O1").id()));
    }
  }

  @Test
  void a_deleted_order_is_gone() {
    depot.seed(1, 2);
    Write one = depot.fresh(connector, "O1", Map.of("notes", "late"));
    Write two = depot.fresh(connector, "O2", Map.of("notes", "in time"));
    depot.warehouse().delete(Resource.ORDERS, "O1");

    assertThat(connector.write(Depot.ORDERS, List.of(one, two)).outcomes())
        .hasExactlyElementsOfTypes(Gone.class, Written.class);
    assertThat(Depot.write(connector, one)).isInstanceOf(Gone.class);
  }

  @Test
  void an_order_is_deleted_only_as_it_was_seen() {
    depot.seed(1, 1);
    NativeId id = depot.id("O1");
    Write delete = new Write(1, Write.Action.DELETE, id, null, Set.of(), Values.none(), "v1");
    depot.warehouse().edit(Resource.ORDERS, "O1", Map.of("notes", "still needed"));

    assertThat(Depot.write(connector, delete)).isInstanceOf(RetryLater.class);
    Write again = new Write(2, Write.Action.DELETE, id, null, Set.of(), Values.none(), "v2");
    assertThat(Depot.write(connector, again)).isInstanceOf(Written.class);
    assertThat(depot.orders()).isEmpty();
    assertThat(Depot.write(connector, again)).isInstanceOf(Gone.class);
  }

  @Test
  void an_update_without_a_version_is_put_off() {
    depot.seed(1, 1);

    assertThat(Depot.write(connector, depot.update("O1", null, Map.of("notes", "blind"))))
        .isInstanceOf(RetryLater.class);
    assertThat(depot.order("O1").has("notes")).isFalse();
  }
}
