package io.partnerhub.store;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.AgreedRecord;
import io.partnerhub.sync.Attempt;
import io.partnerhub.sync.Changes;
import io.partnerhub.sync.Decision;
import io.partnerhub.sync.Fence;
import io.partnerhub.sync.LedgerEntry;
import io.partnerhub.sync.Reference;
import io.partnerhub.sync.Replica;
import io.partnerhub.sync.RollupMark;
import io.partnerhub.sync.Stray;
import io.partnerhub.sync.Suspect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Stores a transaction's changes, one statement a table: its rows go as one JSON parameter. */
final class Saving {

  private final Handle handle;
  private final RecordType type;
  private final Instant now;

  Saving(Handle handle, RecordType type, Instant now) {
    this.handle = handle;
    this.type = type;
    this.now = now;
  }

  void save(SystemName system, Changes changes) {
    byIds("delete from record where id = any(:ids)", changes.removedRecords());
    rows(Statements.RECORDS, changes.records(), r -> row(r, changes.keyOf(r)));
    rows(Statements.REFERENCES, changes.references(), this::row);
    rows(Statements.MARKS, List.copyOf(changes.marks()), Saving::mark);
    rows(Statements.REPLICAS, changes.standings(), this::row);
    rows(Statements.FENCES, changes.fences(), Saving::fence);
    byIds("delete from attempt where id = any(:ids)", changes.settledAttempts());
    byTexts(
        "delete from stray where type = :type and system = :system and native_id = any(:texts)",
        system,
        changes.removedStrays());
    rows(Statements.STRAYS, changes.strays(), s -> row(system, s));
    lookAt(changes.keysToLookAt());
    rows(Statements.LEDGER, changes.ledger(), this::row);
  }

  void open(List<Attempt> attempts, String hubId, Instant leaseUntil) {
    rows(
        Statements.ATTEMPTS,
        attempts,
        a -> {
          Map<String, Object> row = new HashMap<>();
          row.put("id", a.id());
          row.put("record_id", a.record());
          row.put("system", a.system().value());
          row.put("type", type.name());
          row.put("action", a.action().name());
          row.put("location", a.target().location());
          row.put("native_id", a.target().id());
          row.put("destination", a.destination());
          row.put("key", a.key());
          row.put("fields", a.fields());
          row.put("content", a.values().asMap());
          row.put("before", a.before().asMap());
          row.put("hub", hubId);
          row.put("opened_at", Json.text(a.opened()));
          row.put("lease_until", Json.text(leaseUntil));
          return row;
        });
  }

  void suspect(SystemName system, List<Suspect> suspects) {
    rows(
        Statements.SUSPECTS,
        suspects,
        s -> {
          Map<String, Object> row = new HashMap<>();
          row.put("type", type.name());
          row.put("system", system.value());
          row.put("record_id", s.record());
          row.put("location", s.copy().location());
          row.put("native_id", s.copy().id());
          row.put("fields", s.fields());
          row.put("before", s.before().asMap());
          row.put("since", Json.text(s.since()));
          return row;
        });
  }

  private Map<String, Object> row(AgreedRecord record, String key) {
    Map<String, Object> held = new TreeMap<>();
    record.held().forEach((field, h) -> held.put(field, Rows.holdAsObject(h)));
    Map<String, Object> row = new HashMap<>();
    row.put("id", record.id());
    row.put("type", type.name());
    row.put("key", key);
    row.put("agreed", record.agreed().asMap());
    row.put("origins", Rows.originsAsLists(record.origins()));
    row.put("held", held);
    return row;
  }

  private Map<String, Object> row(Reference reference) {
    Map<String, Object> row = new HashMap<>();
    row.put("record_id", reference.record());
    row.put("field", reference.field());
    row.put("type", type.name());
    row.put("to_type", reference.to().name());
    row.put("to_key", reference.key());
    return row;
  }

  private static Map<String, Object> mark(RollupMark mark) {
    return Map.of("type", mark.type().name(), "key", mark.key());
  }

