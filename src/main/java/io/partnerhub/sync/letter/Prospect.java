package io.partnerhub.sync.letter;

import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.Replica;
import io.partnerhub.sync.Write;
import io.partnerhub.sync.merge.Due;
import io.partnerhub.sync.store.GivenUp;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a replay of a dead letter would send today.
 *
 * @param own where the copy is; null for an add
 * @param key the record's business key; null where it has none
 */
record Prospect(LastTry last, SystemName system, Due due, Values values, NativeId own, String key) {

  static Prospect of(Mapping mapping, LastTry last, Dossier dossier, SystemName system) {
    Due due = Due.of(mapping, dossier, system);
    Replica replica = dossier.replica(system);
    return new Prospect(
        last,
        system,
        due,
        due.values(mapping, system, dossier.record()),
        replica.isLinked() ? replica.id() : null,
        dossier.record().agreed().get(mapping.key()));
  }

  boolean isAdd() {
    return due.action() == Write.Action.ADD;
  }

  ReasonClass kind() {
    return last.reason().kind();
  }

  /** The keys of the parents that it refers to in that system, by their types. */
  Map<RecordType, Set<String>> parents(Mapping mapping) {
    Map<RecordType, Set<String>> parents = new LinkedHashMap<>();
    for (String field : mapping.resolvedIn(system)) {
      if (due.fields().contains(field) && values.get(field) != null) {
        parents
            .computeIfAbsent(mapping.field(field).refersTo(), t -> new TreeSet<>())
            .add(values.get(field));
      }
    }
    return parents;
  }

  /** What the last try sent, by the mapping's names of the fields. */
  Values lastValues(Mapping mapping) {
    Values sent = Values.none();
    for (Field field : mapping.fieldsIn(system)) {
      sent = sent.with(field.name(), last.sent().get(field.names().get(system)));
    }
    return sent;
  }

  /** The fields that the last try sent, by the mapping's names of them. */
  Set<String> lastFields(Mapping mapping) {
    Set<String> sent = new TreeSet<>();
    for (Field field : mapping.fieldsIn(system)) {
      if (last.sent().containsKey(field.names().get(system))) {
        sent.add(field.name());
      }
    }
    return sent;
  }

  /** The system's names of the fields that would not be sent as they were. */
  Set<String> changed(Mapping mapping) {
    Map<String, String> now = GivenUp.named(mapping, system, due.fields(), values);
    Set<String> changed = new TreeSet<>(now.keySet());
    changed.addAll(last.sent().keySet());
    changed.removeIf(
        field ->
            now.containsKey(field) == last.sent().containsKey(field)
                && Objects.equals(now.get(field), last.sent().get(field)));
    return changed;
  }
}
