package io.partnerhub.mapping;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The other types that a type has to do with.
 *
 * @param parents the types it refers to, with the systems that have them
 * @param children the types that refer to it
 * @param rolledUp the fields that parents derive theirs from, by the reference to the parents; a
 *     reference that nothing is derived by is missing
 */
public record Relatives(
    Map<RecordType, Set<SystemName>> parents,
    Set<RecordType> children,
    Map<String, Set<String>> rolledUp) {

  /** A type that stands alone. */
  public static final Relatives NONE = new Relatives(Map.of(), Set.of(), Map.of());

  static Relatives of(RecordType type, Map<RecordType, MappingFile> all) {
    Map<RecordType, Set<SystemName>> parents = new LinkedHashMap<>();
    for (RecordType parent : MappingSet.parentsOf(all.get(type).mapping())) {
      parents.put(parent, Set.copyOf(all.get(parent).mapping().sides().keySet()));
    }
    Set<RecordType> children =
        all.values().stream()
            .map(MappingFile::mapping)
            .filter(m -> MappingSet.parentsOf(m).contains(type))
            .map(Mapping::type)
            .collect(Collectors.toUnmodifiableSet());
    return new Relatives(parents, children, rolledUp(type, all));
  }

  private static Map<String, Set<String>> rolledUp(
      RecordType type, Map<RecordType, MappingFile> all) {
    Map<String, Set<String>> rolledUp = new TreeMap<>();
    for (MappingFile parent : all.values()) {
      for (Derivation derivation : MappingSet.derivations(parent.mapping(), all)) {
        if (derivation.children().type().equals(type)) {
          rolledUp
              .computeIfAbsent(derivation.reference().name(), r -> new TreeSet<>())
              .addAll(derivation.rollup().fields());
        }
      }
    }
    return rolledUp;
  }
}
