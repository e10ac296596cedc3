package io.partnerhub.sandbox.crash;

import io.partnerhub.ledger.Accounts;
import io.partnerhub.ledger.Fate;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.demo.world.Comparison;
import io.partnerhub.sandbox.demo.world.Copy;
import io.partnerhub.sandbox.demo.world.PartnerTotals;
import io.partnerhub.sandbox.demo.world.Records;
import io.partnerhub.sandbox.demo.world.Systems;
import io.partnerhub.store.Figures;
import io.partnerhub.store.MappedSystems;
import io.partnerhub.store.PostgresPasts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Judges what became of everything by what the systems show; the ledger may only explain it. */
final class CrashOracle {

  private final Systems systems;
  private final Figures figures;
  private final Jdbi jdbi;
  private final Accounts accounts;
  private final CrashPlan plan;
  private final Typists typists;
  private final Letters letters;

  CrashOracle(Systems systems, DataSource store, CrashPlan plan, Typists typists) {
    this.systems = systems;
    this.figures = new Figures(store);
    this.jdbi = Jdbi.create(store);
    List<Mapping> mappings = systems.all().stream().map(Records::mapping).toList();
    this.accounts = new Accounts(new PostgresPasts(store, MappedSystems.of(mappings)), mappings);
    this.plan = plan;
    this.typists = typists;
    this.letters = new Letters(jdbi, accounts, typists);
  }

  /** Changes that are in none of the fates; there are none at any moment. */
  List<String> lostChanges() {
    return accounts.since(Instant.EPOCH).stream()
        .filter(a -> a.of(Fate.LOST) > 0)
        .map(a -> "changes vanished: " + a)
        .toList();
  }

  /** What came of writes that are refused. */
  Letters letters() {
    return letters;
  }

  /** What is still to come to rest; none when all was typed, written and settled. */
  List<String> unrest() {
    List<String> unrest = new ArrayList<>();
    typists.toCome().forEach(t -> unrest.add("not typed yet: " + t));
    figures.reasons(100).stream()
        .filter(r -> r.standing() != Figures.Standing.HELD)
        .forEach(r -> unrest.add(r.toString()));
    figures.counts().stream()
        .filter(c -> c.standing() == Figures.Standing.DUE)
        .forEach(c -> unrest.add(c.toString()));
    Set<List<String>> held = held();
    for (Records records : systems.all()) {
      Comparison now = Comparison.of(records);
      now.twice().forEach(key -> unrest.add("twice: " + records.type() + " " + key));
      now.missing()
          .forEach(
              (system, keys) -> keys.forEach(k -> unrest.add("missing in " + system + ": " + k)));
      now.differing()
          .forEach(
              (key, fields) ->
                  fields.stream()
                      .filter(f -> !held.contains(List.of(records.type(), key, f)))
                      .forEach(f -> unrest.add("differs: " + key + "." + f)));
    }
    if (unrest.isEmpty()) {
      unrest.addAll(open());
      unrest.addAll(totals());
    }
    return unrest;
  }

