package io.partnerhub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.model.SystemName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Checks the key, the places in each system, and what a deletion there means. */
final class SystemCheck {

  private static final Set<String> KEY_KINDS = Set.of("text", "email");

  private final YamlFile file;
  private final SheetIds sheets;
  private final Predicate<SystemName> connected;
  private final List<Fault> faults = new ArrayList<>();

  SystemCheck(YamlFile file, SheetIds sheets, Predicate<SystemName> connected) {
    this.file = file;
    this.sheets = sheets;
    this.connected = connected;
  }

  List<Fault> faults() {
    checkKey();
    file.systems().forEach(this::check);
    return faults;
  }

  private void checkKey() {
    String key = file.key();
    if (key.isEmpty()) {
      return;
    }
    JsonNode field = file.fields().get(key);
    if (field == null) {
      add(
          "/key",
          "The key names a field \"" + key + "\", which does not exist",
          NearestName.hint(key, file.fields().keySet()));
      return;
    }
    checkKey(key, field);
  }

  private void checkKey(String key, JsonNode field) {
    String place = YamlFile.child("/fields", key);
    if (!KEY_KINDS.contains(field.path("kind").asText())) {
      add(place, "The key " + key + " is no text", "Use a field of kind text or email");
    }
    if (field.has("derived")) {
      add(
          place,
          "The key " + key + " is derived: records would change their names",
          "Use a field with another rule");
    }
    if (!field.path("required").asBoolean()) {
      add(place, "The key " + key + " may be empty", "Add \"required: true\"");
    }
    for (String system : file.systems().keySet()) {
      if (!field.has(system)) {
        add(
            place,
            "The key " + key + " is not in " + system + ": nothing would match there",
            "Add \"" + system + ": <its name there>\"");
      }
    }
  }

  private void check(String system, JsonNode side) {
    String place = YamlFile.child("/systems", system);
    if (!connected.test(new SystemName(system))) {
      add(
          place,
          "The hub is not connected to " + system,
          "Set " + system + ".base-url in the configuration, or remove it here");
    }
    faults.addAll(new SheetsCheck(file, sheets, system, side).faults());
    if (side.has("groupedBy")) {
      faults.addAll(new GroupCheck(file, system, side.path("groupedBy").asText()).faults());
    }
    faults.addAll(new MarkCheck(file, system, side).faults());
  }

  private void add(String place, String what, String remedy) {
    faults.add(file.fault(place, what, remedy));
  }
}
