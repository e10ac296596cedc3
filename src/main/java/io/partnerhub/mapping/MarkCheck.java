package io.partnerhub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks that the mark of a deletion in one system is shown in another, and stays. */
final class MarkCheck {

  private final YamlFile file;
  private final String system;
  private final JsonNode mark;
  private final List<Fault> faults = new ArrayList<>();

  /**
   * @param side what the file says of the system
   */
  MarkCheck(YamlFile file, String system, JsonNode side) {
    this.file = file;
    this.system = system;
    this.mark = side.path("onDelete").path("mark");
  }

  List<Fault> faults() {
    for (Map.Entry<String, JsonNode> set : mark.properties()) {
      String here =
          YamlFile.child(YamlFile.child("/systems", system) + "/onDelete/mark", set.getKey());
      JsonNode field = file.fields().get(set.getKey());
      if (field == null) {
        add(
            here,
            "mark names a field \"" + set.getKey() + "\", which does not exist",
            NearestName.hint(set.getKey(), file.fields().keySet()));
      } else {
        check(here, set.getKey(), field, set.getValue().asText());
      }
    }
    return faults;
  }

  private void check(String here, String name, JsonNode field, String value) {
    new ValueCheck(file).fault(here, name, value).ifPresent(faults::add);
    if (file.systems().keySet().stream().noneMatch(s -> !s.equals(system) && field.has(s))) {
      add(
          here,
          "Only " + system + " has " + name + ": no other system would show the mark",
          "Mark a field that another system has");
    }
    checkLasting(here, name, field);
    checkReached(here, field, value);
  }

  private void checkLasting(String here, String name, JsonNode field) {
    if (name.equals(file.key())) {
      add(
          here,
          "The mark " + name + " is the key: every deleted record would get the same one",
          "Mark another field, such as a status");
    }
    for (String rule : List.of("derived", "sync")) {
      if (field.has(rule)) {
        String what = rule.equals("sync") ? " says what stands in a record's way" : " is derived";
        add(
            here,
            "The mark " + name + what + ": it would not last",
            "Mark a field with another rule");
      }
    }
  }

  /** A value without transitions at all is the transitions' own fault. */
  private void checkReached(String here, JsonNode field, String value) {
    Transitions steps = Transitions.of(FieldBuilder.texts(field.path("transitions")));
    if (steps.values().contains(value)
        && steps.values().stream().noneMatch(v -> !v.equals(value) && steps.reaches(v, value))) {
      add(
          here,
          "No transition leads to \"" + value + "\": no deletion would set it",
          "Add the transitions to it, or mark with a value that others lead to");
    }
  }

  private void add(String here, String what, String remedy) {
    faults.add(file.fault(here, what, remedy));
  }
}
