package io.partnerhub.store;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Attempt;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.Replica;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The systems that this hub's mappings name. What is stored of others is not looked at; a copy that
 * is not stored is absent.
 */
public final class MappedSystems {

  /** Where there are no mappings, what is stored is all there is. */
  public static final MappedSystems ANY = new MappedSystems(Map.of());

  private final Map<RecordType, Set<SystemName>> byType;

  private MappedSystems(Map<RecordType, Set<SystemName>> byType) {
    this.byType = byType;
  }

  /** Those of these mappings. */
  public static MappedSystems of(Collection<Mapping> mappings) {
    Map<RecordType, Set<SystemName>> byType = new HashMap<>();
    mappings.forEach(m -> byType.put(m.type(), Set.copyOf(m.sides().keySet())));
    return new MappedSystems(byType);
  }

  /** A record of a type, as its mapping has it. */
  Dossier among(RecordType type, Dossier stored) {
    Set<SystemName> named = byType.get(type);
    if (named == null || named.equals(stored.replicas().keySet()) && isOf(named, stored)) {
      return stored;
    }
    long record = stored.record().id();
    Map<SystemName, Replica> replicas = new TreeMap<>(stored.replicas());
    replicas.keySet().retainAll(named);
    named.forEach(system -> replicas.computeIfAbsent(system, s -> Replica.absent(record, s)));
    return new Dossier(
        stored.record(),
        replicas,
        stored.attempts().stream().filter(a -> named.contains(a.system())).toList());
  }

  private static boolean isOf(Set<SystemName> named, Dossier stored) {
    return stored.attempts().stream().map(Attempt::system).allMatch(named::contains);
  }
}
