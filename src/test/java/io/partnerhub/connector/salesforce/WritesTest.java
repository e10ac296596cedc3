package io.partnerhub.connector.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.model.NativeId;
import io.partnerhub.model.Values;
import io.partnerhub.sandbox.salesforce.Refusal;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sandbox.sim.Operation;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WritesTest {

  private final SimulatedOrg salesforce = new SimulatedOrg();

  @AfterEach
  void stop() {
    salesforce.close();
  }

  private List<Outcome> write(List<Write> writes) {
    return salesforce.connector().write(salesforce.mapping, writes).outcomes();
  }

  private static Write named(String code) {
    return SimulatedOrg.add(Map.of("code", code, "name", "Partner " + code));
  }

  @Test
  void a_call_takes_as_many_writes_as_the_connector_says() {
    int most = salesforce.connector().callSize(salesforce.mapping);

    write(IntStream.range(0, most).mapToObj(i -> named("A-" + i)).toList());
    assertThat(salesforce.calls().of(Operation.WRITE)).isEqualTo(1);

    write(IntStream.range(0, most + 1).mapToObj(i -> named("B-" + i)).toList());
    assertThat(salesforce.calls().of(Operation.WRITE)).isEqualTo(3);
  }

  @Test
  void records_2500_are_written_in_3_calls() {
    salesforce.seed(1_000);
    List<Write> writes = new ArrayList<>();
    salesforce.ids().forEach(id -> writes.add(SimulatedOrg.update(id, Map.of("city", "Turin"))));
    for (int i = 0; i < 1_500; i++) {
      writes.add(named("N-" + i));
    }

    List<Outcome> outcomes = write(writes);

    assertThat(outcomes).hasSize(2_500).allMatch(Outcome.Written.class::isInstance);
    assertThat(salesforce.calls().of(Operation.WRITE)).isEqualTo(3);
    assertThat(salesforce.cityOf("P-999")).isEqualTo("Turin");
    assertThat(salesforce.org().records("Account")).hasSize(2_500);
  }

  @Test
  void an_update_leaves_the_fields_alone_that_it_does_not_name_and_empties_those_without_a_value() {
    String id = salesforce.create("P-1", "Turin");
    salesforce.org().edit("Account", id, Map.of("Phone", "+39 011"));

    salesforce.write(
        new Write(
            1,
            Write.Action.UPDATE,
            SimulatedOrg.account(id),
            null,
            Set.of("phone"),
            Values.of(Map.of("city", "Rome"))));

    assertThat(salesforce.cityOf(id)).isEqualTo("Turin");
    assertThat(salesforce.org().record("Account", id).orElseThrow().path("Phone").isNull())
        .isTrue();
  }

  @Test
  void what_looks_like_a_reference_to_another_part_of_the_call_is_written_as_it_stands() {
    String first = salesforce.create("P-1", "Turin");
    List<Write> writes = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      writes.add(named("N-" + i));
    }
    writes.add(SimulatedOrg.add(Map.of("code", "R-1", "name", "see @{a.b}")));
    writes.add(SimulatedOrg.add(Map.of("code", "R-2", "name", "@{group0[0].id}")));
    writes.add(SimulatedOrg.update(first, Map.of("city", "@{group0[0].id}")));

    List<Outcome> outcomes = write(writes);

    assertThat(outcomes).allMatch(Outcome.Written.class::isInstance);
    assertThat(nameOf("R-1")).isEqualTo("see @{a.b}");
    assertThat(nameOf("R-2")).isEqualTo("@{group0[0].id}");
    assertThat(salesforce.cityOf(first)).isEqualTo("@{group0[0].id}");
    assertThat(salesforce.calls().of(Operation.WRITE)).isEqualTo(3);
  }

  @Test
  void a_refused_record_that_goes_in_a_call_of_its_own_stops_no_other() {
    String first = salesforce.create("P-1", "Turin");
    String second = salesforce.create("P-2", "Rome");

    List<Outcome> outcomes =
        write(
            List.of(
                SimulatedOrg.update(first, Map.of("city", "@{a}" + "x".repeat(255))),
                SimulatedOrg.update(second, Map.of("city", "@{a}"))));

    assertThat(outcomes.get(0)).isInstanceOf(Outcome.Rejected.class);
    assertThat(outcomes.get(1)).isInstanceOf(Outcome.Written.class);
    assertThat(salesforce.cityOf(second)).isEqualTo("@{a}");
  }

  private String nameOf(String code) {
    return salesforce.org().record("Account", code).orElseThrow().path("Name").asText();
  }

  @Test
  void an_add_tells_the_new_records_long_id() {
    Outcome outcome = salesforce.write(named("P-1"));

    String id = salesforce.org().record("Account", "P-1").orElseThrow().path("Id").asText();
    assertThat(outcome).isEqualTo(new Outcome.Written(new NativeId("Account", id), null));
    assertThat(id).hasSize(18);
  }

  @Test
  void one_refused_record_does_not_stop_the_others_and_outcomes_keep_their_order() {
    String first = salesforce.create("P-1", "Turin");
    String second = salesforce.create("P-2", "Rome");
    salesforce
        .org()
        .refuse(
            new Refusal(second, "FIELD_CUSTOM_VALIDATION_EXCEPTION", "Ask finance", List.of(), 1));

    List<Outcome> outcomes =
        write(
            List.of(
                named("P-3"),
                SimulatedOrg.update(second, Map.of("city", "Milan")),
                SimulatedOrg.update(first, Map.of("city", "Milan"))));

    assertThat(outcomes.get(0)).isInstanceOf(Outcome.Written.class);
    assertThat(outcomes.get(1))
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            no -> assertThat(no.reason().message()).contains("Ask finance"));
    assertThat(outcomes.get(2)).isInstanceOf(Outcome.Written.class);
    assertThat(salesforce.cityOf(first)).isEqualTo("Milan");
    assertThat(salesforce.cityOf(second)).isEqualTo("Rome");
  }

  @Test
  void a_text_that_is_too_long_is_refused_by_field_and_length() {
    String id = salesforce.create("P-1", "Turin");

    Outcome outcome = salesforce.write(SimulatedOrg.update(id, Map.of("city", "x".repeat(41))));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            no ->
                assertThat(no.reason().message())
                    .isEqualTo("Salesforce refused BillingCity: longer than 40 characters"));
  }

  @Test
  void an_add_with_a_key_that_exists_names_the_record_that_has_it_and_changes_nothing() {
    String id = salesforce.create("P-1", "Turin");

    Outcome outcome =
        salesforce.write(SimulatedOrg.add(Map.of("code", "P-1", "name", "Other", "city", "Rome")));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Duplicate.class, twin -> assertThat(twin.existingId()).isEqualTo(id));
    assertThat(salesforce.cityOf(id)).isEqualTo("Turin");
    assertThat(salesforce.org().records("Account")).hasSize(1);
  }

  @Test
  void an_update_of_a_deleted_record_is_gone_and_does_not_make_a_new_one() {
    String id = salesforce.create("P-1", "Turin");
    salesforce.org().delete("Account", id);

    Outcome outcome = salesforce.write(SimulatedOrg.update(id, Map.of("city", "Rome")));

    assertThat(outcome).isInstanceOf(Outcome.Gone.class);
    assertThat(salesforce.org().records("Account")).hasSize(1);
  }

  @Test
  void an_update_of_a_record_that_never_was_or_is_hidden_is_no_deletion() {
    assertThat(salesforce.write(SimulatedOrg.update("001000000000001AAA", Map.of("city", "Rome"))))
        .isInstanceOf(Outcome.RetryLater.class);
  }

  @Test
  void a_locked_record_is_tried_later() {
    String id = salesforce.create("P-1", "Turin");
    salesforce
        .org()
        .refuse(new Refusal(id, "UNABLE_TO_LOCK_ROW", "unable to obtain lock", List.of(), 1));

    assertThat(salesforce.write(SimulatedOrg.update(id, Map.of("city", "Rome"))))
        .isInstanceOf(Outcome.RetryLater.class);
  }

  @Test
  void after_a_lock_fewer_records_share_a_collection_until_calls_pass_again() {
    salesforce.seed(1_000);
    List<String> ids = salesforce.ids();
    salesforce
        .org()
        .refuse(
            new Refusal(ids.get(0), "UNABLE_TO_LOCK_ROW", "unable to obtain lock", List.of(), 1));
    List<Write> all =
        ids.stream().map(i -> SimulatedOrg.update(i, Map.of("city", "Rome"))).toList();

    List<Outcome> first = write(all.subList(0, 200));
    long whole = salesforce.calls().of(Operation.WRITE);
    write(all);
    long halves = salesforce.calls().of(Operation.WRITE) - whole;
    write(all);
    long wholeAgain = salesforce.calls().of(Operation.WRITE) - whole - halves;

    assertThat(first).filteredOn(Outcome.RetryLater.class::isInstance).hasSize(1);
    assertThat(List.of(whole, halves, wholeAgain)).containsExactly(1L, 2L, 1L);
  }

  @Test
  void an_answer_lost_after_the_effect_is_unknown_and_the_write_was_made_once() {
    salesforce.next("POST", "/composite", new Fault.CutAfter());

    Outcome outcome = salesforce.write(named("P-1"));

    assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
    assertThat(salesforce.org().records("Account")).hasSize(1);
    assertThat(salesforce.calls().of(Operation.WRITE)).isEqualTo(1);
  }

  @Test
  void a_call_lost_before_the_effect_is_as_unknown() {
    salesforce.next("POST", "/composite", new Fault.CutBefore());

    assertThat(salesforce.write(named("P-1"))).isInstanceOf(Outcome.Unknown.class);
    assertThat(salesforce.org().records("Account")).isEmpty();
  }

  @Test
  void a_gateways_page_and_an_empty_answer_are_unknown() {
    salesforce.next("POST", "/composite", new Fault.Html());
    salesforce.next("POST", "/composite", new Fault.Empty());
    salesforce.next("POST", "/composite", new Fault.Failure(503, "SERVER_UNAVAILABLE", "busy"));

    assertThat(salesforce.write(named("P-1"))).isInstanceOf(Outcome.Unknown.class);
    assertThat(salesforce.write(named("P-1"))).isInstanceOf(Outcome.Unknown.class);
    assertThat(salesforce.write(named("P-1"))).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void an_org_without_calls_left_has_written_nothing() {
    salesforce.next("POST", "/composite", new Fault.RateLimit());

    assertThat(salesforce.write(named("P-1"))).isInstanceOf(Outcome.RetryLater.class);
    assertThat(salesforce.calls().of(Operation.WRITE)).isEqualTo(1);
  }

  @Test
  void a_write_survives_the_end_of_the_session_without_being_made_twice() {
    salesforce.write(named("P-1"));
    salesforce.org().expireTokens();

    assertThat(salesforce.write(named("P-2"))).isInstanceOf(Outcome.Written.class);
    assertThat(salesforce.org().records("Account")).hasSize(2);
  }

  @Test
  void a_full_call_after_the_end_of_the_session_arrives_whole_and_once() {
    salesforce.write(named("P-1"));
    salesforce.org().expireTokens();
    List<Write> writes = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      writes.add(named("N-" + i));
    }

    List<Outcome> outcomes = write(writes);

    assertThat(outcomes).allMatch(Outcome.Written.class::isInstance);
    assertThat(salesforce.org().records("Account")).hasSize(1_001);
  }

  @Test
  void after_a_lost_answer_the_rest_of_the_batch_is_not_tried() {
    salesforce.next("POST", "/composite", new Fault.CutAfter());

    List<Outcome> outcomes = write(adds(1_001));

    assertThat(salesforce.calls().of(Operation.WRITE)).isEqualTo(1);
    assertThat(outcomes.subList(0, 1_000)).hasOnlyElementsOfType(Outcome.Unknown.class);
    assertThat(outcomes.get(1_000)).isInstanceOf(Outcome.RetryLater.class);
  }

  @Test
  void an_org_without_calls_left_is_asked_once_for_a_whole_batch() {
    salesforce.next("POST", "/composite", new Fault.RateLimit());

    List<Outcome> outcomes = write(adds(1_001));

    assertThat(salesforce.calls().of(Operation.WRITE)).isEqualTo(1);
    assertThat(outcomes)
        .allSatisfy(
            outcome ->
                assertThat(((Outcome.RetryLater) outcome).reason().kind())
                    .isEqualTo(ReasonClass.BUDGET));
  }

  private static List<Write> adds(int count) {
    return IntStream.range(0, count).mapToObj(i -> named("N-" + i)).toList();
  }

  @Test
  void a_move_to_another_object_is_refused_without_a_call() {
    Write move =
        new Write(
            1,
            Write.Action.MOVE,
            SimulatedOrg.account("001000000000001AAA"),
            "Partner__c",
            Set.of("city"),
            Values.of(Map.of("city", "Rome")));

    assertThat(salesforce.write(move)).isInstanceOf(Outcome.Rejected.class);
    assertThat(salesforce.calls().total()).isZero();
  }
}
