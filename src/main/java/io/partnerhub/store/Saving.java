package io.partnerhub.store;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Attempt;
import io.partnerhub.sync.Changes;
import io.partnerhub.sync.Replica;
import io.partnerhub.sync.Stray;
import io.partnerhub.sync.Suspect;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Stores a transaction's changes, one statement a table. */
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

  private final Handle handle;
  private final RecordType type;
  private final Instant now;
  private final Tables tables;

  Saving(Handle handle, RecordType type, Instant now) {
    this.handle = handle;
    this.type = type;
    this.now = now;
    this.tables = new Tables(type);
  }

  /**
   * Stores.
   *
   * @param claim whose replicas are given back with their new state; {@link #NO_CLAIM} for none
   */
  void save(SystemName system, Changes changes, long claim) {
    byIds("delete from record where id = any(:ids)", changes.removedRecords());
    var records = tables.records(changes);
    execute(records, records.upsertInto("record", Set.of("id"), Set.of()), changes.records());
    var renames = tables.renames();
    execute(renames, renames.insertInto("rename"), changes.renames());
    references(changes);
    var marks = tables.marks();
    execute(marks, marks.insertInto("rollup_due"), List.copyOf(changes.marks()));
    replicas(changes, claim);
    var fences = tables.fences();
    execute(fences, fences.update("replica", REPLICA_KEY), changes.fences());
    byIds("delete from attempt where id = any(:ids)", changes.settledAttempts());
    noStrays(system, changes.removedStrays());
    strays(system, changes.strays());
    changes.buried().forEach(this::strays);
    lookAt(changes.keysToLookAt());
    letters(changes);
    var ledger = tables.ledger(now);
    execute(ledger, ledger.insertInto("ledger"), changes.ledger());
  }

  /** One open letter a replica: what fails once more says so in its letter. */
  private void letters(Changes changes) {
    if (!changes.letterless().isEmpty()) {
      var closed =
          new Rowset<Replica>()
              .number("record_id", Replica::record)
              .text("system", r -> r.system().value());
      String sql =
          "with x as (select * from "
              + closed.from()
              + ") update dead_letter l set closed_at = :now,"
              + " state = case l.state when 'REPLAYING' then 'REPLAYED' else 'SUPERSEDED' end"
              + " from x where l.record_id = x.record_id and l.system = x.system"
              + " and l."
              + OPEN_LETTER;
      closed.bind(handle, sql, changes.letterless()).bind("now", now).execute();
    }
    var letters = tables.letters(now);
    String sql =
        letters.upsertInto("dead_letter", REPLICA_KEY, OPEN_LETTER, Set.of("since", "first_at"));
    execute(letters, sql, changes.givenUp());
  }

  private void strays(SystemName system, List<Stray> some) {
    var strays = tables.strays(system, now);
    execute(
        strays,
        strays.upsertInto("stray", Set.of("type", "system", "native_id"), Set.of("since")),
        some);
  }

  private void replicas(Changes changes, long claim) {
    var replicas = tables.replicas(now);
    if (!changes.standings().isEmpty()) {
      String sql = replicas.upsertInto("replica", REPLICA_KEY, Set.of("due_since"));
      replicas.bind(handle, sql + ALSO, changes.standings()).bind("claim", claim).execute();
    }
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
    execute(references, sql, changes.references());
  }

  void open(List<Attempt> attempts, String hubId, Instant leaseUntil) {
    var rows = tables.attempts(hubId, leaseUntil);
    execute(rows, rows.insertInto("attempt"), attempts);
  }

  void suspect(SystemName system, List<Suspect> suspects) {
    var rows = tables.suspects(system, now);
    execute(rows, rows.insertInto("suspect"), suspects);
  }

  private <T> void execute(Rowset<T> rowset, String sql, List<T> rows) {
    if (!rows.isEmpty()) {
      rowset.bind(handle, sql, rows).execute();
    }
  }

  private void byIds(String sql, Collection<Long> ids) {
    if (!ids.isEmpty()) {
      handle.createUpdate(sql).bindArray("ids", Long.class, List.copyOf(ids)).execute();
    }
  }

  private void noStrays(SystemName system, Collection<String> nativeIds) {
    if (!nativeIds.isEmpty()) {
      handle
          .createUpdate(
              "delete from stray"
                  + " where type = :type and system = :system and native_id = any(:ids)")
          .bind("type", type.name())
          .bind("system", system.value())
          .bindArray("ids", String.class, List.copyOf(nativeIds))
          .execute();
    }
  }

  /** In all systems: whichever copy or record gave the key up, a twin anywhere may take it. */
  private void lookAt(Collection<String> keys) {
    if (!keys.isEmpty()) {
      handle
          .createUpdate(
              "update stray set look_again = true where type = :type"
                  + " and key = any(:keys) and why not in ('REPLACED', 'EMPTY_KEY')")
          .bind("type", type.name())
          .bindArray("keys", String.class, List.copyOf(keys))
          .execute();
    }
  }
}
