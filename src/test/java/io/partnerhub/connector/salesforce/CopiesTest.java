package io.partnerhub.connector.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.partnerhub.model.NativeId;
import io.partnerhub.sandbox.sim.Operation;
import io.partnerhub.sync.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CopiesTest {

  private final SimulatedOrg salesforce = new SimulatedOrg();

  @AfterEach
  void stop() {
    salesforce.close();
  }

  private List<Observation> read(List<String> ids) {
    List<NativeId> copies = ids.stream().map(SimulatedOrg::account).toList();
    return salesforce.connector().read(salesforce.mapping, copies).rows();
  }

  @Test
  void copies_2500_are_read_in_2_calls() {
    salesforce.seed(2_500);

    List<Observation> rows = read(salesforce.ids());

    assertThat(rows).hasSize(2_500).allMatch(row -> row.values().get("code") != null);
    assertThat(salesforce.calls().of(Operation.READ)).isEqualTo(2);
  }

  @Test
  void a_deleted_copy_comes_as_deleted_and_an_unknown_one_is_missing() {
    String live = salesforce.create("P-1", "Turin");
    String deleted = salesforce.create("P-2", "Rome");
    salesforce.org().delete("Account", deleted);

    List<Observation> rows = read(List.of(live, deleted, "001000000000001AAA"));

    assertThat(rows)
        .extracting(row -> row.id().id(), Observation::deleted)
        .containsExactly(tuple(live, false), tuple(deleted, true));
  }

  @Test
  void many_deleted_copies_are_asked_for_in_addresses_that_salesforce_takes() {
    salesforce.seed(1_500);
    List<String> ids = salesforce.ids();
    ids.forEach(id -> salesforce.org().delete("Account", id));
    salesforce.org().pageSize(200);

    List<Observation> rows = read(ids);

    assertThat(rows).hasSize(1_500).allMatch(Observation::deleted);
  }

  @Test
  void a_short_id_and_a_malformed_one_do_no_harm_to_the_others() {
    String id = salesforce.create("P-1", "Turin");

    List<Observation> rows = read(List.of(id.substring(0, 15), "') OR (Name != '"));

    assertThat(rows).singleElement().satisfies(row -> assertThat(row.id().id()).isEqualTo(id));
  }

  @Test
  void nothing_to_read_is_no_call() {
    assertThat(read(List.of())).isEmpty();
    assertThat(salesforce.connector().find(salesforce.mapping, List.of())).isEmpty();
    assertThat(salesforce.calls().total()).isZero();
  }

  @Test
  void live_copies_are_found_by_their_key_whatever_its_characters() {
    List<String> keys = List.of("O'Neill", "a\\b", "100%+ä", "\"x\"");
    List<String> ids = new ArrayList<>();
    keys.forEach(key -> ids.add(salesforce.create(key, "Turin")));
    salesforce.org().delete("Account", ids.get(3));

    List<Observation> found = salesforce.connector().find(salesforce.mapping, keys);

    assertThat(found)
        .extracting(row -> row.values().get("code"))
        .containsExactlyInAnyOrder("O'Neill", "a\\b", "100%+ä");
  }

  @Test
  void keys_2000_are_looked_for_in_few_calls() {
    salesforce.seed(2_000);
    List<String> keys = IntStream.range(0, 2_000).mapToObj(i -> "P-" + i).toList();

    List<Observation> found = salesforce.connector().find(salesforce.mapping, keys);

    assertThat(found).hasSize(2_000);
    assertThat(salesforce.calls().of(Operation.READ)).isLessThanOrEqualTo(3);
  }

  @Test
  void each_kind_is_read_in_its_canonical_form() {
    String id =
        salesforce
            .org()
            .create(
                "Account",
                Map.of(
                    "Name", "One",
                    "Credit_Limit__c", 1250.5,
                    "Onboarded_On__c", "2026-02-28",
                    "Last_Review__c", "2026-02-28T10:30:00.000+0100",
                    "Newsletter__c", true,
                    "Programmes__c", "Affiliate;Reseller",
                    "Partner_Status__c", "Active"));

    Map<String, String> values = read(List.of(id)).get(0).values().asMap();

    assertThat(values)
        .containsEntry("credit", "1250.5")
        .containsEntry("onboarded", "2026-02-28")
        .containsEntry("reviewed", "2026-02-28T09:30:00Z")
        .containsEntry("newsletter", "true")
        .containsEntry("programmes", "Affiliate;Reseller")
        .containsEntry("status", "Active")
        .doesNotContainKey("phone");
  }
}
