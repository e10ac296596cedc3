package io.partnerhub.connector.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.model.NativeId;
import io.partnerhub.sandbox.salesforce.Refusal;
import io.partnerhub.sandbox.sim.Fault;
import io.partnerhub.sandbox.sim.Operation;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Write;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeletesTest {

  private final SimulatedOrg salesforce = new SimulatedOrg();

  @AfterEach
  void stop() {
    salesforce.close();
  }

  private List<Outcome> write(List<Write> writes) {
    return salesforce.connector().write(salesforce.mapping, writes).outcomes();
  }

  private boolean isDeleted(String id) {
    return salesforce.org().record("Account", id).orElseThrow().path("IsDeleted").asBoolean();
  }

  @Test
  void records_1001_are_deleted_in_2_calls_of_up_to_5_collections() {
    salesforce.seed(1_001);
    List<String> ids = salesforce.ids();

    List<Outcome> outcomes = write(ids.stream().map(SimulatedOrg::delete).toList());

    assertThat(outcomes).hasSize(1_001).allMatch(Outcome.Written.class::isInstance);
    assertThat(salesforce.calls().of(Operation.WRITE)).isEqualTo(2);
    assertThat(ids).allMatch(this::isDeleted);
  }

  @Test
  void a_delete_answers_the_copys_own_id() {
    String id = salesforce.create("P-1", "Turin");

    Outcome outcome = salesforce.write(SimulatedOrg.delete(id));

    assertThat(outcome).isInstanceOf(Outcome.Written.class);
    assertThat(((Outcome.Written) outcome).id())
        .isEqualTo(new NativeId("Account", SalesforceId.widen(id)));
  }

  @Test
  void what_was_deleted_before_is_gone() {
    String id = salesforce.create("P-1", "Turin");
    salesforce.write(SimulatedOrg.delete(id));

    assertThat(salesforce.write(SimulatedOrg.delete(id))).isInstanceOf(Outcome.Gone.class);
  }

  @Test
  void a_refused_delete_stops_neither_the_others_nor_the_updates_beside_it() {
    String kept = salesforce.create("P-1", "Turin");
    String gone = salesforce.create("P-2", "Rome");
    String moved = salesforce.create("P-3", "Rome");
    salesforce.org().refuse(new Refusal(kept, "DELETE_FAILED", "It has open orders", List.of(), 1));

    List<Outcome> outcomes =
        write(
            List.of(
                SimulatedOrg.delete(kept),
                SimulatedOrg.update(moved, Map.of("city", "Milan")),
                SimulatedOrg.delete(gone)));

    assertThat(outcomes.get(0))
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            no -> assertThat(no.reason().message()).contains("It has open orders"));
    assertThat(outcomes.get(1)).isInstanceOf(Outcome.Written.class);
    assertThat(outcomes.get(2)).isInstanceOf(Outcome.Written.class);
    assertThat(isDeleted(kept)).isFalse();
    assertThat(isDeleted(gone)).isTrue();
    assertThat(salesforce.cityOf(moved)).isEqualTo("Milan");
  }

  @Test
  void a_delete_whose_answer_is_lost_is_of_unknown_end() {
    String id = salesforce.create("P-1", "Turin");
    salesforce.next("POST", "/composite", new Fault.CutAfter());

    assertThat(salesforce.write(SimulatedOrg.delete(id))).isInstanceOf(Outcome.Unknown.class);
    assertThat(isDeleted(id)).isTrue();
  }
}
