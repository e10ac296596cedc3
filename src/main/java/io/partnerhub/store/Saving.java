package io.partnerhub.store;

import io.partnerhub.model.NativeId;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Replica;
import io.partnerhub.sync.Stray;
import io.partnerhub.sync.Suspect;
import io.partnerhub.sync.store.Changes;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Stores a transaction's changes, one statement a table, all in one round trip. */
final class Saving {

  /** No claim has this number. */
  static final long NO_CLAIM = 0;

  /** A replica that is saved as its batch ends is given back with it; one still due waits on. */
  private static final String ALSO =
      ", due_since = case when t.due and excluded.due then t.due_since"
          + "   else excluded.due_since end,"
          + " claim = nullif(t.claim, :claim),"
          + " lease_until = case when t.claim = :claim then null else t.lease_until end";

  private static final Set<String> REPLICA_KEY = Set.of("record_id", "system");

  /** A letter is in the queue. */
  static final String OPEN_LETTER = "state in ('OPEN', 'REPLAYING')";

  /** It has left the queue. */
  static final String CLOSED_LETTER = "state in ('REPLAYED', 'SUPERSEDED', 'DISCARDED')";

  private final RecordType type;
  private final Instant now;
  private final Tables tables;
  private final RoundTrip trip;

  Saving(Handle handle, RecordType type, Instant now) {
    this.type = type;
    this.now = now;
    this.tables = new Tables(type);
    this.trip = new RoundTrip(handle);
  }

  /**
   * Stores.
   *
   * @param claim whose replicas are given back with their new state; {@link #NO_CLAIM} for none
   */
  void save(SystemName system, Changes changes, long claim) {
    byIds("delete from record where id = any(:removed)", "removed", changes.removedRecords());
    var records = tables.records(changes);
    run(records, records.upsertInto("record", Set.of("id"), Set.of()), changes.records());
    var renames = tables.renames();
    run(renames, RenameRows.insert(renames), changes.renames());
    references(changes);
    var marks = tables.marks();
    run(marks, marks.insertInto("rollup_due"), List.copyOf(changes.marks()));
    replicas(changes, claim);
    var fences = tables.fences();
    run(fences, fences.update("replica", REPLICA_KEY), changes.fences());
    linked(changes);
    byIds("delete from attempt where id = any(:settled)", "settled", changes.settledAttempts());
    noStrays(system, changes.removedStrays());
    strays("stray", system, changes.strays());
    changes.buried().forEach((of, some) -> strays("buried_" + of.value(), of, some));
    lookAt(changes.keysToLookAt());
    passed(system, changes.passed());
    letters(changes);
    var ledger = tables.ledger(now);
    run(ledger, ledger.insertInto("ledger"), changes.ledger());
    trip.make();
  }

  /** One open letter a replica: what fails once more says so in its letter. */
  private void letters(Changes changes) {
    var closed =
        new Rowset<Replica>("closed")
            .number("record_id", Replica::record)
            .text("system", r -> r.system().value());
    String close =
        "with x as (select * from "
            + closed.from()
            + ") update dead_letter l set closed_at = :now,"
            + " state = case l.state when 'REPLAYING' then 'REPLAYED' else 'SUPERSEDED' end"
            + " from x where l.record_id = x.record_id and l.system = x.system"
            + " and l."
            + OPEN_LETTER;
    if (run(closed, close, changes.letterless())) {
      trip.with(update -> update.bind("now", now));
    }
    var letters = tables.letters(now);
    String sql =
        letters.upsertInto("dead_letter", REPLICA_KEY, OPEN_LETTER, Set.of("since", "first_at"));
    run(letters, sql, changes.givenUp());
  }

  private void strays(String name, SystemName system, List<Stray> some) {
    var strays = tables.strays(name, system, now);
    run(
        strays,
        strays.upsertInto("stray", Set.of("type", "system", "native_id"), Set.of("since")),
        some);
  }

  private void replicas(Changes changes, long claim) {
    var replicas = tables.replicas(now);
    String sql = replicas.upsertInto("replica", REPLICA_KEY, Set.of("due_since"));
    if (run(replicas, sql + ALSO, changes.standings())) {
      trip.with(update -> update.bind("claim", claim));
    }
  }

  private void linked(Changes changes) {
    var linked = tables.linked();
    String sql =
        linked.insertInto("linked")
            + " on conflict (type, system, location)"
            + " do update set copies = t.copies + excluded.copies";
    run(linked, sql, List.copyOf(changes.linked().more().entrySet()));
  }

  /** An empty one goes, the others take their new key. */
  private void references(Changes changes) {
    var references = tables.references();
    String sql =
        "with x as (select * from "
            + references.from()
            + "), emptied as (delete from reference r using x"
            + "   where r.record_id = x.record_id and r.field = x.field and x.to_key is null)"
            + " insert into reference (record_id, field, type, to_type, to_key)"
            + " select record_id, field, type, to_type, to_key from x where to_key is not null"
            + " on conflict (record_id, field) do update set to_type = excluded.to_type,"
            + " to_key = excluded.to_key";
    run(references, sql, changes.references());
  }

  void suspect(SystemName system, List<Suspect> suspects) {
    var rows = tables.suspects(system, now);
    run(rows, rows.insertInto("suspect"), suspects);
    trip.make();
  }

  /** Gives whether there was anything to run. */
  private <T> boolean run(Rowset<T> rowset, String sql, List<T> rows) {
    if (!rows.isEmpty()) {
      trip.run(sql).with(update -> rowset.bind(update, rows));
    }
    return !rows.isEmpty();
  }

  private void byIds(String sql, String name, Collection<Long> ids) {
    if (!ids.isEmpty()) {
      trip.run(sql).with(update -> update.bindArray(name, Long.class, List.copyOf(ids)));
    }
  }

  private void noStrays(SystemName system, Collection<String> nativeIds) {
    if (!nativeIds.isEmpty()) {
      trip.run(
              "delete from stray"
                  + " where type = :type and system = :system and native_id = any(:found)")
          .with(
              update ->
                  update
                      .bind("type", type.name())
                      .bind("system", system.value())
                      .bindArray("found", String.class, List.copyOf(nativeIds)));
    }
  }

  private void passed(SystemName system, Changes.Passed passed) {
    var copies =
        new Rowset<NativeId>("passed")
            .text("native_id", NativeId::id)
            .text("location", NativeId::location);
    String sql =
        "with over as (delete from passed"
            + "   where type = :type and system = :system and at <= :until)"
            + " insert into passed (type, system, location, at, copies, native_ids)"
            + " select :type, :system, location, :now, count(*), array_agg(native_id) from "
            + copies.from()
            + " group by location";
    if (run(copies, sql, passed.copies())) {
      trip.with(update -> update.bind("type", type.name()).bind("system", system.value()))
          .with(update -> update.bind("now", now).bind("until", passed.until()));
    }
  }

  /** In all systems: whichever copy or record gave the key up, a twin anywhere may take it. */
  private void lookAt(Collection<String> keys) {
    if (!keys.isEmpty()) {
      trip.run(
              "update stray set look_again = true where type = :type"
                  + " and key = any(:keys) and why not in ('REPLACED', 'EMPTY_KEY')")
          .with(
              update ->
                  update
                      .bind("type", type.name())
                      .bindArray("keys", String.class, List.copyOf(keys)));
    }
  }
}
