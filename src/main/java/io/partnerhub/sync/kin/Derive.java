package io.partnerhub.sync.kin;

import io.partnerhub.mapping.Derivation;
import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.MappingSet;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.AgreedRecord;
import io.partnerhub.sync.Decision;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.LedgerEntry;
import io.partnerhub.sync.Origin;
import io.partnerhub.sync.merge.Merged;
import io.partnerhub.sync.store.RolledUp;
import io.partnerhub.sync.store.Store;
import io.partnerhub.sync.store.Transaction;
import io.partnerhub.sync.store.Workbench;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Works out the derived fields of one type's records whose children changed. Whatever changes a
 * child marks its parents in the same transaction; a parent that is marked often is worked out
 * once.
 */
public final class Derive {

  /** So few that no merge of the type waits long. */
  private static final int RECORDS = 200;

  private final Store store;
  private final Mapping mapping;
  private final List<Derivation> derivations;
  private boolean formIsKnown;

  private Derive(Store store, Mapping mapping, List<Derivation> derivations) {
    this.store = store;
    this.mapping = mapping;
    this.derivations = derivations;
  }

  /** One for each type with derived fields; children first, since theirs may count further up. */
  public static List<Derive> of(Store store, MappingSet mappings) {
    List<Derive> all = new ArrayList<>();
    for (Mapping mapping : mappings.mappings()) {
      List<Derivation> derivations = mappings.derivationsOf(mapping.type());
      if (!derivations.isEmpty()) {
        all.add(0, new Derive(store, mapping, derivations));
      }
    }
    return List.copyOf(all);
  }

  /** Whose derived fields these are. */
  public RecordType type() {
    return mapping.type();
  }

  /**
   * Works some marked records out; false when none is marked, or when the children were not read
   * completely yet: a part of them would be written as if it were all.
   */
  public boolean once() {
    knowForm();
    return store.isMarkedForRollup(mapping.type())
        && childrenWereReadOnce()
        && store.inTransaction(mapping.type(), this::once);
  }

  private boolean once(Transaction tx) {
    Set<String> keys = tx.rollups().takeMarks(RECORDS);
    Map<Long, List<RolledUp>> byRecord =
        tx.rollups().workOut(derivations, keys).stream()
            .collect(
                Collectors.groupingBy(
                    RolledUp::record, LinkedHashMap::new, Collectors.toUnmodifiableList()));
    Workbench bench = new Workbench(mapping, tx.dossiers(byRecord.keySet()));
    long tick = tx.tick();
    byRecord.forEach((record, values) -> take(bench, record, values, tick, tx));
    tx.save(SystemName.HUB, bench.finish(tx));
    return !keys.isEmpty();
  }

  private void take(
      Workbench bench, long record, List<RolledUp> values, long tick, Transaction tx) {
    Dossier dossier = bench.get(record);
    AgreedRecord now = dossier.record();
    List<Decision> decisions = new ArrayList<>();
    for (RolledUp value : values) {
      Field field = mapping.field(value.field());
      String rule = field.rule().inWords();
      String was = now.agreed().get(value.field());
      if (now.isYetToBeDerived(field) || !Objects.equals(was, value.value())) {
        Origin origin = new Origin(SystemName.HUB, tick, rule, tx.now(), tx.now());
        now = now.accept(value.field(), value.value(), origin);
        decisions.add(decision(value, was, rule));
      }
    }
    if (!decisions.isEmpty()) {
      bench.take(
          SystemName.HUB,
          new Merged(dossier.with(now), decisions),
          LedgerEntry.Event.DERIVED,
          null,
          tick);
    }
  }

  private static Decision decision(RolledUp value, String was, String rule) {
    return new Decision(
        Objects.equals(was, value.value()) ? Decision.Verdict.SAME : Decision.Verdict.ACCEPTED,
        value.field(),
        was,
        value.value(),
        "%s: %d of %d count".formatted(rule, value.counted(), value.children()));
  }

  /** Another roll-up than before concerns all records, once. */
  private synchronized void knowForm() {
    if (!formIsKnown) {
      String form = derivations.stream().map(Derivation::form).collect(Collectors.joining("\n"));
      store.inTransaction(
          mapping.type(),
          tx -> {
            tx.rollups().markAllFor(form);
            return null;
          });
      formIsKnown = true;
    }
  }

  private boolean childrenWereReadOnce() {
    return derivations.stream()
        .map(Derivation::children)
        .distinct()
        .allMatch(store::readCompletely);
  }
}
