package io.partnerhub.sandbox.bench.store;

import io.partnerhub.cli.UntilStopped;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import io.partnerhub.sandbox.bench.measure.RunDirectory;
import io.partnerhub.sandbox.bench.measure.Seconds;
import io.partnerhub.sandbox.bench.world.Parts;
import io.partnerhub.store.Database;
import io.partnerhub.store.MappedSystems;
import io.partnerhub.store.PostgresStore;
import io.partnerhub.sync.Observation;
import io.partnerhub.sync.ReadTimes;
import io.partnerhub.sync.held.Guard;
import io.partnerhub.sync.merge.Merge;
import io.partnerhub.sync.merge.Tolerances;
import io.partnerhub.sync.read.Intake;
import io.partnerhub.sync.store.Store;
import io.partnerhub.sync.system.Checkpoint;
import io.partnerhub.sync.system.Page;
import io.partnerhub.sync.system.Sweep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** A hub's merge on an embedded store of its own, without systems, routes or HTTP. */
final class StoreAlone implements AutoCloseable {

  /** As many rows as Salesforce gives in a page. */
  static final int PAGE = 2_000;

  /** A bench changes more at once than anyone would without a question. */
  private static final Guard UNGUARDED = new Guard(100, Integer.MAX_VALUE, Duration.ZERO);

  private final Clock clock = Clock.systemUTC();
  private final Path directory;
  private final UntilStopped<Database> database;
  private final Store store;

  private StoreAlone(Path directory) {
    this.directory = directory;
    this.database = UntilStopped.start(() -> Database.embedded(directory), Database::close);
    this.store = new PostgresStore(database.get().dataSource(), clock, "bench", MappedSystems.ANY);
  }

  static StoreAlone start() throws IOException {
    return new StoreAlone(Files.createTempDirectory("partner-hub-bench"));
  }

  Store store() {
    return store;
  }

  Intake intake(Mapping mapping) {
    return new Intake(
        store,
        mapping,
        new Merge(mapping, new Tolerances(Duration.ofSeconds(2), Duration.ofSeconds(30))),
        UNGUARDED);
  }

  /** From now on the system counts as read completely. */
  void complete(Intake intake, Mapping mapping, SystemName system) {
    String source = location(mapping, system);
    Checkpoint complete =
        new Checkpoint(source, true, 0, clock.instant(), clock.instant(), true, 0);
    intake.merge(
        system,
        new Page(List.of(), complete, null, OptionalInt.empty()),
        now(),
        clock.instant(),
        true);
  }

  /** Merges rows, page by page; gives the seconds it took. */
  double merge(Intake intake, SystemName system, List<Observation> rows) {
    long begin = System.nanoTime();
    Parts.of(rows, PAGE).forEach(page -> intake.merge(system, page, now()));
    return Seconds.since(begin);
  }

  /** Compares the ids of a place with the copies known there; gives the seconds it took. */
  double sweep(Intake intake, Mapping mapping, SystemName system, Set<String> ids) {
    long begin = System.nanoTime();
    intake.sweep(system, new Sweep(location(mapping, system), ids, ids.size()), now());
    return Seconds.since(begin);
  }

  Observation row(Mapping mapping, SystemName system, String id, Map<String, String> values) {
    return new Observation(
        new NativeId(location(mapping, system), id),
        Values.of(values),
        Map.of(),
        clock.instant(),
        false,
        false,
        false);
  }

  private static String location(Mapping mapping, SystemName system) {
    return mapping.side(system).placement().locations().iterator().next();
  }

  private ReadTimes now() {
    return new ReadTimes(store.tick(), store.tick(), clock.instant());
  }

  @Override
  public void close() throws IOException {
    database.close();
    RunDirectory.remove(directory);
  }
}
