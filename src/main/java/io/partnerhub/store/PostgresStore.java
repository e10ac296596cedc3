package io.partnerhub.store;

import io.partnerhub.model.NativeId;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Stray;
import io.partnerhub.sync.Suspect;
import io.partnerhub.sync.store.Batch;
import io.partnerhub.sync.store.Claim;
import io.partnerhub.sync.store.HeldCopy;
import io.partnerhub.sync.store.HeldKey;
import io.partnerhub.sync.store.Stop;
import io.partnerhub.sync.store.Store;
import io.partnerhub.sync.store.Told;
import io.partnerhub.sync.store.Transaction;
import io.partnerhub.sync.system.Checkpoint;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The hub's store on PostgreSQL. */
public final class PostgresStore implements Store {

  private final Jdbi jdbi;
  private final Clock clock;
  private final String hubId;
  private final Node node;

  /**
   * @param clock the hub's clock, for leases and pauses; ticks alone decide what is newer
   * @param hubId names this hub's attempts
   * @param mapped in which systems its types are
   */
  public PostgresStore(DataSource dataSource, Clock clock, String hubId, MappedSystems mapped) {
    this.jdbi = Jdbi.create(dataSource);
    this.jdbi.registerArrayType(Long.class, "bigint");
    this.jdbi.registerArrayType(String.class, "text");
    this.jdbi.registerArrayType(Integer.class, "int");
    this.jdbi.registerArrayType(Boolean.class, "bool");
    this.clock = clock;
    this.hubId = hubId;
    this.node = new Node(clock, hubId, mapped, new PlannerStatistics());
  }

