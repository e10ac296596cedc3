package io.partnerhub.sync.read;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Attempt;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.Observation;
import io.partnerhub.sync.Suspect;
import io.partnerhub.sync.merge.Merge;
import io.partnerhub.sync.store.Store;
import io.partnerhub.sync.store.Transaction;
import io.partnerhub.sync.store.Workbench;
import io.partnerhub.sync.system.Connector;
import io.partnerhub.sync.system.Edit;
import io.partnerhub.sync.system.RowsRead;
import io.partnerhub.sync.system.SystemUnavailable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Looks once more at what the fence turned away, and at what lost answers concern. */
final class Again {

  /** Copies read again in one go; one call in Salesforce, a few in Smartsheet. */
  private static final int AGAIN = 2_000;

  private static final int SUSPECTS = 10;

  /** What is looked for in all places needs all of them. */
  private static final String ANY = "*";

  /** For a copy that is neither there nor said to be deleted: purged, or hidden from the hub. */
  private static final Duration MISSING_PAUSE = Duration.ofMinutes(10);

  /** The systems' clocks may run behind the store's. */
  private static final Duration SKEW = Duration.ofSeconds(10);

  private final Store store;
  private final Mapping mapping;
  private final Connector connector;
  private final Intake intake;
  private final Merge merge;
  private final UnfitPlaces unfit;

  Again(
      Store store,
      Mapping mapping,
      Connector connector,
      Intake intake,
      Merge merge,
      UnfitPlaces unfit) {
    this.store = store;
    this.mapping = mapping;
    this.connector = connector;
    this.intake = intake;
    this.merge = merge;
    this.unfit = unfit;
  }

  /** Gives whether the system was asked. */
  boolean look() {
    AtomicBoolean asked = new AtomicBoolean();
    List<BooleanSupplier> looks = List.of(this::copies, this::lostAdds, this::suspects);
    InTurn.each(looks, look -> note(look.getAsBoolean(), asked), Again::endsAll);
    return asked.get();
  }

  private static void note(boolean wasAsked, AtomicBoolean asked) {
    asked.compareAndSet(false, wasAsked);
  }

  /** What somebody has to mend in one place keeps nobody from looking at the others. */
  private static boolean endsAll(RuntimeException failure) {
    return !Told.isLasting(failure);
  }

  private boolean copies() {
    List<NativeId> copies = store.toReadAgain(mapping.type(), connector.system(), AGAIN);
    Map<String, List<NativeId>> byPlace =
        copies.stream()
            .collect(
                Collectors.groupingBy(NativeId::location, LinkedHashMap::new, Collectors.toList()));
    InTurn.each(byPlace.values(), this::read, Again::endsAll);
    return !copies.isEmpty();
  }

  private void read(List<NativeId> copies) {
    Set<String> missing = copies.stream().map(NativeId::id).collect(Collectors.toSet());
    try {
      Fetched<RowsRead> fetched = Fetched.from(store, at -> connector.read(mapping, copies));
      intake.merge(connector.system(), fetched.answer().rows(), fetched.read());
      fetched.answer().rows().forEach(row -> missing.remove(row.id().id()));
    } catch (SystemUnavailable e) {
      if (e.isLasting()) {
        lookLater(missing, UnfitPlaces.PAUSE); // or they alone would be all that is looked at
      }
      throw e;
    }
    lookLater(missing, MISSING_PAUSE);
  }

  private void lookLater(Set<String> ids, Duration pause) {
    if (!ids.isEmpty()) {
      store.lookLater(mapping.type(), connector.system(), ids, store.now().plus(pause));
    }
  }

  private boolean lostAdds() {
    Map<String, Long> adds = store.lostAdds(mapping.type(), connector.system(), AGAIN);
    return !adds.isEmpty() && unfit.look(ANY, () -> find(adds));
  }

  private void find(Map<String, Long> adds) {
    Fetched<List<Observation>> found =
        Fetched.from(store, at -> connector.find(mapping, adds.keySet()));
    intake.merge(connector.system(), found.answer(), found.read());
    store.inTransaction(
        mapping.type(),
        tx -> {
          settle(tx, adds);
          return null;
        });
  }

  /** With its last add a record may be over, which gives its key up. */
  private void settle(Transaction tx, Map<String, Long> adds) {
    SystemName system = connector.system();
    Set<String> locations = mapping.side(system).placement().locations();
    Map<Long, Dossier> dossiers = tx.known(system, locations, List.of(), adds.keySet()).dossiers();
    Workbench bench = new Workbench(mapping, dossiers);
    for (Dossier dossier : dossiers.values()) {
      List<Attempt> settled =
          dossier.attemptsOn(system).stream().filter(a -> adds.containsValue(a.id())).toList();
      if (!settled.isEmpty()) {
        bench.put(dossier.without(settled));
      }
    }
    tx.save(system, bench.finish(tx));
  }

  private boolean suspects() {
    if (connector.tellsEdits()) {
      new Overwritten(store, mapping, merge).judgeTold(connector.system());
      return false;
    }
    List<Suspect> suspects =
        store.suspects(mapping.type(), connector.system(), unfit.now(), SUSPECTS);
    InTurn.each(
        suspects,
        suspect -> unfit.look(suspect.copy().location(), () -> judge(suspect)),
        Again::endsAll);
    return !suspects.isEmpty();
  }

  private void judge(Suspect suspect) {
    Map<String, List<Edit>> history =
        connector.history(mapping, suspect.copy(), suspect.fields(), suspect.since().minus(SKEW));
    new Overwritten(store, mapping, merge).judge(connector.system(), suspect, history);
  }
}
