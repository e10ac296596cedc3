package io.partnerhub.store;

import io.partnerhub.model.NativeId;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.AgreedRecord;
import io.partnerhub.sync.Attempt;
import io.partnerhub.sync.LedgerEntry;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Replica;
import io.partnerhub.sync.Stray;
import io.partnerhub.sync.Suspect;
import io.partnerhub.sync.store.Changes;
import io.partnerhub.sync.store.GivenUp;
import io.partnerhub.sync.store.LinkedCopies;
import io.partnerhub.sync.store.Reference;
import io.partnerhub.sync.store.Rename;
import io.partnerhub.sync.store.RollupMark;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/** The heart's values as rows of the tables, for one record type. */
final class Tables {

  private final RecordType type;

  Tables(RecordType type) {
    this.type = type;
  }

  Rowset<AgreedRecord> records(Changes changes) {
    return new Rowset<AgreedRecord>("record")
        .number("id", AgreedRecord::id)
        .text("type", r -> type.name())
        .text("key", changes::keyOf)
        .searchableJson("agreed", r -> Json.object(r.agreed().asMap()))
        .json("origins", r -> JsonColumns.originsAsJson(r.origins()))
        .searchableJson("held", r -> JsonColumns.heldAsJson(r.held()));
  }

  Rowset<Reference> references() {
    return new Rowset<Reference>("reference")
        .number("record_id", Reference::record)
        .text("field", Reference::field)
        .text("type", r -> type.name())
        .text("to_type", r -> r.to().name())
        .text("to_key", Reference::key);
  }

  Rowset<Rename> renames() {
    return new Rowset<Rename>("rename")
        .number("record_id", Rename::record)
        .text("type", r -> r.children().name())
        .text("to_type", r -> r.parent().type().name())
        .text("old_key", r -> r.parent().key())
        .text("new_key", Rename::newKey)
        .text("system", r -> r.origin().system().value())
        .number("reading", r -> r.origin().reading())
        .instant("not_before", r -> r.origin().notBefore())
        .instant("not_after", r -> r.origin().notAfter());
  }

  Rowset<RollupMark> marks() {
    return new Rowset<RollupMark>("mark")
        .text("type", m -> m.type().name())
        .text("key", RollupMark::key);
  }

  /** By how many they change. */
  Rowset<Map.Entry<LinkedCopies.Place, Integer>> linked() {
    return new Rowset<Map.Entry<LinkedCopies.Place, Integer>>("linked")
        .text("type", e -> type.name())
        .text("system", e -> e.getKey().system().value())
        .text("location", e -> e.getKey().location())
        .count("copies", Map.Entry::getValue);
  }

  Rowset<Replica> fences() {
    return fence(new Rowset<>("fence"), Function.identity());
  }

  Rowset<Changes.Standing> replicas(Instant now) {
    return fence(new Rowset<>("replica"), Changes.Standing::replica)
        .text("type", s -> type.name())
        .text("state", s -> s.replica().state().name())
        .text("location", s -> of(s.replica().id(), NativeId::location))
        .text("native_id", s -> of(s.replica().id(), NativeId::id))
        .text("key", s -> s.replica().state() == Replica.State.LINKED ? s.heldKey() : null)
        .json("holds", s -> Json.object(s.replica().holds().asMap()))
        .json("stands_for", s -> standsFor(s.replica()))
        .json("rendering", s -> Json.array(s.replica().rendering()))
        .json("rewrites", s -> JsonColumns.rewritesAsJson(s.replica().rewrites()))
        .count("failures", s -> s.replica().trouble().failures())
        .instant("failing_since", s -> s.replica().trouble().since())
        .text("fate", s -> s.replica().trouble().fate().name())
        .text("reason_class", s -> of(s.replica().trouble().reason(), r -> r.kind().name()))
        .text("reason_code", s -> of(s.replica().trouble().reason(), Outcome.Reason::code))
        .text("reason", s -> of(s.replica().trouble().reason(), Outcome.Reason::message))
        .instant("try_at", s -> s.replica().trouble().tryAt())
        .flag("due", s -> s.due().isDue())
        .flag("telling", Changes.Standing::telling)
        .text("target", s -> s.due().location())
        .text("blocked", s -> s.due().blocked())
        .texts("awaits", s -> s.due().awaits())
        .instant("due_since", s -> s.due().isDue() ? now : null);
  }

