package io.partnerhub.sync;

import static io.partnerhub.model.SystemName.SALESFORCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.SettableClock;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.MappingFile;
import io.partnerhub.mapping.MappingSet;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import io.partnerhub.store.TestStore;
import io.partnerhub.sync.held.Guard;
import io.partnerhub.sync.kin.Derive;
import io.partnerhub.sync.merge.Merge;
import io.partnerhub.sync.merge.Tolerances;
import io.partnerhub.sync.read.Intake;
import io.partnerhub.sync.store.Store;
import io.partnerhub.sync.system.Checkpoint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A partner's derived fields as they are published, from its orders and activations. */
class PublishedRollupsTest {

  private final SettableClock clock = new SettableClock("2026-03-02T09:00:00.123456789Z");
  private final Store store = TestStore.empty(clock);
  private final MappingSet mappings =
      MappingSet.of(
          Stream.of("activation", "order", "partner")
              .map(type -> MappingFile.read(Path.of("mappings", type + ".yaml"), Map.of(type, "1")))
              .toList());

  @BeforeEach
  void every_system_was_read() {
    for (Mapping mapping : mappings.mappings()) {
      for (SystemName system : mapping.sides().keySet()) {
        for (String source : mapping.side(system).placement().locations()) {
          store.inTransaction(
              mapping.type(),
              tx -> {
                Checkpoint complete = new Checkpoint(source, true, 1, null, null, true, 0);
                tx.checkpoint(system, complete, null);
                return null;
              });
        }
      }
    }
  }

  @Test
  void they_follow_from_two_types_of_children() {
    see("partner", "code", "ALFKI", "name", "Alfreds");
    see("order", "number", "1", "partner", "ALFKI", "status", "Ready");
    see("order", "number", "2", "partner", "ALFKI", "status", "Delivered");
    see(
        "activation",
        "number",
        "A1",
        "partner",
        "ALFKI",
        "status",
        "Activated",
        "activatedOn",
        "2026-03-01");
    see(
        "activation",
        "number",
        "A2",
        "partner",
        "ALFKI",
        "status",
        "Shipped",
        "blocker",
        "customs",
        "blockedOn",
        "2026-02-03");
    see("activation", "number", "A3", "partner", "ALFKI", "status", "Cancelled");

    Derive derive = Derive.of(store, mappings).get(0);
    assertThat(derive.once()).isTrue();
    assertThat(derive.once()).isFalse();

    assertThat(agreed())
        .containsEntry("openOrders", "1")
        .containsEntry("unitsActivated", "1")
        .containsEntry("lastActivation", "2026-03-01")
        .containsEntry("activationStatus", "Partial")
        .containsEntry("oldestOpenBlocker", "2026-02-03");
  }

  @ParameterizedTest
  @CsvSource({
    "Requested, Delivered, None",
    "Activated, Suspended, Partial",
    "Activated, Activated, Complete",
    "Activated, Cancelled, Complete",
    "Cancelled, Cancelled, None"
  })
  void the_activation_status_tells_of_the_units_that_are_still_wanted(
      String one, String other, String status) {
    see("partner", "code", "ALFKI", "name", "Alfreds");
    see("activation", "number", "A1", "partner", "ALFKI", "status", one);
    see("activation", "number", "A2", "partner", "ALFKI", "status", other);

    Derive.of(store, mappings).get(0).once();

    assertThat(agreed()).containsEntry("activationStatus", status);
  }

  private Map<String, String> agreed() {
    List<Long> ids =
        TestStore.jdbi()
            .withHandle(
                h ->
                    h.createQuery("select id from record where key = 'ALFKI'")
                        .mapTo(Long.class)
                        .list());
    return store
        .inTransaction(mappings.mappings().get(0).type(), tx -> tx.dossiers(ids))
        .values()
        .iterator()
        .next()
        .record()
        .agreed()
        .asMap();
  }

  private void see(String type, String... values) {
    Mapping mapping =
        mappings.mappings().stream().filter(m -> m.type().name().equals(type)).findFirst().get();
    Map<String, String> byField = new HashMap<>();
    for (int i = 0; i < values.length; i += 2) {
      byField.put(values[i], values[i + 1]);
    }
    String place = mapping.side(SALESFORCE).placement().locations().iterator().next();
    Observation row =
        new Observation(
            new NativeId(place, type + values[1]),
            Values.of(byField),
            Map.of(),
            clock.instant(),
            false,
            false,
            false);
    new Intake(
            store,
            mapping,
            new Merge(mapping, new Tolerances(Duration.ofSeconds(1), Duration.ofSeconds(2))),
            Guard.USUAL)
        .merge(
            SALESFORCE, List.of(row), new ReadTimes(store.tick(), store.tick(), clock.instant()));
  }
}
