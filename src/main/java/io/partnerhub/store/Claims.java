package io.partnerhub.store;

import io.partnerhub.model.NativeId;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.store.Batch;
import io.partnerhub.sync.store.Claim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Takes what is due of one location, so that its calls are full. */
final class Claims {

  /** Another record has the key too, or for an add: another copy there has it. */
  static final String BARRED =
      "(exists (select 1 from record o"
          + "   where o.type = r.type and o.key = r.key and o.id <> r.id)"
          + " or p.native_id is null and (exists (select 1 from stray s"
          + "   where s.type = p.type and s.system = p.system and s.key = r.key"
          + "   and s.why in ('DOUBLE_KEY', 'SEVERAL_RECORDS', 'TOO_EARLY'))"
          + " or exists (select 1 from replica o where o.type = p.type and o.system = p.system"
          + "   and o.key = r.key and o.record_id <> p.record_id)))";

  /**
   * A call on a record's copy was begun. PostgreSQL looks this up by hash; as a join it would go
   * through all attempts for each copy once it had counted none, as a queue has at times.
   */
  static final String IN_CALL =
      " in (select a.record_id from attempt a where a.type = :type and a.system = :system)";

  /** Due, free, not paused, no attempt open, not barred, and not waiting for a parent. */
  static final String CLAIMABLE =
      " from replica p join record r on r.id = p.record_id"
          + " where p.type = :type and p.system = :system and p.due"
          + " and (p.lease_until is null or p.lease_until < :now)"
          + " and (p.telling or p.fate not in ('GIVEN_UP', 'DISCARDED'))"
          + " and (p.try_at is null or p.try_at <= :now)"
          + " and p.record_id not"
          + IN_CALL
          + " and (p.native_id is null or p.native_id not in (select k.native_id from kept k"
          + "   where k.type = :type and k.system = :system))"
          + " and (p.awaits is null or not "
          + Waiting.WAITS
          + ")"
          + " and not "
          + BARRED;

  /** In the question for what is due, so that no claim costs another one. */
  private static final String AFTER_RENAMES = " and not " + RenameRows.exist(":type");

  private final Handle handle;
  private final Claim asked;
  private final String hubId;
  private final Instant now;
  private final String claimable;

  Claims(Handle handle, Claim asked, String hubId, Instant now) {
    this.handle = handle;
    this.asked = asked;
    this.hubId = hubId;
    this.now = now;
    this.claimable =
        CLAIMABLE
            + only(asked.which())
            + (asked.place() == null ? "" : " and p.target = :place")
            + (asked.afterRenames() ? AFTER_RENAMES : "");
  }

  /** Types with due copies, or with renames that have yet to be followed, which makes some due. */
  static Set<RecordType> mayBeDue(Handle handle, Collection<RecordType> types, SystemName system) {
    return handle
        .createQuery(
            "select x.type from unnest(cast(:types as text[])) as x(type)"
                // in the order of what is due, or it would look through all that is not
                + " where (select p.due from replica p"
                + "   where p.type = x.type and p.system = :system and p.due"
                + "   order by p.target limit 1)"
                + " or "
                + RenameRows.exist("x.type"))
        .bindArray("types", String.class, types.stream().map(RecordType::name).toList())
        .bind("system", system.value())
        .map((row, context) -> new RecordType(row.getString("type")))
        .set();
  }

  static String only(Claim.Which which) {
    return switch (which) {
      case ALL -> "";
      case UPDATES -> " and p.native_id is not null";
      case ADDS -> " and p.native_id is null";
    };
  }

  Optional<Batch> take() {
    return location().flatMap(this::take);
  }

  /** Whether there is anything to take; nothing is taken. */
  boolean any() {
    return location().isPresent();
  }

  /** The next behind the last one, or else the first. */
  private Optional<String> location() {
    String next = "(select p.target" + claimable + " and p.target > :behind order by 1 limit 1)";
    String first = "(select p.target" + claimable + " order by 1 limit 1)";
    String sql = asked.behind().isEmpty() ? first : next + " union all " + first + " limit 1";
    List<String> found = new ArrayList<>();
    RoundTrip trip =
        new RoundTrip(handle)
            // Nothing is lost with a claim: it need not be on disk before the hub goes on. It is
            // asked for so often, and is so quick, that to plan it anew takes longer than to do it.
            .run(
                "select set_config('synchronous_commit', 'off', true),"
                    + " set_config('plan_cache_mode', 'force_generic_plan', true)")
            .ask(sql, row -> found.add(row.getString(1)))
            .with(this::of);
    if (!asked.behind().isEmpty()) {
      trip.with(all -> all.bind("behind", asked.behind()));
    }
    trip.make();
    return found.stream().findFirst();
  }

  private Optional<Batch> take(String location) {
    String sql =
        "with mine as materialized (select nextval('claim_id') as claim),"
            + " picked as (select p.record_id"
            + claimable
            + " and p.target = :target"
            + " order by (p.native_id is null), p.record_id limit :limit"
            + " for update of p skip locked)"
            + " update replica u set claim = mine.claim, claimed_by = :hub, lease_until = :lease"
            + " from picked, mine"
            + " where u.record_id = picked.record_id and u.system = :system"
            + " returning u.claim, u.record_id, u.location, u.native_id";
    List<Long> claims = new ArrayList<>();
    List<Long> records = new ArrayList<>();
    List<NativeId> copies = new ArrayList<>();
    of(handle.createQuery(sql))
        .bind("target", location)
        .bind("limit", asked.limit())
        .bind("hub", hubId)
        .bind("lease", asked.leaseUntil())
        .map(
            (row, context) ->
                claims.add(row.getLong("claim"))
                    && records.add(row.getLong("record_id"))
                    && row.getString("native_id") != null
                    && copies.add(Rows.nativeId(row)))
        .list();
    return records.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Batch(claims.get(0), asked.type(), asked.system(), location, records, copies));
  }

  private <S extends SqlStatement<S>> S of(S statement) {
    statement
        .bind("type", asked.type().name())
        .bind("system", asked.system().value())
        .bind("now", now);
    return asked.place() == null ? statement : statement.bind("place", asked.place());
  }
}