  Rowset<GivenUp> letters(Instant now) {
    return new Rowset<GivenUp>("letter")
        .text("type", g -> type.name())
        .number("record_id", GivenUp::record)
        .text("system", g -> g.system().value())
        .text("key", GivenUp::key)
        .text("action", g -> of(g.attempt(), a -> a.action().name()))
        .text("location", g -> of(g.attempt(), a -> a.target().location()))
        .text("native_id", g -> of(g.attempt(), a -> a.target().id()))
        .json("sent", g -> Json.object(g.sent()))
        .text("reason_class", g -> g.reason().kind().name())
        .text("code", g -> g.reason().code())
        .text("sentence", g -> g.reason().message())
        .text("answer", g -> g.reason().answer())
        .count("attempts", GivenUp::failures)
        .instant("first_at", GivenUp::since)
        .instant("last_at", g -> now)
        .text("mapping_version", GivenUp::version)
        .text("state", g -> "OPEN")
        .instant("since", g -> now);
  }

  private static <T> Rowset<T> fence(Rowset<T> rows, Function<T, Replica> replica) {
    return rows.number("record_id", r -> replica.apply(r).record())
        .text("system", r -> replica.apply(r).system().value())
        .number("read_began", r -> replica.apply(r).fence().readBegan())
        .number("read_ended", r -> replica.apply(r).fence().readEnded())
        .number("wrote_ended", r -> replica.apply(r).fence().wroteEnded())
        .number("read_again", r -> replica.apply(r).fence().readAgain())
        .instant("read_at", r -> replica.apply(r).fence().readAt());
  }

  private static String standsFor(Replica replica) {
    return replica.standsFor().equals(replica.holds())
        ? null
        : Json.object(replica.standsFor().asMap());
  }

  Rowset<Attempt> attempts(String hubId, Instant leaseUntil) {
    return new Rowset<Attempt>("attempt")
        .number("record_id", Attempt::record)
        .text("system", a -> a.system().value())
        .text("type", a -> type.name())
        .text("action", a -> a.action().name())
        .text("location", a -> a.target().location())
        .text("native_id", a -> a.target().id())
        .text("destination", Attempt::destination)
        .text("key", Attempt::key)
        .json("fields", a -> Json.array(a.fields()))
        .json("content", a -> Json.object(a.values().asMap()))
        .json("before", a -> Json.object(a.before().asMap()))
        .text("hub", a -> hubId)
        .instant("opened_at", Attempt::opened)
        .instant("lease_until", a -> leaseUntil);
  }

  Rowset<Suspect> suspects(SystemName system, Instant now) {
    return new Rowset<Suspect>("suspect")
        .text("type", s -> type.name())
        .text("system", s -> system.value())
        .number("record_id", Suspect::record)
        .text("location", s -> s.copy().location())
        .text("native_id", s -> s.copy().id())
        .json("fields", s -> Json.array(s.fields()))
        .json("before", s -> Json.object(s.before().asMap()))
        .instant("since", Suspect::since)
        .json("wrote", s -> Json.object(s.wrote().asMap()))
        .flag("answered", Suspect::answered)
        .instant("suspected_at", s -> now);
  }

  /**
   * Of one system.
   *
   * @param name with which the parameters begin
   */
  Rowset<Stray> strays(String name, SystemName system, Instant now) {
    return new Rowset<Stray>(name)
        .text("type", s -> type.name())
        .text("system", s -> system.value())
        .text("native_id", s -> s.id().id())
        .text("location", s -> s.id().location())
        .text("key", Stray::key)
        .text("why", s -> s.why().name())
        .number("until_tick", Stray::until)
        .flag("look_again", Stray::lookAgain)
        .text("told", s -> of(s.told(), Enum::name))
        .instant("tell_at", Stray::tellAt)
        .instant("since", s -> now);
  }

  Rowset<LedgerEntry> ledger(Instant now) {
    return new Rowset<LedgerEntry>("ledger")
        .instant("at", e -> now)
        .text("type", e -> type.name())
        .number("record_id", LedgerEntry::record)
        .text("system", e -> e.system().value())
        .text("event", e -> e.event().name())
        .number("reading", LedgerEntry::reading)
        .number("attempt", LedgerEntry::attempt)
        .instant("stamp", LedgerEntry::stamp)
        .text("version", LedgerEntry::version)
        .text("changed_by", LedgerEntry::by)
        .json("decisions", e -> JsonColumns.decisionsAsJson(e.decisions()))
        .text("note", LedgerEntry::note);
  }

  private static <T> String of(T value, Function<T, String> part) {
    return value == null ? null : part.apply(value);
  }
}
