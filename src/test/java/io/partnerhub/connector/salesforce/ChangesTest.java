package io.partnerhub.connector.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.connector.salesforce.SimulatedOrg.Poll;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sync.Observation;
import io.partnerhub.sync.system.Checkpoint;
import io.partnerhub.sync.system.News;
import io.partnerhub.sync.system.Page;
import io.partnerhub.sync.system.Source;
import io.partnerhub.sync.system.SystemUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChangesTest {

  private static final Checkpoint START = Checkpoint.start("Account");

  private final SimulatedOrg salesforce = new SimulatedOrg();

  @AfterEach
  void stop() {
    salesforce.close();
  }

  private Poll settled() {
    Poll poll = salesforce.poll(START);
    salesforce.clock.advance(ConnectedHub.OVERLAP);
    return salesforce.poll(poll.next());
  }

  @Test
  void a_first_read_tells_every_live_record_in_canonical_values() {
    String id = salesforce.create("P-1", "Turin");
    salesforce.org().delete("Account", salesforce.create("P-2", "Rome"));

    Poll poll = salesforce.poll(START);

    assertThat(poll.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.id()).isEqualTo(SimulatedOrg.account(id));
              assertThat(row.values().asMap())
                  .containsEntry("code", "P-1")
                  .containsEntry("city", "Turin");
              assertThat(row.stamp()).isEqualTo(salesforce.now());
              assertThat(row.deleted()).isFalse();
              assertThat(row.changedByHub()).isFalse();
              assertThat(row.createdByHub()).isFalse();
            });
    assertThat(poll.next().complete()).isTrue();
  }

  @Test
  void several_pages_tell_every_record_once_and_only_the_last_completes() {
    salesforce.seed(25);
    salesforce.org().pageSize(10);

    Page first = salesforce.page(START, null);
    Poll all = salesforce.poll(START);

    assertThat(first.rows()).hasSize(10);
    assertThat(first.next().complete()).isFalse();
    assertThat(all.ids()).hasSize(25).doesNotHaveDuplicates();
    assertThat(all.next().complete()).isTrue();
  }

  @Test
  void a_settled_quiet_source_costs_one_call_and_no_row() {
    salesforce.seed(25);
    Poll settled = settled();
    long before = salesforce.calls().total();

    Poll quiet = salesforce.poll(settled.next());

    assertThat(settled.next().settled()).isTrue();
    assertThat(quiet.rows()).isEmpty();
    assertThat(quiet.next()).isEqualTo(settled.next());
    assertThat(salesforce.calls().total() - before).isEqualTo(1);
  }

  @Test
  void an_edit_after_a_settled_watermark_is_told_and_unsettles_it() {
    String id = salesforce.create("P-1", "Turin");
    Poll settled = settled();
    salesforce.edit(id, "Milan");

    Poll poll = salesforce.poll(settled.next());

    assertThat(poll.rows())
        .singleElement()
        .satisfies(r -> assertThat(r.values().get("city")).isEqualTo("Milan"));
    assertThat(poll.next().settled()).isFalse();
    assertThat(poll.next().watermark()).isEqualTo(salesforce.now());
  }

  @Test
  void a_second_edit_in_the_second_of_the_watermark_is_told() {
    String id = salesforce.create("P-1", "Turin");
    Checkpoint first = salesforce.poll(START).next();
    salesforce.edit(id, "Milan");

    assertThat(salesforce.poll(first).rows())
        .singleElement()
        .satisfies(row -> assertThat(row.values().get("city")).isEqualTo("Milan"));
  }

  @Test
  void an_edit_that_appears_behind_the_watermark_is_told_within_the_overlap() {
    String late = salesforce.create("P-1", "Turin");
    String other = salesforce.create("P-2", "Rome");
    Checkpoint first = settled().next();
    salesforce
        .org()
        .editLate("Account", late, Map.of("BillingCity", "Milan"), Duration.ofSeconds(60));
    salesforce.clock.advance(Duration.ofSeconds(10));
    salesforce.edit(other, "Naples");
    Poll before = salesforce.poll(first);
    salesforce.clock.advance(Duration.ofSeconds(60));

    Poll after = salesforce.poll(before.next());

    assertThat(before.ids()).containsExactly(other);
    assertThat(after.ids()).contains(late);
  }

  @Test
  void an_edit_that_appears_behind_a_settled_watermark_is_told_by_the_second_pass() {
    String late = salesforce.create("P-1", "Turin");
    String other = salesforce.create("P-2", "Rome");
    Checkpoint first = settled().next();
    salesforce
        .org()
        .editLate("Account", late, Map.of("BillingCity", "Milan"), Duration.ofMinutes(30));
    salesforce.clock.advance(Duration.ofSeconds(10));
    salesforce.edit(other, "Naples");
    Checkpoint found = salesforce.poll(first).next();
    salesforce.clock.advance(Duration.ofMinutes(31));
    Checkpoint settled = salesforce.poll(found).next();

    Poll poll = salesforce.poll(settled);
    Page second =
        salesforce
            .connector()
            .secondPass(salesforce.mapping, settled, null, salesforce.now())
            .orElseThrow();

    assertThat(poll.ids()).isEmpty();
    assertThat(second.rows())
        .filteredOn(row -> row.id().id().equals(late))
        .singleElement()
        .satisfies(row -> assertThat(row.values().get("city")).isEqualTo("Milan"));
    assertThat(second.next()).isEqualTo(settled);
  }

  @Test
  void the_second_pass_goes_through_its_pages_and_before_the_first_row_there_is_none() {
    salesforce.seed(25);
    Checkpoint read = salesforce.poll(START).next();
    salesforce.org().pageSize(20);

    Page first = secondPass(read, null);
    Page last = secondPass(first.next(), first.cursor());

    assertThat(first.rows()).hasSize(20);
    assertThat(last.rows()).hasSize(5);
    assertThat(last.cursor()).isNull();
    assertThat(salesforce.connector().secondPass(salesforce.mapping, START, null, salesforce.now()))
        .isEmpty();
  }

  private Page secondPass(Checkpoint from, String cursor) {
    return salesforce
        .connector()
        .secondPass(salesforce.mapping, from, cursor, salesforce.now())
        .orElseThrow();
  }

  @Test
  void a_deletion_is_told_in_the_same_call() {
    String id = salesforce.create("P-1", "Turin");
    Checkpoint settled = settled().next();
    salesforce.clock.advance(Duration.ofSeconds(1));
    salesforce.org().delete("Account", id);
    long before = salesforce.calls().total();

    Poll poll = salesforce.poll(settled);

    assertThat(poll.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.id().id()).isEqualTo(id);
              assertThat(row.deleted()).isTrue();
            });
    assertThat(salesforce.calls().total() - before).isEqualTo(1);
  }

  @Test
  void what_the_hub_itself_wrote_is_told_as_the_hubs() {
    salesforce.write(SimulatedOrg.add(Map.of("code", "P-1", "name", "One")));
    Observation made = salesforce.poll(START).rows().get(0);
    salesforce.edit("P-1", "Milan");
    Observation edited = salesforce.poll(START).rows().get(0);

    assertThat(made.changedByHub()).isTrue();
    assertThat(made.createdByHub()).isTrue();
    assertThat(edited.changedByHub()).isFalse();
    assertThat(edited.createdByHub()).isTrue();
  }

  @Test
  void a_read_survives_the_end_of_the_session() {
    salesforce.seed(3);
    salesforce.poll(START);
    salesforce.org().expireTokens();

    assertThat(salesforce.poll(START).rows()).hasSize(3);
  }

  @Test
  void a_gateways_page_stops_the_read_and_the_next_read_begins_where_it_stood() {
    salesforce.seed(25);
    salesforce.org().pageSize(10);
    Page first = salesforce.page(START, null);
    salesforce.next("GET", "/query", new Fault.Html());

    assertThatThrownBy(() -> salesforce.page(first.next(), first.cursor()))
        .isInstanceOfSatisfying(
            SystemUnavailable.class, e -> assertThat(e.reason().code()).isEqualTo("HTML_ANSWER"));
    assertThat(salesforce.poll(first.next()).ids()).hasSize(25);
  }

  @Test
  void an_org_without_calls_left_is_told_with_its_reason_and_its_figures() {
    salesforce.seed(1);
    salesforce.poll(START);
    salesforce.org().dailyCalls(1);

    assertThatThrownBy(() -> salesforce.poll(START))
        .isInstanceOfSatisfying(
            SystemUnavailable.class,
            e -> assertThat(e.reason().code()).isEqualTo("REQUEST_LIMIT_EXCEEDED"));
    assertThat(salesforce.connector().usage().max()).isEqualTo(1);
  }

  @Test
  void one_object_alone_is_asked_for_its_changes_at_once() {
    List<News> news =
        salesforce
            .connector()
            .news(List.of(new Source(salesforce.mapping, START)), salesforce.now());

    assertThat(news).containsExactly(new News.Perhaps());
    assertThat(salesforce.calls().total()).isZero();
  }
}
