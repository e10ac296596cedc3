package io.partnerhub.mapping;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * All mappings of a hub, which may refer to each other.
 *
 * @param files parents before the types that refer to them
 */
public record MappingSet(List<MappingFile> files) {

  /**
   * Puts mappings in order.
   *
   * @throws MappingFaults with every fault between the files
   */
  public static MappingSet of(List<MappingFile> files) {
    Map<RecordType, MappingFile> byType = new LinkedHashMap<>();
    List<Fault> faults = new ArrayList<>();
    for (MappingFile file : files) {
      if (byType.putIfAbsent(file.mapping().type(), file) != null) {
        faults.add(
            file.fault(
                "/type",
                "Another file maps the type " + file.mapping().type() + " too",
                "Keep one of them"));
      }
    }
    faults.addAll(new LinkCheck(byType).faults());
    if (!faults.isEmpty()) {
      throw new MappingFaults(faults);
    }
    return new MappingSet(inOrder(byType));
  }

  /**
   * Fields that a place cannot hold, with the lines that name them there; empty while it can hold
   * all, and for a place that no mapping names.
   */
  public List<Fault> unfit(Metadata place) {
    return files.stream()
        .filter(file -> file.mapping().sides().containsKey(place.system()))
        .filter(
            file ->
                file.mapping()
                    .side(place.system())
                    .placement()
                    .locations()
                    .contains(place.location()))
        .flatMap(file -> MappingCheck.checkKinds(file, place).stream())
        .toList();
  }

  private static List<MappingFile> inOrder(Map<RecordType, MappingFile> byType) {
    Map<RecordType, MappingFile> ordered = new LinkedHashMap<>();
    byType.values().forEach(file -> addBehindParents(file, byType, ordered));
    return ordered.values().stream()
        .map(file -> file.with(Relatives.of(file.mapping().type(), byType)))
        .toList();
  }

  private static void addBehindParents(
      MappingFile file, Map<RecordType, MappingFile> byType, Map<RecordType, MappingFile> ordered) {
    parentsOf(file.mapping()).forEach(p -> addBehindParents(byType.get(p), byType, ordered));
    ordered.putIfAbsent(file.mapping().type(), file);
  }

  static Set<RecordType> parentsOf(Mapping mapping) {
    Set<RecordType> parents = new LinkedHashSet<>();
    mapping.references().forEach(field -> parents.add(field.refersTo()));
    return parents;
  }

  /** The same, with what the hub's store knows of each mapping. */
  public MappingSet with(UnaryOperator<Mapping> known) {
    return new MappingSet(files.stream().map(f -> f.with(known.apply(f.mapping()))).toList());
  }

  /** Every system that some type is kept in. */
  public Set<SystemName> systems() {
    return mappings().stream()
        .flatMap(m -> m.sides().keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The files that name a system, parents first. */
  public List<MappingFile> filesOf(SystemName system) {
    return files.stream().filter(f -> f.mapping().sides().containsKey(system)).toList();
  }

  /** The mappings, parents first. */
  public List<Mapping> mappings() {
    return files.stream().map(MappingFile::mapping).toList();
  }

  /** The mapping of a type; empty when no file has it. */
  public Optional<Mapping> find(RecordType type) {
    return mappings().stream().filter(m -> m.type().equals(type)).findFirst();
  }

  /** The derived fields of a type. */
  public List<Derivation> derivationsOf(RecordType type) {
    Map<RecordType, MappingFile> byType = new LinkedHashMap<>();
    files.forEach(file -> byType.put(file.mapping().type(), file));
    return derivations(byType.get(type).mapping(), byType);
  }

  static List<Derivation> derivations(Mapping mapping, Map<RecordType, MappingFile> byType) {
    List<Derivation> derivations = new ArrayList<>();
    for (Field field : mapping.fields()) {
      if (field.rule() instanceof FieldRule.Derived derived) {
        Rollup rollup = derived.rollup();
        Mapping children = byType.get(rollup.children()).mapping();
        Field reference =
            children.references().stream()
                .filter(f -> f.refersTo().equals(mapping.type()))
                .filter(f -> rollup.via() == null || rollup.via().equals(f.name()))
                .findFirst()
                .orElseThrow();
        derivations.add(new Derivation(field, rollup, children, reference));
      }
    }
    return derivations;
  }
}
