package io.partnerhub.mapping;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks what one mapping file says about the types of others. */
final class LinkCheck {

  private final Map<RecordType, MappingFile> byType;
  private final List<Fault> faults = new ArrayList<>();

  LinkCheck(Map<RecordType, MappingFile> byType) {
    this.byType = byType;
  }

  List<Fault> faults() {
    for (MappingFile file : byType.values()) {
      for (Field field : file.mapping().fields()) {
        checkReference(file, field);
        if (field.rule() instanceof FieldRule.Derived derived) {
          faults.addAll(new RollupCheck(byType, file, field, derived.rollup()).faults());
        }
      }
      if (refersToItself(file.mapping().type(), file.mapping().type(), new HashSet<>())) {
        faults.add(
            file.fault(
                "/type",
                "The references of " + file.mapping().type() + " lead back to it",
                "A parent is written before its children: remove one of the references"));
      }
    }
    return faults;
  }

  private void checkReference(MappingFile file, Field field) {
    if (field.refersTo() == null) {
      return;
    }
    MappingFile parent = byType.get(field.refersTo());
    if (parent == null) {
      faults.add(
          file.fault(
              pointer(field) + "/to",
              "Field " + field.name() + " refers to " + field.refersTo() + ", which no file maps",
              NearestName.hint(
                  field.refersTo().name(),
                  byType.keySet().stream().map(RecordType::name).toList())));
      return;
    }
    Field key = parent.mapping().field(parent.mapping().key());
    if (key.kind() != Kind.TEXT) {
      faults.add(
          file.fault(
              pointer(field),
              "Field "
                  + field.name()
                  + " refers to "
                  + field.refersTo()
                  + ", whose key is of kind "
                  + key.kind().inWords(),
              "Make "
                  + key.name()
                  + " of "
                  + field.refersTo()
                  + " a text: a reference is compared letter by letter"));
    } else if (key.max() != field.max() || key.upperCase() != field.upperCase()) {
      faults.add(
          file.fault(
              pointer(field),
              "Field " + field.name() + " is read otherwise than the key that it refers to",
              "Give it the same \"max\" and \"upperCase\" as "
                  + key.name()
                  + " of "
                  + field.refersTo()));
    }
    checkPath(file, field, key);
  }

  /** A path in Salesforce ends at the parent's key, by which the parent is found. */
  private void checkPath(MappingFile file, Field field, Field key) {
    String path = field.names().get(SystemName.SALESFORCE);
    String there = key.names().get(SystemName.SALESFORCE);
    if (path != null && path.contains(".") && there != null && !path.endsWith("." + there)) {
      faults.add(
          file.fault(
              MappingCheck.fieldPointer(field, SystemName.SALESFORCE),
              "Field " + field.name() + " does not lead to " + there + ", the key of its parent",
              "Write the lookup's name in queries, a dot, and " + there));
    }
  }

  private boolean refersToItself(RecordType start, RecordType at, Set<RecordType> seen) {
    MappingFile file = byType.get(at);
    if (file == null || !seen.add(at)) {
      return false;
    }
    Set<RecordType> parents = MappingSet.parentsOf(file.mapping());
    return parents.contains(start)
        || parents.stream().anyMatch(parent -> refersToItself(start, parent, seen));
  }

  static String pointer(Field field) {
    return YamlFile.child("/fields", field.name());
  }
}
