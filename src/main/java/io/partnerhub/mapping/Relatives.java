package io.partnerhub.mapping;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The other types that a type has to do with.
 *
 * @param parents the types it refers to, with the systems that have them
 * @param children the types that refer to it
 */
public record Relatives(Map<RecordType, Set<SystemName>> parents, Set<RecordType> children) {

  /** A type that stands alone. */
  public static final Relatives NONE = new Relatives(Map.of(), Set.of());

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
            .collect(java.util.stream.Collectors.toUnmodifiableSet());
    return new Relatives(parents, children);
  }
}