  private List<String> open() {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select 'open attempt ' || id from attempt"
                        + " union all select 'claimed ' || record_id from replica"
                        + "   where claim is not null"
                        + " union all select 'dead letter ' || key || ' ' || sentence"
                        + "   from dead_letter where state in ('OPEN', 'REPLAYING')")
                .mapTo(String.class)
                .list());
  }

  private List<String> totals() {
    Set<String> codes =
        systems.partners().salesforce().all().stream().map(Copy::key).collect(Collectors.toSet());
    return new PartnerTotals(systems)
        .wrong(codes).entrySet().stream().map(wrong -> "totals: " + wrong).toList();
  }

  /** What must hold once all rests. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    counted("partner", CrashPlan.PARTNERS, faults);
    counted("order", CrashPlan.ORDERS, faults);
    counted("activation", CrashPlan.ACTIVATIONS, faults);
    String ledger = ledger();
    Set<List<String>> held = held();
    for (Typed typed : plan.typed()) {
      switch (typed.fate()) {
        case SHOWN -> shown(typed, faults);
        case YIELDS -> yielded(typed, ledger, faults);
        case CONTESTED -> contested(typed, ledger, held, faults);
        case CREATED, RESTORED -> {
          // counted, and compared while it came to rest
        }
      }
    }
    plan.unacceptable().ifPresent(record -> faults.addAll(letters.notMended(record)));
    faults.addAll(unexplained());
    faults.addAll(notAtAnEnd());
    return faults;
  }

  /** At rest each change was written or given way to, or is held. */
  private List<String> notAtAnEnd() {
    return accounts.since(Instant.EPOCH).stream()
        .filter(a -> a.of(Fate.WAITING) + a.of(Fate.DEAD_LETTERED) + a.of(Fate.DISCARDED) > 0)
        .map(a -> "not at an end: " + a)
        .toList();
  }

  private void counted(String type, int atFirst, List<String> faults) {
    long created =
        plan.typed().stream()
            .filter(t -> t.fate() == Typed.Fate.CREATED && t.type().equals(type))
            .count();
    Records records = typists.of(type);
    for (SystemName system : records.systems()) {
      int found = records.in(system).all().size();
      if (found != atFirst + created) {
        faults.add("%s has %d of %d %ss".formatted(system, found, atFirst + created, type));
      }
    }
  }

  private void shown(Typed typed, List<String> faults) {
    String value = typed.field().equals("status") ? "Accepted" : typed.value();
    if (!values(typed).stream().allMatch(value::equals)) {
      faults.add("lost: " + typed + ", shown: " + values(typed));
    }
  }

  private void yielded(Typed typed, String ledger, List<String> faults) {
    if (values(typed).contains(typed.value())) {
      faults.add("not put back: " + typed + ", shown: " + values(typed));
    }
    named(typed, ledger, faults);
  }

  private void contested(Typed typed, String ledger, Set<List<String>> held, List<String> faults) {
    Set<String> values = new HashSet<>(values(typed));
    boolean isHeld = held.contains(List.of(typed.type(), typed.key(), typed.field()));
    boolean oneIsShown =
        values.size() == 1
            && plan.typed().stream()
                .anyMatch(t -> t.fate() == Typed.Fate.CONTESTED && values.contains(t.value()));
    if (!isHeld && !oneIsShown) {
      faults.add("neither shown nor held: " + typed + ", shown: " + values);
    }
    if (!values.equals(Set.of(typed.value()))) {
      named(typed, ledger, faults);
    }
  }

  private static void named(Typed typed, String ledger, List<String> faults) {
    if (!ledger.contains('"' + typed.value() + '"')) {
      faults.add("overwritten unseen: " + typed);
    }
  }

  private List<String> values(Typed typed) {
    Records records = typists.of(typed.type());
    return records.systems().stream()
        .filter(system -> records.mapping().field(typed.field()).isIn(system))
        .map(
            system ->
                Objects.requireNonNullElse(records.value(system, typed.key(), typed.field()), ""))
        .toList();
  }

  /** Type, key and field of what is held. */
  private Set<List<String>> held() {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select type, key, f from record, jsonb_object_keys(held) f where held <> '{}'")
                .map((r, c) -> List.of(r.getString(1), r.getString(2), r.getString(3)))
                .collect(Collectors.toSet()));
  }

  private String ledger() {
    return jdbi.withHandle(
        h ->
            h.createQuery("select coalesce(string_agg(decisions::text, ' '), '') from ledger")
                .mapTo(String.class)
                .one());
  }

  /** Agreed values whose origin no line of the ledger tells of. */
  private List<String> unexplained() {
    return jdbi.withHandle(
        h ->
            h.createQuery(
                    "select 'unexplained: ' || r.type || ' ' || r.key || '.' || a.key"
                        + " from record r, jsonb_each_text(r.agreed) a"
                        + " where not exists (select 1 from json_array_elements(r.origins) o"
                        + "   join ledger l on l.record_id = r.id and l.system = o->>0"
                        + "     and l.reading = (o->>1)::bigint"
                        + "   where jsonb_exists(o::jsonb, a.key))")
                .mapTo(String.class)
                .list());
  }
}
