package io.partnerhub.connector.fulfillment;

import static io.partnerhub.connector.fulfillment.Depot.add;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.connector.fulfillment.FulfillmentSettings.Bearer;
import io.partnerhub.connector.fulfillment.FulfillmentSettings.ClientCredentials;
import io.partnerhub.model.Values;
import io.partnerhub.sandbox.fulfillment.Resource;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sandbox.sim.FaultRule;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Outcome.RetryLater;
import io.partnerhub.sync.Outcome.Unknown;
import io.partnerhub.sync.Outcome.Written;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.Write;
import io.partnerhub.sync.system.Checkpoint;
import io.partnerhub.sync.system.SystemUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FaultsTest {

  private static final String ORDERS = "/orders";
  private static final String WRITES = "/orders(/batch)?$";

  private final Depot depot = new Depot();
  private final FulfillmentConnector connector = depot.connector();

  @AfterEach
  void stop() {
    depot.close();
  }

  private List<Outcome> addTwo() {
    return connector
        .write(Depot.ORDERS, List.of(add(1, "O1", Map.of()), add(2, "O2", Map.of())))
        .outcomes();
  }

  private void read() {
    depot.news(connector, Checkpoint.start("orders"));
  }

  static List<Fault> answersThatTellNothing() {
    return List.of(
        new Fault.CutBefore(),
        new Fault.CutAfter(),
        new Fault.Html(),
        new Fault.Empty(),
        new Fault.RawAnswer(200, "{}"),
        new Fault.RawAnswer(200, "[1,2]"),
        new Fault.RawAnswer(200, "{\"results\": [{\"status\": 201}]}"),
        new Fault.RawAnswer(201, "{\"id\": \"ord_1\", \"orderNumber\": \"another\"}"),
        new Fault.RawAnswer(408, "<html>Too slow</html>"));
  }

  @ParameterizedTest
  @MethodSource("answersThatTellNothing")
  void an_answer_that_tells_nothing_leaves_every_record_of_its_call_unknown(Fault fault) {
    depot.fault("POST", WRITES, fault);
    assertThat(addTwo()).hasSize(2).allSatisfy(o -> assertThat(o).isInstanceOf(Unknown.class));

    depot.fault("POST", WRITES, fault);
    assertThat(Depot.write(connector, add(3, "O3", Map.of()))).isInstanceOf(Unknown.class);
  }

  @Test
  void a_record_that_the_hub_may_not_delete_stops_no_other() {
    depot.seed(1, 3);
    depot.fault("DELETE", depot.id("O1").id(), new Fault.Failure(403, "forbidden", "not this one"));

    List<Outcome> outcomes =
        connector.write(Depot.ORDERS, List.of(delete("O1"), delete("O2"), delete("O3"))).outcomes();

    assertThat(outcomes.get(0))
        .isInstanceOfSatisfying(
            RetryLater.class, o -> assertThat(o.reason().kind()).isEqualTo(ReasonClass.PERMISSION));
    assertThat(outcomes.subList(1, 3)).allSatisfy(o -> assertThat(o).isInstanceOf(Written.class));
    assertThat(depot.orders()).hasSize(1);
  }

  private Write delete(String number) {
    return new Write(
        1,
        Write.Action.DELETE,
        depot.id(number),
        null,
        Set.of(),
        Values.none(),
        depot.order(number).path("version").asText());
  }

  static List<Fault> readsThatTellNothing() {
    return List.of(
        new Fault.CutBefore(),
        new Fault.Html(),
        new Fault.Empty(),
        new Fault.RawAnswer(200, "{}"),
        new Fault.RawAnswer(200, "{\"items\": [{}], \"more\": false}"),
        new Fault.RawAnswer(200, "{\"items\": [], \"more\": true}"),
        new Fault.RawAnswer(404, "<html>Not found</html>"),
        new Fault.RawAnswer(302, ""),
        new Fault.Failure(500, "", "broken"),
        new Fault.Failure(503, "", "closed"),
        new Fault.RateLimit());
  }

  @ParameterizedTest
  @MethodSource("readsThatTellNothing")
  void an_answer_that_tells_nothing_is_no_empty_list(Fault fault) {
    depot.seed(1, 2);
    depot.fault("GET", ORDERS, fault);

    assertThatThrownBy(this::read).isInstanceOf(SystemUnavailable.class);
  }

  @Test
  void a_gateways_not_found_is_no_deletion() {
    depot.seed(1, 2);
    Write one = depot.fresh(connector, "O1", Map.of("notes", "x"));
    Write two = depot.fresh(connector, "O2", Map.of("notes", "x"));
    depot.fault("PATCH", ORDERS, new Fault.RawAnswer(404, "<html>No such page</html>"));
    assertThat(Depot.write(connector, one)).isInstanceOf(RetryLater.class);

    depot.fault("POST", "batch", new Fault.Failure(404, "not-found", "no such path"));
    assertThat(connector.write(Depot.ORDERS, List.of(one, two)).outcomes())
        .hasOnlyElementsOfType(RetryLater.class);
  }

  @Test
  void too_many_calls_pause_everything_for_as_long_as_the_api_asks() {
    depot.fault("POST", WRITES, new Fault.RateLimit());
    List<Outcome> outcomes = addTwo();
    long before = depot.calls();

    assertThat(outcomes)
        .allSatisfy(
            o ->
                assertThat(o)
                    .isInstanceOfSatisfying(
                        RetryLater.class,
                        r -> assertThat(r.after()).isEqualTo(Duration.ofSeconds(1))));
    assertThatThrownBy(this::read).isInstanceOf(SystemUnavailable.class);
    assertThat(depot.calls()).isEqualTo(before);
    depot.clock.advance(Duration.ofSeconds(1));
    assertThat(addTwo()).hasOnlyElementsOfType(Written.class);
  }

  @Test
  void a_closed_api_is_asked_once_and_the_rest_is_put_off() {
    depot.fault("POST", WRITES, new Fault.Failure(503, "", "closed"));
    List<Write> writes =
        IntStream.rangeClosed(1, 600).mapToObj(n -> add(n, "O" + n, Map.of())).toList();

    assertThat(connector.write(Depot.ORDERS, writes).outcomes())
        .hasOnlyElementsOfType(RetryLater.class);
    assertThat(depot.calls()).isEqualTo(1);
  }

  @Test
  void a_batch_that_is_refused_whole_is_halved_until_the_culprit_is_alone() {
    depot
        .server
        .faults()
        .add(
            new FaultRule(
                "POST",
                Pattern.compile("orders"),
                "O13\"",
                FaultRule.FOREVER,
                new Fault.Failure(413, "too-large", "too large")));

    List<Outcome> outcomes = connector.write(Depot.ORDERS, twenty()).outcomes();

    assertThat(outcomes.stream().filter(Written.class::isInstance)).hasSize(19);
    assertThat(outcomes.get(12)).isInstanceOf(Outcome.Rejected.class);
  }

  @Test
  void one_record_of_500_that_is_refused_whole_is_found_in_19_calls() {
    depot
        .server
        .faults()
        .add(
            new FaultRule(
                "POST",
                Pattern.compile("orders"),
                "O137\"",
                FaultRule.FOREVER,
                new Fault.Failure(413, "too-large", "too large")));

    List<Outcome> outcomes = connector.write(Depot.ORDERS, numbered(500)).outcomes();

    assertThat(depot.calls()).isLessThanOrEqualTo(19);
    assertThat(outcomes.stream().filter(Written.class::isInstance)).hasSize(499);
    assertThat(outcomes.get(136)).isInstanceOf(Outcome.Rejected.class);
  }

  @Test
  void what_a_write_has_no_calls_left_for_waits_and_is_not_rejected_for_another() {
    depot
        .server
        .faults()
        .add(
            new FaultRule(
                "POST",
                Pattern.compile("orders"),
                "",
                FaultRule.FOREVER,
                new Fault.Failure(413, "too-large", "too large")));

    List<Outcome> outcomes = connector.write(Depot.ORDERS, numbered(500)).outcomes();

    assertThat(depot.calls()).isEqualTo(41);
    assertThat(outcomes.stream().filter(RetryLater.class::isInstance)).hasSizeGreaterThan(480);
  }

  @Test
  void a_record_that_breaks_the_server_leaves_the_others_written() {
    breakServer("O13\"");

    List<Outcome> outcomes = connector.write(Depot.ORDERS, twenty()).outcomes();

    assertThat(outcomes.stream().filter(Written.class::isInstance)).hasSize(19);
    assertThat(outcomes.get(12)).isInstanceOf(Unknown.class);
    assertThat(depot.orders()).hasSize(19);
  }

  @Test
  void a_server_that_fails_over_everything_is_soon_left_alone() {
    breakServer("");

    assertThat(connector.write(Depot.ORDERS, twenty()).outcomes())
        .hasOnlyElementsOfType(Unknown.class);
    assertThat(depot.calls()).isEqualTo(3);
    assertThat(Depot.write(connector, add("O1"))).isInstanceOf(Unknown.class);
  }

  @Test
  void an_update_that_the_broken_answer_hid_is_not_taken_for_unwritten() {
    depot.seed(1, 2);
    Write one = depot.fresh(connector, "O1", Map.of("notes", "hub"));
    Write two = depot.fresh(connector, "O2", Map.of("notes", "hub"));
    depot.fault("POST", "batch", new Fault.Failure(500, "", "broken"));
    depot.warehouse().edit(Resource.ORDERS, "O1", Map.of("notes", "as if it had landed"));

    assertThat(connector.write(Depot.ORDERS, List.of(one, two)).outcomes())
        .hasExactlyElementsOfTypes(Unknown.class, Written.class);
  }

  @Test
  void what_was_sent_before_is_not_taken_for_unwritten_when_its_half_is_refused_whole() {
    List<Write> four = List.of(add("O1"), add("O2"), add("O3"), add("O4"));
    depot.fault("POST", "batch", new Fault.Failure(500, "", "broken"));
    FaultRule onFirst = FaultRule.once("POST", "orders", new Fault.Failure(413, "", "too large"));
    depot.server.faults().add(onFirst.containing("O1\""));
    FaultRule thenFull = FaultRule.once("POST", "orders", new Fault.RateLimit());
    depot.server.faults().add(thenFull.containing("O1\""));

    assertThat(connector.write(Depot.ORDERS, four).outcomes())
        .hasExactlyElementsOfTypes(Unknown.class, Unknown.class, Written.class, Written.class);
  }

  private void breakServer(String over) {
    depot
        .server
        .faults()
        .add(
            new FaultRule(
                "POST",
                Pattern.compile("orders"),
                over,
                FaultRule.FOREVER,
                new Fault.Failure(500, "", "broken")));
  }

  private static List<Write> twenty() {
    return numbered(20);
  }

  private static List<Write> numbered(int records) {
    return IntStream.rangeClosed(1, records).mapToObj(n -> add(n, "O" + n, Map.of())).toList();
  }

  @Test
  void an_api_that_cannot_be_reached_is_none_that_may_have_written() {
    depot.server.close();

    assertThat(addTwo())
        .hasOnlyElementsOfType(RetryLater.class)
        .extracting(o -> ((RetryLater) o).reason().code())
        .containsOnly("NO_CONNECTION");
  }

  @Test
  void a_silent_api_is_given_up() {
    FulfillmentConnector impatient =
        depot.connector(
            Definition.read(Depot.SHIPPED),
            new Bearer(depot.client.token()),
            Duration.ofSeconds(2));
    depot.fault("POST", WRITES, new Fault.HoldBefore());

    assertThat(Depot.write(impatient, add("O1")))
        .isInstanceOfSatisfying(
            Unknown.class, u -> assertThat(u.reason().code()).isEqualTo("NO_ANSWER"));
  }

  @Test
  void an_expired_token_is_replaced_within_the_call() {
    FulfillmentConnector client =
        depot.connector(
            Definition.read(Depot.SHIPPED),
            new ClientCredentials(depot.client.id(), depot.client.secret()));
    assertThat(Depot.write(client, add(1, "O1", Map.of()))).isInstanceOf(Written.class);
    depot.warehouse().expireTokens(false);

    assertThat(Depot.write(client, add(2, "O2", Map.of()))).isInstanceOf(Written.class);
    depot.clock.advance(Duration.ofHours(2));
    assertThat(Depot.write(client, add(3, "O3", Map.of()))).isInstanceOf(Written.class);
    assertThat(depot.server.counters().snapshot().of("POST /oauth/token")).isEqualTo(3);
  }

  @Test
  void wrong_client_credentials_are_refused_once_a_call_and_not_shown() {
    FulfillmentConnector stranger =
        depot.connector(
            Definition.read(Depot.SHIPPED), new ClientCredentials("partner-hub", "s3cret-wrong"));

    assertThat(Depot.write(stranger, add("O1")))
        .isInstanceOfSatisfying(
            RetryLater.class,
            later -> assertThat(later.reason().message()).contains("401").doesNotContain("s3cret"));
    assertThat(depot.server.counters().snapshot().of("POST /oauth/token")).isEqualTo(1);
  }

  @Test
  void a_lasting_token_that_expired_puts_writes_off_until_it_is_good_again() {
    depot.warehouse().expireTokens(true);
    assertThat(addTwo()).hasOnlyElementsOfType(RetryLater.class);
    depot.warehouse().renewToken();
    assertThat(addTwo()).hasOnlyElementsOfType(Written.class);
  }
}
