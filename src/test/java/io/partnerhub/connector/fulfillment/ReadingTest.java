package io.partnerhub.connector.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.connector.fulfillment.FulfillmentSettings.Bearer;
import io.partnerhub.mapping.Kind;
import io.partnerhub.mapping.Metadata;
import io.partnerhub.model.NativeId;
import io.partnerhub.sandbox.fulfillment.Resource;
import io.partnerhub.sync.Observation;
import io.partnerhub.sync.system.Checkpoint;
import io.partnerhub.sync.system.RowsRead;
import io.partnerhub.sync.system.SystemUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadingTest {

  private static final Checkpoint START = Checkpoint.start("orders");

  private final Depot depot = new Depot();
  private final FulfillmentConnector connector = depot.connector();

  @AfterEach
  void stop() {
    depot.close();
  }

  @Test
  void the_first_read_shows_everything_page_by_page_and_ends_at_a_cursor() {
    depot.seed(1, 1_201);

    Depot.News news = depot.news(connector, START);

    assertThat(news.numbers()).hasSize(1_201).doesNotHaveDuplicates();
    assertThat(news.pages()).isEqualTo(3);
    assertThat(news.end().complete()).isTrue();
    assertThat(news.end().cursor()).isNotEmpty();
    assertThat(news.last().totalRows()).hasValue(1_201);
  }

  @Test
  void a_read_that_stopped_goes_on_where_it_was_and_is_complete_only_at_the_end() {
    depot.seed(1, 1_201);
    Checkpoint afterOnePage =
        connector.changes(Depot.ORDERS, START, null, depot.clock.instant()).next();

    Depot.News rest = depot.news(connector, afterOnePage);

    assertThat(afterOnePage.complete()).isFalse();
    assertThat(rest.numbers()).hasSize(701);
    assertThat(rest.end().complete()).isTrue();
    assertThat(rest.end().isUnswept()).as("nothing was known before").isFalse();
    assertThat(rest.last().totalRows()).as("of both parts").hasValue(1_201);
  }

  @Test
  void a_read_that_goes_on_tells_when_it_was_begun() {
    depot.seed(1, 501);
    Instant begun = depot.clock.instant();
    Checkpoint afterOnePage = connector.changes(Depot.ORDERS, START, null, begun).next();
    depot.clock.advance(Duration.ofMinutes(5));

    Depot.News rest = depot.news(connector, afterOnePage);
    depot.clock.advance(Duration.ofMinutes(5));
    Depot.News quiet = depot.news(connector, rest.end());

    assertThat(rest.last().begun()).isEqualTo(begun);
    assertThat(quiet.last().begun()).isEqualTo(depot.clock.instant());
  }

  @Test
  void a_cursor_that_was_kept_as_the_api_gave_it_is_still_gone_on_from() {
    depot.seed(1, 600);
    Checkpoint end = depot.news(connector, START).end();
    depot.seed(601, 603);

    assertThat(end.cursor()).doesNotContain(" ");
    assertThat(depot.news(connector, end).numbers()).containsExactly("O601", "O602", "O603");
  }

  @Test
  void a_read_that_was_broken_off_begins_anew_where_its_cursor_has_expired() {
    depot.seed(1, 600);
    Checkpoint afterOnePage =
        connector.changes(Depot.ORDERS, START, null, depot.clock.instant()).next();
    depot.warehouse().expireCursors();

    Depot.News anew = depot.news(connector, afterOnePage);

    assertThat(anew.numbers()).hasSize(600).doesNotHaveDuplicates();
    assertThat(anew.last().totalRows()).hasValue(600);
  }

  @Test
  void a_read_of_everything_whose_next_page_has_expired_ends_and_does_not_begin_anew_at_once() {
    depot.seed(1, 501);
    Instant now = depot.clock.instant();
    String next = connector.changes(Depot.ORDERS, START, null, now).cursor();
    depot.warehouse().expireCursors();

    assertThatThrownBy(() -> connector.changes(Depot.ORDERS, START, next, now))
        .isInstanceOf(SystemUnavailable.class);
  }

  @Test
  void a_quiet_poll_costs_one_call_and_moves_nothing() {
    depot.seed(1, 3);
    Checkpoint end = depot.news(connector, START).end();
    long before = depot.calls();

    Depot.News quiet = depot.news(connector, end);

    assertThat(quiet.rows()).isEmpty();
    assertThat(quiet.end()).isEqualTo(end);
    assertThat(depot.calls() - before).isEqualTo(1);
  }

  @Test
  void values_stamp_and_authors_are_read() {
    Depot.write(
        connector,
        Depot.add(
            1,
            "10248",
            Map.of(
                "city", "Reims", "freight", "32.38", "requiredOn", "2026-06-01", "units", "27")));
    Observation made = depot.news(connector, START).rows().get(0);
    depot.clock.advance(Duration.ofMinutes(1));
    depot.warehouse().advance("10248", "shipped");
    Observation shipped = depot.news(connector, START).rows().get(0);

    assertThat(made.values().asMap())
        .containsEntry("city", "Reims")
        .containsEntry("freight", "32.38")
        .containsEntry("requiredOn", "2026-06-01")
        .containsEntry("units", "27")
        .containsEntry("status", "ready");
    assertThat(made.createdByHub()).isTrue();
    assertThat(made.changedByHub()).isTrue();
    assertThat(shipped.changedByHub()).isFalse();
    assertThat(shipped.createdByHub()).isTrue();
    assertThat(shipped.stamp()).isEqualTo(depot.clock.instant());
    assertThat(shipped.values().get("carrier")).isNotEmpty();
  }

  @Test
  void a_key_that_the_api_refuses_is_not_found_and_hides_no_other() {
    depot.seed(1, 5);

    List<Observation> found =
        connector.find(Depot.ORDERS, List.of("O1", "10 248", "O2", "O3", "-", "O5"));

    assertThat(found)
        .extracting(row -> row.values().get("number"))
        .containsExactlyInAnyOrder("O1", "O2", "O3", "O5");
    assertThat(connector.find(Depot.ORDERS, List.of("10 248"))).isEmpty();
  }

  @Test
  void a_deleted_order_is_news() {
    depot.seed(1, 2);
    Checkpoint end = depot.news(connector, START).end();
    NativeId id = depot.id("O1");
    depot.warehouse().delete(Resource.ORDERS, "O1");

    assertThat(depot.news(connector, end).rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.id()).isEqualTo(id);
              assertThat(row.deleted()).isTrue();
            });
  }

  @Test
  void after_an_expired_cursor_everything_is_read_again_and_counted() {
    depot.seed(1, 600);
    Checkpoint end = depot.news(connector, START).end();
    depot.warehouse().delete(Resource.ORDERS, "O7");
    depot.warehouse().expireCursors();

    Depot.News again = depot.news(connector, end);

    assertThat(again.numbers()).hasSize(599);
    assertThat(again.last().totalRows()).hasValue(599);
    assertThat(connector.changes(Depot.ORDERS, end, null, depot.clock.instant()).next())
        .as("what was known before is still known")
        .returns(true, Checkpoint::complete)
        .returns(true, Checkpoint::isUnswept);
    assertThat(again.end().complete()).isTrue();
    assertThat(again.end().isUnswept()).as("whatever it counts").isTrue();
  }

  @Test
  void a_sweep_shows_every_live_id() {
    depot.seed(1, 620);
    depot.warehouse().delete(Resource.ORDERS, "O5");

    assertThat(connector.sweep(Depot.ORDERS, "orders"))
        .hasValueSatisfying(
            sweep -> assertThat(sweep.ids()).hasSize(619).contains(depot.id("O6").id()));
  }

  @Test
  void copies_are_read_by_id_two_hundred_a_call_with_their_versions() {
    depot.seed(1, 401);
    List<NativeId> ids =
        depot.orders().stream().map(o -> new NativeId("orders", o.path("id").asText())).toList();
    depot.warehouse().edit(Resource.ORDERS, "O9", Map.of("notes", "changed"));
    connector.read(Depot.ORDERS, ids.subList(0, 1));
    long before = depot.calls();

    RowsRead read = connector.read(Depot.ORDERS, ids);

    assertThat(depot.calls() - before).isEqualTo(3);
    assertThat(read.rows()).hasSize(401);
    assertThat(read.tags()).hasSize(401).containsEntry(depot.id("O9"), "v2");
  }

  @Test
  void a_deleted_copy_is_read_as_deleted_and_an_unknown_one_is_missing() {
    depot.seed(1, 2);
    NativeId gone = depot.id("O1");
    depot.warehouse().delete(Resource.ORDERS, "O1");

    RowsRead read =
        connector.read(Depot.ORDERS, List.of(gone, new NativeId("orders", "ord_9999999")));

    assertThat(read.rows()).singleElement().satisfies(row -> assertThat(row.deleted()).isTrue());
  }

  @Test
  void live_copies_are_found_by_key() {
    depot.seed(1, 3);
    depot.warehouse().delete(Resource.ORDERS, "O2");

    assertThat(connector.find(Depot.ORDERS, List.of("O1", "O2", "O9", "with,comma")))
        .singleElement()
        .satisfies(row -> assertThat(row.id()).isEqualTo(depot.id("O1")));
  }

  @Test
  void the_connector_file_says_what_fields_there_are() {
    Metadata orders = connector.metadata(Depot.ORDERS).get(0);

    assertThat(orders.location()).isEqualTo("orders");
    assertThat(orders.fields().get("orderNumber").maxLength()).isEqualTo(40);
    assertThat(orders.fields().get("orderNumber").required()).isTrue();
    assertThat(orders.fields().get("freight").kinds()).contains(Kind.MONEY);
    assertThat(orders.fields().get("status").options()).contains("ready", "cancelled");
  }

  @Test
  void a_wrong_token_stops_the_read_and_is_not_shown() {
    FulfillmentConnector stranger =
        depot.connector(Definition.read(Depot.SHIPPED), new Bearer("s3cret-and-wrong"));

    assertThatThrownBy(() -> depot.news(stranger, START))
        .isInstanceOf(SystemUnavailable.class)
        .hasMessageContaining("401")
        .hasMessageContaining("fulfillment.auth")
        .hasMessageNotContaining("s3cret");
  }
}
