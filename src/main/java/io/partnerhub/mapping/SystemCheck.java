package io.partnerhub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.model.SystemName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    if (key.isEmpty() || !exists("/key", "The key", key)) {
      return;
    }
    JsonNode field = file.fields().get(key);
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
    if (side.has("sheet") && sheets.only() == null) {
      noId(place + "/sheet", side.path("sheet").asText(), sheets.key());
    }
    if (side.has("sheetBy")) {
      checkSheets(place, side);
    }
    if (side.has("groupedBy")) {
      faults.addAll(new GroupCheck(file, system, side.path("groupedBy").asText()).faults());
    }
    checkMark(system, place + "/onDelete/mark", side.path("onDelete").path("mark"));
  }

  private void checkSheets(String place, JsonNode side) {
    String by = side.path("sheetBy").asText();
    for (Map.Entry<String, JsonNode> sheet : side.path("sheets").properties()) {
      checkSheet(YamlFile.child(place + "/sheets", sheet.getKey()), sheet.getValue().asText());
    }
    if (side.has("otherwise")) {
      checkSheet(place + "/otherwise", side.path("otherwise").asText());
    }
    checkIds(place, side);
    if (exists(place + "/sheetBy", "sheetBy", by)) {
      checkValues(place, by, side);
    }
  }

  /** Two names of one sheet are a copied line of the configuration. */
  private void checkIds(String place, JsonNode side) {
    Map<String, String> sheetById = new HashMap<>();
    List<JsonNode> names = new ArrayList<>();
    side.path("sheets").forEach(names::add);
    names.add(side.path("otherwise"));
    for (JsonNode name : names) {
      String sheet = name.asText();
      String id = sheets.named(sheet);
      String first = id == null ? sheet : sheetById.putIfAbsent(id, sheet);
      if (first != null && !first.equals(sheet)) {
        add(
            place + "/sheets",
            "The sheets " + first + " and " + sheet + " have the same id",
            "Correct " + sheets.key(first) + " or " + sheets.key(sheet));
      }
    }
  }

  private void checkSheet(String place, String sheet) {
    if (sheets.named(sheet) == null) {
      noId(place, sheet, sheets.key(sheet));
    }
  }

  private void checkValues(String place, String by, JsonNode side) {
    Set<String> missing = new HashSet<>(values(by));
    for (Map.Entry<String, JsonNode> sheet : side.path("sheets").properties()) {
      missing.remove(sheet.getKey());
      checkValue(YamlFile.child(place + "/sheets", sheet.getKey()), by, sheet.getKey());
    }
    if (!missing.isEmpty() && !side.has("otherwise")) {
      add(
          place + "/sheets",
          "No sheet is named for "
              + by
              + ": "
              + String.join(", ", missing.stream().sorted().toList()),
          "Add them, or \"otherwise\" for every other value");
    }
  }

  private void checkMark(String system, String place, JsonNode mark) {
    for (Map.Entry<String, JsonNode> set : mark.properties()) {
      String field = set.getKey();
      String here = YamlFile.child(place, field);
      if (exists(here, "mark", field)) {
        checkValue(here, field, set.getValue().asText());
        checkShown(system, here, field);
        checkLasting(here, field);
      }
    }
  }

  private void checkShown(String system, String place, String field) {
    JsonNode places = file.fields().get(field);
    if (file.systems().keySet().stream().noneMatch(s -> !s.equals(system) && places.has(s))) {
      add(
          place,
          "Only " + system + " has " + field + ": no other system would show the mark",
          "Mark a field that another system has");
    }
  }

  private void checkLasting(String place, String field) {
    if (file.fields().get(field).has("derived")) {
      add(
          place,
          "The mark " + field + " is derived: it would not last",
          "Mark a field with another rule");
    }
  }

  private void checkValue(String place, String field, String value) {
    Set<String> values = values(field);
    if (!values.isEmpty() && !values.contains(value)) {
      add(
          place,
          "\"" + value + "\" is no choice of " + field,
          NearestName.hint(value, values.stream().sorted().toList()));
    }
  }

  private Set<String> values(String field) {
    return FieldBuilder.choiceValues(file.fields().get(field));
  }

  private boolean exists(String place, String role, String field) {
    if (file.fields().containsKey(field)) {
      return true;
    }
    add(
        place,
        role + " names a field \"" + field + "\", which does not exist",
        NearestName.hint(field, file.fields().keySet()));
    return false;
  }

  private void noId(String place, String sheet, String key) {
    add(
        place,
        "The id of the sheet \"" + sheet + "\" is not configured",
        "Set " + key + " to it (in Smartsheet: File, Properties, Sheet ID)");
  }

  private void add(String place, String what, String remedy) {
    faults.add(file.fault(place, what, remedy));
  }
}
