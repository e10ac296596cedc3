package io.partnerhub.sync.read;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Observation;
import io.partnerhub.sync.store.Store;
import io.partnerhub.sync.system.Checkpoint;
import io.partnerhub.sync.system.Connector;
import io.partnerhub.sync.system.Hint;
import io.partnerhub.sync.system.RowsRead;
import io.partnerhub.sync.system.SystemUnavailable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what hints are about; a place that cannot be read stops no other. */
final class Told {

  private final Store store;
  private final Mapping mapping;
  private final Connector connector;
  private final Intake intake;
  private final Places places;

  Told(Store store, Mapping mapping, Connector connector, Intake intake, Places places) {
    this.store = store;
    this.mapping = mapping;
    this.connector = connector;
    this.intake = intake;
    this.places = places;
  }

  void read(Collection<Hint> hints, Watch watch) {
    Set<String> mine = mapping.side(connector.system()).placement().locations();
    List<Hint> ours = hints.stream().filter(hint -> mine.contains(hint.location())).toList();
    List<String> ids = ours.stream().map(Hint::id).filter(Objects::nonNull).toList();
    Set<String> seen =
        ids.isEmpty() ? Set.of() : store.seen(mapping.type(), connector.system(), ids);
    Reread what = Reread.of(ours, seen, connector.enoughForNews());
    Set<String> others = idsOfOthers(ours);
    List<Runnable> reads = new ArrayList<>();
    checkpoints(what.places()).forEach(from -> reads.add(() -> places.news(from, watch)));
    what.copiesByPlace().forEach(copies -> reads.add(() -> copies(copies, others, watch)));
    InTurn.each(reads, Runnable::run, failure -> !isLasting(failure));
  }

  /**
   * Whether what failed so is not to be read again for the same hints: the place's checkpoint has
   * not moved, so that its news are read once somebody has mended it.
   */
  static boolean isLasting(RuntimeException failure) {
    return failure instanceof SystemUnavailable fault && fault.isLasting();
  }

  private List<Checkpoint> checkpoints(Set<String> locations) {
    return locations.isEmpty()
        ? List.of()
        : store.checkpoints(mapping.type(), connector.system(), locations);
  }

  private static Set<String> idsOfOthers(List<Hint> hints) {
    return hints.stream().filter(h -> !h.own()).map(Hint::id).collect(Collectors.toSet());
  }

  private void copies(Set<NativeId> copies, Set<String> changedByOthers, Watch watch) {
    SystemName system = connector.system();
    Fetched<RowsRead> fetched = Fetched.from(store, at -> connector.read(mapping, copies));
    watch.found().accept(fetched.answer().rows().size());
    List<Observation> rows = fetched.answer().rows();
    Set<String> own = rows.stream().map(row -> row.id().id()).collect(Collectors.toSet());
    own.removeAll(changedByOthers);
    if (intake.merge(system, rows, fetched.read(), own)) {
      judgeKept(copies, watch);
    }
  }

  /**
   * Where people changed what only the hub was said to have changed, nothing has told yet of how
   * much they changed: a column may have been sorted. The news of the place show all of it.
   */
  private void judgeKept(Set<NativeId> copies, Watch watch) {
    checkpoints(copies.stream().map(NativeId::location).collect(Collectors.toSet()))
        .forEach(from -> places.news(from, watch));
    intake.endCycle(connector.system(), store.now());
  }
}
