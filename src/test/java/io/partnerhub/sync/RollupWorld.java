package io.partnerhub.sync;

import static io.partnerhub.model.SystemName.FULFILLMENT;
import static io.partnerhub.model.SystemName.SALESFORCE;

import io.partnerhub.SettableClock;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.MappingFile;
import io.partnerhub.mapping.MappingSet;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.RecordType;
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
import io.partnerhub.sync.system.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jdbi.v3.core.statement.Query;

/** Partners with fields derived from their activations, as two systems show them to the hub. */
final class RollupWorld {

  static final RecordType PARTNER = new RecordType("partner");
  static final RecordType ACTIVATION = new RecordType("activation");

  final SettableClock clock = new SettableClock("2026-03-02T09:00:00.123456789Z");
  final Store store = TestStore.empty(clock);
  final MappingSet mappings;
  private final Map<RecordType, Intake> intakes = new HashMap<>();
  private Derive derive;

  RollupWorld() {
    this(Path.of("src/test/resources/io/partnerhub/sync/rollup-partner.yaml"));
  }

  RollupWorld(Path partners) {
    mappings = mappings(partners);
    for (Mapping mapping : mappings.mappings()) {
      Merge merge =
          new Merge(mapping, new Tolerances(Duration.ofSeconds(1), Duration.ofSeconds(2)));
      intakes.put(mapping.type(), new Intake(store, mapping, merge, Guard.USUAL));
    }
    derive = Derive.of(store, mappings).get(0);
  }

  static MappingSet mappings(Path partners) {
    return MappingSet.of(
        List.of(
            MappingFile.read(partners, Map.of()),
            MappingFile.read(
                Path.of("src/test/resources/io/partnerhub/sync/rollup-activation.yaml"),
                Map.of())));
  }

  /** A hub that was started again with these mappings. */
  void restart(MappingSet changed) {
    derive = Derive.of(store, changed).get(0);
  }

  /** Both systems have been read completely. */
  RollupWorld read() {
    readIn(SALESFORCE);
    readIn(FULFILLMENT);
    return this;
  }

  void readIn(SystemName system) {
    for (Mapping mapping : mappings.mappings()) {
      String source = mapping.side(system).placement().locations().iterator().next();
      Checkpoint complete =
          new Checkpoint(source, true, 0, clock.instant(), clock.instant(), true, 0);
      intakes
          .get(mapping.type())
          .merge(
              system,
              new Page(List.of(), complete, null, OptionalInt.empty()),
              now(),
              clock.instant(),
              true);
    }
  }

  void partner(String code) {
    see(PARTNER, SALESFORCE, "sf-" + code, Map.of("code", code));
  }

  void see(RecordType type, SystemName system, String id, Map<String, String> values) {
    see(type, system, List.of(observation(type, system, id, values, false)));
  }

  void see(RecordType type, SystemName system, List<Observation> rows) {
    clock.advance(Duration.ofSeconds(30));
    intakes.get(type).merge(system, rows, now());
  }

  void deleted(RecordType type, SystemName system, String id) {
    see(type, system, List.of(observation(type, system, id, Map.of(), true)));
  }

  Observation observation(
      RecordType type, SystemName system, String id, Map<String, String> values, boolean deleted) {
    return new Observation(
        new NativeId(place(type, system), id),
        Values.of(new HashMap<>(values)),
        Map.of(),
        clock.instant(),
        deleted,
        false,
        false);
  }

  private String place(RecordType type, SystemName system) {
    Mapping mapping = mappings.find(type).orElseThrow();
    return mapping.side(system).placement().locations().iterator().next();
  }

  private ReadTimes now() {
    return new ReadTimes(store.tick(), store.tick(), clock.instant());
  }

  boolean deriveOnce() {
    return derive.once();
  }

  /** Works everything out that is marked; gives how many transactions it took. */
  int derive() {
    int times = 0;
    while (derive.once()) {
      times++;
    }
    return times;
  }

  Dossier dossierOf(String code) {
    return dossiers(PARTNER).stream()
        .filter(d -> code.equals(d.record().agreed().get("code")))
        .findFirst()
        .orElseThrow();
  }

  Values agreed(String code) {
    return dossierOf(code).record().agreed();
  }

  List<Dossier> dossiers(RecordType type) {
    List<Long> ids =
        TestStore.jdbi()
            .withHandle(
                h ->
                    h.createQuery("select id from record where type = :type order by id")
                        .bind("type", type.name())
                        .mapTo(Long.class)
                        .list());
    List<Dossier> all = new ArrayList<>(store.inTransaction(type, tx -> tx.dossiers(ids)).values());
    all.sort(Comparator.comparing(d -> d.record().id()));
    return all;
  }

  /** Keys that are marked, each as often as it is. */
  List<String> marks() {
    return texts("select key from rollup_due order by key");
  }

  /** What the ledger says of derived fields: field, values and why. */
  List<String> ledger() {
    return TestStore.decisions().stream()
        .filter(d -> d.because().startsWith("derived from "))
        .map(d -> d.field() + ": " + d.was() + " to " + d.is() + ", " + d.because())
        .toList();
  }

  static List<String> texts(String sql) {
    return TestStore.jdbi()
        .withHandle(
            h -> {
              Query query = h.createQuery(sql);
              return query.mapTo(String.class).list();
            });
  }
}
