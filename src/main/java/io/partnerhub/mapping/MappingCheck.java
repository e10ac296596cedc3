package io.partnerhub.mapping;

import io.partnerhub.model.SystemName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks a mapping against what the systems say about their own fields. */
public final class MappingCheck {

  private final MappingFile file;
  private final List<Fault> faults = new ArrayList<>();

  private MappingCheck(MappingFile file) {
    this.file = file;
  }

  /**
   * Every fault of a mapping that only a system can tell, with the line of the mapping file that it
   * comes from; for one system alone, so that one that is down does not stop the others.
   *
   * @param metadata of each place that the mapping names there; a missing one is a fault
   */
  public static List<Fault> check(MappingFile file, SystemName system, List<Metadata> metadata) {
    MappingCheck check = new MappingCheck(file);
    for (String location : file.mapping().side(system).placement().locations()) {
      check.checkPlace(system, location, metadata);
    }
    return check.faults.stream().sorted().distinct().toList();
  }

  /**
   * Fields that a place cannot hold any more, whichever value they have. What else a place may
   * refuse is a matter of single records, and shows when they are written.
   *
   * @param place as it is now; nothing is said of fields that it has no longer
   */
  static List<Fault> checkKinds(MappingFile file, Metadata place) {
    return file.mapping().fieldsIn(place.system()).stream()
        .filter(field -> place.fields().containsKey(field.names().get(place.system())))
        .map(
            field ->
                new NativeFieldCheck(
                    file, field, place, place.fields().get(field.names().get(place.system()))))
        .flatMap(check -> check.faultsOfKind().stream())
        .sorted()
        .toList();
  }

  private void checkPlace(SystemName system, String location, List<Metadata> metadata) {
    Optional<Metadata> place =
        metadata.stream()
            .filter(m -> m.system().equals(system) && m.location().equals(location))
            .findFirst();
    if (place.isEmpty()) {
      faults.add(
          file.fault(
              sidePointer(system),
              "There is no " + location + " in " + system + ", or the hub may not see it",
              "Correct the name or the id, or give the hub's user access to it"));
      return;
    }
    for (Field field : file.mapping().fieldsIn(system)) {
      checkField(field, place.get());
    }
    checkUnmapped(place.get());
  }

  private void checkField(Field field, Metadata place) {
    String name = field.names().get(place.system());
    Metadata.NativeField found = place.fields().get(name);
    if (found == null) {
      faults.add(
          file.fault(
              fieldPointer(field, place.system()),
              "\"" + name + "\" does not exist in " + place.title(),
              "Was it renamed? " + NearestName.hint(name, place.fields().keySet())));
      return;
    }
    faults.addAll(new NativeFieldCheck(file, field, place, found).faults());
  }

  private void checkUnmapped(Metadata place) {
    Set<String> mapped = new HashSet<>();
    file.mapping()
        .fieldsIn(place.system())
        .forEach(field -> mapped.add(field.names().get(place.system())));
    place.fields().values().stream()
        .filter(found -> found.required() && found.writable() && !mapped.contains(found.name()))
        .forEach(
            found ->
                faults.add(
                    file.fault(
                        sidePointer(place.system()),
                        place.title() + " requires \"" + found.name() + "\", which is not mapped",
                        "Map it, or make it optional there")));
  }

  private static String sidePointer(SystemName system) {
    return YamlFile.child("/systems", system.value());
  }

  static String fieldPointer(Field field, SystemName system) {
    return YamlFile.child(YamlFile.child("/fields", field.name()), system.value());
  }
}
