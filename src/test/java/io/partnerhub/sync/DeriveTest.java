package io.partnerhub.sync;

import static io.partnerhub.model.SystemName.FULFILLMENT;
import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.sync.RollupWorld.ACTIVATION;
import static io.partnerhub.sync.RollupWorld.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.MappingSet;
import io.partnerhub.model.SystemName;
import io.partnerhub.store.TestStore;
import io.partnerhub.sync.kin.Derive;
import io.partnerhub.sync.merge.Due;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Partners' fields follow from their activations. */
class DeriveTest {

  @TempDir private Path directory;
  private final RollupWorld world = new RollupWorld().read();

  private static Map<String, String> activation(String number, String partner, String... more) {
    Map<String, String> values = new HashMap<>(Map.of("number", number, "partner", partner));
    for (int i = 0; i < more.length; i += 2) {
      values.put(more[i], more[i + 1]);
    }
    return values;
  }

  private void activate(String number, String partner, String... more) {
    world.see(ACTIVATION, SALESFORCE, "sf-" + number, activation(number, partner, more));
  }

  @Test
  void a_partner_without_children_shows_nothing_as_numbers_choices_and_no() {
    world.partner("ALFKI");

    world.derive();

    assertThat(world.agreed("ALFKI").asMap())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "code", "ALFKI",
                "activations", "0",
                "open", "0",
                "units", "0",
                "anyPaid", "false",
                "allPaid", "false",
                "tagged", "0",
                "progress", "None"));
  }

  @Test
  void every_roll_up_follows_from_the_children() {
    world.partner("ALFKI");
    activate("1", "ALFKI", "status", "Activated", "units", "2.25", "on", "2026-03-01");
    activate(
        "2", "ALFKI", "status", "Activated", "units", "10", "on", "2026-02-28", "paid", "true");
    activate("3", "ALFKI", "status", "Shipped", "units", "0.5", "blockedOn", "2026-01-15");
    activate(
        "4", "ALFKI", "blockedOn", "2025-12-31", "tags", "x;z", "seenAt", "2026-03-01T09:00:00Z");
    activate("5", "ALFKI", "tags", "x;z", "seenAt", "2026-03-01T08:00:00Z");
    activate("6", "OTHER", "status", "Activated", "units", "100", "on", "2026-12-31");

    world.derive();

    assertThat(world.agreed("ALFKI").asMap())
        .containsEntry("activations", "5")
        .containsEntry("open", "1")
        .containsEntry("units", "12.3")
        .containsEntry("fewest", "0.5")
        .containsEntry("last", "2026-03-01")
        .containsEntry("oldestBlocker", "2025-12-31")
        .containsEntry("lastSeen", "2026-03-01T09:00:00Z")
        .containsEntry("anyPaid", "true")
        .containsEntry("allPaid", "false")
        .containsEntry("tagged", "1")
        .containsEntry("lastStatus", "Activated")
        .containsEntry("progress", "Partial");
  }

  @Test
  void a_child_that_moves_counts_for_its_new_parent_alone() {
    world.partner("ALFKI");
    world.partner("ANATR");
    activate("1", "ALFKI", "status", "Activated");
    world.derive();

    activate("1", "ANATR", "status", "Activated");
    assertThat(world.marks()).containsExactly("ALFKI", "ANATR");
    world.derive();

    assertThat(world.agreed("ALFKI").get("progress")).isEqualTo("None");
    assertThat(world.agreed("ANATR").get("progress")).isEqualTo("Complete");
  }

  @Test
  void a_child_counts_while_a_copy_stands_and_not_after_a_deletion_of_all() {
    world.partner("ALFKI");
    activate("1", "ALFKI");
    activate("2", "ALFKI");
    world.see(ACTIVATION, FULFILLMENT, "f-1", activation("1", "ALFKI"));
    world.see(ACTIVATION, FULFILLMENT, "f-2", activation("2", "ALFKI"));
    world.derive();
    assertThat(world.agreed("ALFKI").get("activations")).isEqualTo("2");

    world.deleted(ACTIVATION, SALESFORCE, "sf-1");
    world.derive();
    assertThat(world.agreed("ALFKI").get("activations")).isEqualTo("2");

    world.deleted(ACTIVATION, FULFILLMENT, "f-1");
    world.derive();
    assertThat(world.agreed("ALFKI").get("activations")).isEqualTo("1");

    world.deleted(ACTIVATION, FULFILLMENT, "f-2");
    world.derive();
    assertThat(world.agreed("ALFKI").get("activations")).isEqualTo("0");
  }

  @Test
  void a_child_that_ended_counts_no_more_though_the_system_of_its_end_left_the_mapping() {
    world.partner("ALFKI");
    activate("1", "ALFKI");
    activate("2", "ALFKI");
    for (String number : List.of("1", "2")) {
      world.see(ACTIVATION, FULFILLMENT, "f-" + number, activation(number, "ALFKI"));
      world.deleted(ACTIVATION, FULFILLMENT, "f-" + number);
    }
    world.derive();
    TestStore.jdbi()
        .useHandle(
            h ->
                h.createScript(
                        "update replica set state = 'REMOVED' where native_id = 'sf-1';"
                            + "insert into side values ('activation', 'fulfillment', false, null);"
                            + "insert into rollup_due (type, key) values ('partner', 'ALFKI')")
                    .execute());

    world.derive();

    assertThat(world.agreed("ALFKI").get("activations")).as("sf-2 still stands").isEqualTo("1");
  }

  @Test
  void a_parent_that_comes_after_its_children_or_takes_their_key_is_worked_out() {
    activate("1", "LATE");
    world.derive();

    world.partner("LATE");
    world.derive();
    assertThat(world.agreed("LATE").get("activations")).isEqualTo("1");

    activate("2", "RENAMED");
    world.see(PARTNER, SALESFORCE, "sf-LATE", Map.of("code", "RENAMED"));
    world.derive();
    assertThat(world.agreed("RENAMED").get("activations")).isEqualTo("1");
  }

  @Test
  void another_copy_of_a_child_that_counts_already_marks_nobody() {
    world.partner("ALFKI");
    activate("1", "ALFKI");
    world.derive();

    world.see(ACTIVATION, FULFILLMENT, "f-1", activation("1", "ALFKI"));
    assertThat(world.marks()).isEmpty();

    world.deleted(ACTIVATION, SALESFORCE, "sf-1");
    assertThat(world.marks()).isEmpty();

    world.deleted(ACTIVATION, FULFILLMENT, "f-1");
    assertThat(world.marks()).containsExactly("ALFKI");
  }

  @Test
  void what_changes_no_roll_up_marks_nobody_and_what_comes_to_the_same_writes_nothing() {
    world.partner("ALFKI");
    activate("1", "ALFKI", "on", "2026-03-01", "units", "3");
    activate("2", "ALFKI", "on", "2026-03-02", "units", "3");
    world.derive();
    int entries = world.ledger().size();

    activate("1", "ALFKI", "on", "2026-03-01", "units", "3", "note", "called");
    assertThat(world.marks()).isEmpty();

    activate("1", "ALFKI", "on", "2026-02-27", "units", "3", "note", "called");
    assertThat(world.marks()).containsExactly("ALFKI");
    Dossier before = world.dossierOf("ALFKI");
    world.derive();

    assertThat(world.ledger()).hasSize(entries);
    assertThat(world.dossierOf("ALFKI")).isEqualTo(before);
  }

  @Test
  void the_ledger_says_from_how_many_children_a_value_follows() {
    world.partner("ALFKI");
    activate("1", "ALFKI", "status", "Activated", "units", "3");
    activate("2", "ALFKI");

    world.derive();

    assertThat(world.ledger())
        .contains(
            "units: null to 3, derived from activation: 1 of 2 count",
            "progress: null to Partial, derived from activation: 2 of 2 count");
    assertThat(world.dossierOf("ALFKI").record().origins().get("units").system())
        .isEqualTo(SystemName.HUB);
  }

  @Test
  void often_marked_is_worked_out_once() {
    world.partner("ALFKI");
    for (int i = 0; i < 50; i++) {
      activate("n" + i, "ALFKI");
    }
    assertThat(world.marks()).hasSize(51);

    assertThat(world.derive()).isEqualTo(1);

    assertThat(world.agreed("ALFKI").get("activations")).isEqualTo("50");
    assertThat(world.marks()).isEmpty();
  }

  @Test
  void nothing_is_derived_from_children_of_whom_some_were_not_read_yet() {
    RollupWorld half = new RollupWorld();
    half.readIn(SALESFORCE);
    half.partner("ALFKI");
    half.see(ACTIVATION, SALESFORCE, "sf-1", activation("1", "ALFKI"));

    assertThat(half.derive()).isZero();
    assertThat(half.marks()).isNotEmpty();
    assertThat(half.agreed("ALFKI").get("activations")).isNull();

    half.readIn(FULFILLMENT);
    half.derive();
    assertThat(half.agreed("ALFKI").get("activations")).isEqualTo("1");
  }

  @Test
  void what_a_copy_shows_at_first_contact_never_becomes_the_agreed_value() {
    world.see(
        PARTNER, SALESFORCE, "sf-A", Map.of("code", "A", "activations", "99", "last", "soon"));
    assertThat(world.agreed("A").get("activations")).isNull();
    assertThat(Due.of(partners(), world.dossierOf("A"), SALESFORCE).fields()).isEmpty();

    world.derive();
    world.see(PARTNER, FULFILLMENT, "f-A", Map.of("code", "A", "activations", "7"));

    assertThat(world.agreed("A").get("activations")).isEqualTo("0");
    assertThat(Due.of(partners(), world.dossierOf("A"), SALESFORCE).fields())
        .contains("activations", "last", "progress");
    assertThat(Due.of(partners(), world.dossierOf("A"), FULFILLMENT).fields())
        .contains("activations");
    assertThat(world.dossierOf("A").record().held()).isEmpty();
  }

  @Test
  void a_copy_that_is_made_before_the_roll_ups_are_known_leaves_them_out() {
    world.partner("A");

    assertThat(Due.of(partners(), world.dossierOf("A"), FULFILLMENT).fields())
        .containsExactly("code");
    world.derive();
    assertThat(Due.of(partners(), world.dossierOf("A"), FULFILLMENT).fields())
        .contains("code", "activations", "progress");
  }

  @Test
  void an_edit_of_a_derived_field_is_put_back_and_held_when_it_fights() {
    world.partner("A");
    world.derive();
    Map<String, String> shown = new HashMap<>(world.agreed("A").asMap());
    world.see(PARTNER, SALESFORCE, "sf-A", shown);
    assertThat(Due.of(partners(), world.dossierOf("A"), SALESFORCE).isDue()).isFalse();

    for (int i = 1; i <= 4; i++) {
      shown.put("activations", "" + i);
      world.see(PARTNER, SALESFORCE, "sf-A", shown);
      assertThat(world.agreed("A").get("activations")).isEqualTo("0");
    }

    assertThat(world.dossierOf("A").record().held().get("activations").why())
        .isEqualTo(Hold.Why.FIGHT);
    assertThat(Due.of(partners(), world.dossierOf("A"), SALESFORCE).isDue()).isFalse();
  }

  @Test
  void an_edit_that_is_no_value_of_its_kind_is_put_back_too() {
    world.partner("A");
    world.derive();

    world.see(PARTNER, SALESFORCE, "sf-A", Map.of("code", "A", "last", "soon", "activations", "0"));

    assertThat(world.dossierOf("A").record().held()).isEmpty();
    assertThat(Due.of(partners(), world.dossierOf("A"), SALESFORCE).fields()).contains("last");
  }

  @Test
  void texts_that_are_no_values_are_left_out_and_stop_nothing() {
    world.partner("ALFKI");
    activate("1", "ALFKI", "on", "2026-02-31", "units", "many", "seenAt", "2026-02-30T25:00:00Z");
    activate("2", "ALFKI", "on", "2024-02-29", "units", "1e5", "seenAt", "2024-02-29T23:59:59Z");
    activate("3", "ALFKI", "on", "2023-02-29", "units", "7", "blockedOn", "31 Feb");

    world.derive();

    assertThat(world.agreed("ALFKI").asMap())
        .containsEntry("activations", "3")
        .containsEntry("last", "2024-02-29")
        .containsEntry("lastSeen", "2024-02-29T23:59:59Z")
        .containsEntry("fewest", "7")
        .doesNotContainKey("oldestBlocker");
  }

  @Test
  void a_mark_outlives_a_hub_that_dies_before_it_derives() {
    world.partner("ALFKI");
    world.derive();
    activate("1", "ALFKI");

    world.restart(world.mappings);
    world.derive();

    assertThat(world.agreed("ALFKI").get("activations")).isEqualTo("1");
  }

  @Test
  void another_roll_up_concerns_all_partners_once() throws IOException {
    world.partner("A");
    world.partner("B");
    activate("1", "A", "status", "Shipped");
    world.derive();
    String yaml =
        Files.readString(Path.of("src/test/resources/io/partnerhub/sync/rollup-partner.yaml"));
    Path changed =
        Files.writeString(
            directory.resolve("partner.yaml"),
            yaml.replace("status: [Requested, Shipped]", "status: Requested"));
    MappingSet mappings = RollupWorld.mappings(changed);

    world.restart(world.mappings);
    assertThat(world.derive()).isZero();
    world.restart(mappings);
    assertThat(world.derive()).isEqualTo(1);
    assertThat(world.agreed("A").get("open")).isEqualTo("0");

    world.restart(mappings);
    assertThat(world.derive()).isZero();
  }

  @Test
  void a_mark_set_while_another_transaction_derives_is_worked_out_after_it() throws Exception {
    world.partner("ALFKI");
    activate("1", "ALFKI");
    CountDownLatch taken = new CountDownLatch(1);
    CountDownLatch changed = new CountDownLatch(1);
    ExecutorService other = Executors.newSingleThreadExecutor();
    Future<?> deriving =
        other.submit(
            () ->
                world.store.inTransaction(
                    PARTNER,
                    tx -> {
                      tx.rollups().takeMarks(10);
                      taken.countDown();
                      return await(changed);
                    }));

    assertThat(taken.await(60, TimeUnit.SECONDS)).isTrue();
    activate("2", "ALFKI");
    changed.countDown();
    deriving.get(60, TimeUnit.SECONDS);
    other.shutdown();

    assertThat(world.marks()).containsExactly("ALFKI");
    world.derive();
    assertThat(world.agreed("ALFKI").get("activations")).isEqualTo("2");
  }

  @Test
  void two_hubs_derive_at_once_and_nothing_is_lost_or_done_twice() throws Exception {
    for (int i = 0; i < 40; i++) {
      world.partner("P" + i);
      activate("a" + i, "P" + i);
      activate("b" + i, "P" + i);
    }
    ExecutorService hubs = Executors.newFixedThreadPool(2);
    Derive first = Derive.of(world.store, world.mappings).get(0);
    Derive second = Derive.of(world.store, world.mappings).get(0);

    Future<?> one = hubs.submit(() -> drain(first));
    Future<?> two = hubs.submit(() -> drain(second));
    one.get(60, TimeUnit.SECONDS);
    two.get(60, TimeUnit.SECONDS);
    hubs.shutdown();

    assertThat(world.marks()).isEmpty();
    assertThat(world.dossiers(PARTNER))
        .allMatch(d -> d.record().agreed().get("activations").equals("2"));
    assertThat(world.ledger().stream().filter(e -> e.startsWith("activations: null to 2")))
        .hasSize(40);
  }

  @Test
  void children_of_other_partners_are_not_touched() {
    world.partner("ALFKI");
    world.partner("ANATR");
    activate("1", "ALFKI");
    activate("2", "ANATR");
    world.derive();
    TestStore.jdbi()
        .useHandle(
            h ->
                h.execute(
                    "update record set agreed = agreed || '{\"open\":\"9\"}' where key = 'ANATR'"));

    activate("3", "ALFKI");
    world.derive();

    assertThat(world.agreed("ANATR").get("open")).isEqualTo("9");
    assertThat(world.agreed("ALFKI").get("activations")).isEqualTo("2");
  }

  private static void drain(Derive derive) {
    while (derive.once()) {
      Thread.onSpinWait();
    }
  }

  private static Object await(CountDownLatch latch) {
    try {
      return latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Mapping partners() {
    return world.mappings.find(PARTNER).orElseThrow();
  }
}
