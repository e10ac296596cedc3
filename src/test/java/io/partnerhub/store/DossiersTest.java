package io.partnerhub.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Attempt;
import io.partnerhub.sync.Batch;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.Replica;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DossiersTest {

  private static final RecordType PARTNER = new RecordType("partner");
  private static final SystemName SALESFORCE = SystemName.SALESFORCE;

  private final PostgresStore store = TestStore.empty(Clock.systemUTC());

  @BeforeEach
  void one_partner_with_a_copy_and_an_attempt() {
    execute(
        "insert into record (id, type, key, agreed, origins, held)"
            + " values (7, 'partner', 'ALFKI', '{\"name\": \"Alfreds\"}', '[]', '{}')");
    execute(
        "insert into replica (record_id, system, type, state, location, native_id, key, holds,"
            + " read_began, read_ended, wrote_ended, read_again, rendering, rewrites, failures, due)"
            + " values (7, 'salesforce', 'partner', 'LINKED', 'Account', '001', 'ALFKI',"
            + " '{\"name\": \"Alfreds\"}', 3, 4, 0, 0, '[]', '{}', 0, true)");
    execute(
        "insert into attempt (id, record_id, system, type, action, location, native_id, key,"
            + " fields, content, before, hub, opened_at, lease_until)"
            + " values (9, 7, 'salesforce', 'partner', 'UPDATE', 'Account', '001', 'ALFKI',"
            + " '[\"name\"]', '{}', '{}', 'test', now(), now())");
  }

  private static void execute(String sql) {
    TestStore.jdbi().useHandle(h -> h.execute(sql));
  }

  private Dossier load() {
    return store.inTransaction(PARTNER, tx -> tx.dossiers(List.of(7L))).get(7L);
  }

  private Replica replica(Dossier dossier) {
    return dossier.replica(SALESFORCE);
  }

  @Test
  void what_did_not_change_is_not_taken_apart_again() {
    Dossier first = load();
    Dossier second = load();

    assertThat(second.record()).isSameAs(first.record());
    assertThat(replica(second)).isSameAs(replica(first));
    assertThat(second.attempts().get(0)).isSameAs(first.attempts().get(0));
  }

  @Test
  void a_row_that_another_hub_changed_is_loaded_anew_and_the_others_are_not() {
    Dossier first = load();

    execute("update replica set read_again = 12, try_at = '2026-05-04T12:00:00Z'");
    Dossier second = load();

    assertThat(replica(second).fence().readAgain()).isEqualTo(12);
    assertThat(replica(second).trouble().tryAt()).isEqualTo(Instant.parse("2026-05-04T12:00:00Z"));
    assertThat(second.record()).isSameAs(first.record());
  }

  @Test
  void an_attempt_that_was_closed_and_one_that_is_gone_are_seen() {
    load();

    execute("update attempt set closed = 15");
    assertThat(load().attempts()).extracting(Attempt::closed).containsExactly(15L);

    execute("delete from attempt");
    assertThat(load().attempts()).isEmpty();
  }

  @Test
  void a_copy_that_was_added_and_a_record_that_is_gone_are_seen() {
    load();

    execute(
        "insert into replica (record_id, system, type, state, holds, read_began, read_ended,"
            + " wrote_ended, read_again, rendering, rewrites, failures, due)"
            + " values (7, 'smartsheet', 'partner', 'ABSENT', '{}', 0, 0, 0, 0, '[]', '{}', 0, true)");
    assertThat(load().replicas()).containsOnlyKeys(SALESFORCE, SystemName.SMARTSHEET);

    execute("delete from record");
    assertThat(load()).isNull();
  }

  @Test
  void a_change_that_was_rolled_back_is_not_remembered() {
    Dossier first = load();
    Batch batch = new Batch(1, PARTNER, SALESFORCE, "Account", List.of(7L), List.of());
    Attempt more = first.attempts().get(0).numbered(10);

    store.inTransaction(
        PARTNER,
        tx -> {
          ((PostgresTransaction) tx).handle().execute("update replica set failures = 3");
          assertThat(replica(tx.dossiers(List.of(7L)).get(7L)).trouble().failures()).isEqualTo(3);
          tx.open(batch, List.of(more), Instant.now());
          assertThat(tx.dossiers(List.of(7L)).get(7L).attempts()).hasSize(2);
          ((PostgresTransaction) tx).handle().rollback();
          return null;
        });
    Dossier second = load();

    assertThat(replica(second).trouble().failures()).isZero();
    assertThat(second.attempts()).hasSize(1);
  }
}
