package io.partnerhub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Checks the field whose values have parent rows in a sheet. */
final class GroupCheck {

  /** Kinds that a heading row shows as people write them; a checkbox is never empty. */
  private static final Set<String> KINDS = Set.of("text", "reference", "picklist");

  private final YamlFile file;
  private final String system;
  private final String field;
  private final List<Fault> faults = new ArrayList<>();

  GroupCheck(YamlFile file, String system, String field) {
    this.file = file;
    this.system = system;
    this.field = field;
  }

  List<Fault> faults() {
    JsonNode declared = file.fields().get(field);
    if (declared == null) {
      add(
          "groupedBy names a field \"" + field + "\", which does not exist",
          NearestName.hint(field, file.fields().keySet()));
    } else if (field.equals(file.key())) {
      add(
          "groupedBy names the key " + field + ": a heading is a row without a key",
          "Group by another field, such as a reference");
    } else if (!declared.has(system)) {
      add(
          "groupedBy names the field " + field + ", which has no column in " + system,
          "Add \"" + system + ": <title of its column>\" to " + field);
    } else {
      checkValues(declared);
    }
    return faults;
  }

  private void checkValues(JsonNode declared) {
    if (!KINDS.contains(declared.path("kind").asText())) {
      add(
          "groupedBy names the field " + field + " of kind " + declared.path("kind").asText(),
          "Group by a field of kind " + String.join(", ", KINDS.stream().sorted().toList()));
    }
    if (declared.path(system).has("shortenedTo")) {
      add(
          "groupedBy names the field " + field + ", whose texts may be shortened there",
          "Group by a field without \"shortenedTo\"");
    }
  }

  private void add(String what, String remedy) {
    faults.add(file.fault(YamlFile.child("/systems", system) + "/groupedBy", what, remedy));
  }
}