  @Override
  public long tick() {
    return jdbi.withHandle(h -> h.createQuery("select nextval('tick')").mapTo(Long.class).one());
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public <T> T inTransaction(RecordType type, Function<Transaction, T> work) {
    return inTransaction(type, "on", work);
  }

  /** The log is one: what is on disk of a later transaction has this one before it. */
  @Override
  public <T> T reading(RecordType type, Function<Transaction, T> work) {
    return inTransaction(type, "off", work);
  }

  @Override
  public <T> T beside(RecordType type, Function<Transaction, T> work) {
    return jdbi.inTransaction(h -> work.apply(new PostgresTransaction(h, type, node, 0)));
  }

  /** To plan its statements anew takes longer than most of them, while others wait for the type. */
  private <T> T inTransaction(RecordType type, String onDisk, Function<Transaction, T> work) {
    return jdbi.inTransaction(
        handle -> {
          long[] tick = new long[1];
          new RoundTrip(handle)
              .run(
                  "select set_config('synchronous_commit', :commit, true),"
                      + " set_config('plan_cache_mode', 'force_generic_plan', true),"
                      + " pg_advisory_xact_lock(hashtext('partner-hub'), hashtext(:type))")
              .ask("select nextval('tick')", row -> tick[0] = row.getLong(1))
              .with(all -> all.bind("commit", onDisk).bind("type", type.name()))
              .make();
          return work.apply(new PostgresTransaction(handle, type, node, tick[0]));
        });
  }

  @Override
  public List<Checkpoint> checkpoints(
      RecordType type, SystemName system, Collection<String> sources) {
    return jdbi.withHandle(h -> new CheckpointRows(h, type, system).find(sources));
  }

  @Override
  public Set<RecordType> mayBeDue(Collection<RecordType> types, SystemName system) {
    return jdbi.withHandle(handle -> Claims.mayBeDue(handle, types, system));
  }

  @Override
  public Optional<Batch> claim(Claim claim) {
    return jdbi.inTransaction(handle -> new Claims(handle, claim, hubId, now()).take());
  }

  @Override
  public void quiet(RecordType type, SystemName system, Collection<String> sources, Instant until) {
    jdbi.useTransaction(h -> new CheckpointRows(h, type, system).quiet(sources, until));
  }

  @Override
  public boolean isClaimable(Claim claim) {
    return jdbi.inTransaction(handle -> new Claims(handle, claim, hubId, now()).any());
  }

  @Override
  public boolean hasRenames(RecordType type) {
    return jdbi.withHandle(h -> RenameRows.exist(h, type));
  }

  @Override
  public Set<String> seen(RecordType type, SystemName system, Collection<String> nativeIds) {
    return jdbi.withHandle(h -> new Loading(h, type, node.mapped()).seen(system, nativeIds));
  }

  @Override
  public int knownRows(RecordType type, SystemName system, String location) {
    return jdbi.withHandle(h -> new LocationRows(h, type, system, location).count());
  }

  @Override
  public List<NativeId> toReadAgain(RecordType type, SystemName system, int limit) {
    return jdbi.withHandle(h -> new Rereads(h, type, system).due(now(), limit));
  }

  @Override
  public List<NativeId> untold(RecordType type, SystemName system, Set<Stray.Why> whys, int limit) {
    return jdbi.withHandle(h -> new StrayRows(h, type, system).untold(whys, now(), limit));
  }

  @Override
  public void lookLater(
      RecordType type, SystemName system, Collection<String> nativeIds, Instant at) {
    jdbi.useHandle(h -> new Rereads(h, type, system).later(nativeIds, at));
  }

  @Override
  public int expire(RecordType type) {
    return lose("type = :what and lease_until < :now", type.name());
  }

  @Override
  public int expireAllOf(String hub) {
    try (Handle handle = jdbi.open()) {
      handle
          .createUpdate(
              "update replica set claim = null, claimed_by = null, lease_until = null"
                  + " where claimed_by = :hub and claim is not null")
          .bind("hub", hub)
          .execute();
    }
    return lose("hub = :what", hub);
  }

  private int lose(String which, String what) {
    String sql = "update attempt set lost_at = :now where lost_at is null and " + which;
    try (Handle handle = jdbi.open()) {
      return handle.createUpdate(sql).bind("what", what).bind("now", now()).execute();
    }
  }

  @Override
  public int close(RecordType type, Instant lostBefore) {
    if (!jdbi.withHandle(h -> new LostCalls(h, type).canBeClosed(lostBefore))) {
      return 0; // asked often, and mostly in vain: it waits for nobody
    }
    return inTransaction(
        type, tx -> new LostCalls(((PostgresTransaction) tx).handle(), type).close(lostBefore));
  }

  @Override
  public Map<String, Long> lostAdds(RecordType type, SystemName system, int limit) {
    return jdbi.withHandle(h -> new LostCalls(h, type).adds(system, limit));
  }

  @Override
  public boolean isMarkedForRollup(RecordType type) {
    return jdbi.withHandle(handle -> RollupMarks.exist(handle, type));
  }

  @Override
  public List<Suspect> suspects(
      RecordType type, SystemName system, Set<String> without, int limit) {
    try (Handle handle = jdbi.open()) {
      return handle
          .createQuery(
              "select * from suspect where type = :type and system = :system"
                  + " and location <> all(:without) order by id limit :limit")
          .bind("type", type.name())
          .bind("system", system.value())
          .bindArray("without", String.class, List.copyOf(without))
          .bind("limit", limit)
          .map((row, context) -> Rows.suspect(row))
          .list();
    }
  }

  @Override
  public Told told(RecordType type, SystemName system, int limit) {
    return jdbi.withHandle(h -> new ToldEdits(h).ripe(type, system, limit, now()));
  }

  @Override
  public List<Long> heldRecords(RecordType type, long after, int limit) {
    return jdbi.withHandle(h -> new HeldRows(h, type).records(after, limit));
  }

  @Override
  public List<HeldCopy> heldCopies(RecordType type, int limit) {
    return jdbi.withHandle(h -> new HeldRows(h, type).copies(limit));
  }

  @Override
  public List<HeldKey> heldKeys(RecordType type, int limit) {
    return jdbi.withHandle(h -> new HeldRows(h, type).keys(limit));
  }

  @Override
  public List<Stop> stops(RecordType type) {
    return jdbi.withHandle(h -> Stops.of(h, type));
  }

  @Override
  public Set<String> toSweep(RecordType type, SystemName system) {
    return jdbi.withHandle(h -> new Kept(h, type, system, now()).toSweep());
  }

  @Override
  public boolean isKeeping(RecordType type, SystemName system) {
    return jdbi.withHandle(h -> new Kept(h, type, system, now()).isKeeping());
  }
}