  private Map<String, Object> row(Changes.Standing standing) {
    Replica replica = standing.replica();
    boolean linked = replica.state() == Replica.State.LINKED;
    Map<String, Object> row = fence(replica);
    row.put("type", type.name());
    row.put("state", replica.state().name());
    row.put("location", replica.id() == null ? null : replica.id().location());
    row.put("native_id", replica.id() == null ? null : replica.id().id());
    row.put("key", linked ? standing.heldKey() : null);
    row.put("holds", replica.holds().asMap());
    row.put(
        "stands_for",
        replica.standsFor().equals(replica.holds()) ? null : replica.standsFor().asMap());
    row.put("rendering", replica.rendering());
    row.put("rewrites", Rows.rewritesAsObject(replica.rewrites()));
    row.put("failures", replica.trouble().failures());
    row.put(
        "reason_code",
        replica.trouble().reason() == null ? null : replica.trouble().reason().code());
    row.put(
        "reason", replica.trouble().reason() == null ? null : replica.trouble().reason().message());
    row.put("try_at", Json.text(replica.trouble().tryAt()));
    row.put("due", standing.due().isDue());
    row.put("target", standing.due().location());
    row.put("awaits", standing.due().awaits().isEmpty() ? null : standing.due().awaits());
    row.put("due_since", standing.due().isDue() ? Json.text(now) : null);
    row.put("blocked", standing.due().blocked());
    return row;
  }

  private static Map<String, Object> fence(Replica replica) {
    Fence fence = replica.fence();
    Map<String, Object> row = new HashMap<>();
    row.put("record_id", replica.record());
    row.put("system", replica.system().value());
    row.put("read_began", fence.readBegan());
    row.put("read_ended", fence.readEnded());
    row.put("wrote_ended", fence.wroteEnded());
    row.put("read_again", fence.readAgain());
    row.put("read_at", Json.text(fence.readAt()));
    return row;
  }

  private Map<String, Object> row(SystemName system, Stray stray) {
    Map<String, Object> row = new HashMap<>();
    row.put("type", type.name());
    row.put("system", system.value());
    row.put("native_id", stray.id().id());
    row.put("location", stray.id().location());
    row.put("key", stray.key());
    row.put("why", stray.why().name());
    row.put("until_tick", stray.until());
    row.put("look_again", stray.lookAgain());
    row.put("since", Json.text(now));
    return row;
  }

  /** A decision is a list, to be short: there is one for every field of every change. */
  private Map<String, Object> row(LedgerEntry entry) {
    List<List<String>> decisions = new ArrayList<>();
    for (Decision d : entry.decisions()) {
      decisions.add(Arrays.asList(d.verdict().name(), d.field(), d.was(), d.is(), d.because()));
    }
    Map<String, Object> row = new HashMap<>();
    row.put("at", Json.text(now));
    row.put("type", type.name());
    row.put("record_id", entry.record());
    row.put("system", entry.system().value());
    row.put("event", entry.event().name());
    row.put("reading", entry.reading());
    row.put("attempt", entry.attempt());
    row.put("stamp", Json.text(entry.stamp()));
    row.put("version", entry.version());
    row.put("changed_by", entry.by());
    row.put("decisions", decisions);
    row.put("note", entry.note());
    return row;
  }

  private <T> void rows(String sql, List<T> values, Function<T, Map<String, Object>> toRow) {
    if (!values.isEmpty()) {
      String json = Json.array(values, toRow);
      handle.createUpdate(sql).bind("rows", json).execute();
    }
  }

  private void byIds(String sql, Collection<Long> ids) {
    if (!ids.isEmpty()) {
      handle.createUpdate(sql).bindArray("ids", Long.class, List.copyOf(ids)).execute();
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

  private void byTexts(String sql, SystemName system, Collection<String> texts) {
    if (!texts.isEmpty()) {
      Update update = handle.createUpdate(sql);
      update
          .bind("type", type.name())
          .bind("system", system.value())
          .bindArray("texts", String.class, List.copyOf(texts))
          .execute();
    }
  }
}
