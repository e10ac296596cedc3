package io.partnerhub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks the sheets of one system, and the field whose value says which one a record lives in. */
final class SheetsCheck {

  private final YamlFile file;
  private final SheetIds sheets;
  private final String place;
  private final JsonNode side;
  private final List<Fault> faults = new ArrayList<>();

  SheetsCheck(YamlFile file, SheetIds sheets, String system, JsonNode side) {
    this.file = file;
    this.sheets = sheets;
    this.place = YamlFile.child("/systems", system);
    this.side = side;
  }

  List<Fault> faults() {
    if (side.has("sheet") && sheets.only() == null) {
      noId(place + "/sheet", side.path("sheet").asText(), sheets.key());
    }
    if (side.has("sheetBy")) {
      checkSheets();
    }
    return faults;
  }

  private void checkSheets() {
    for (Map.Entry<String, JsonNode> sheet : side.path("sheets").properties()) {
      checkSheet(YamlFile.child(place + "/sheets", sheet.getKey()), sheet.getValue().asText());
    }
    if (side.has("otherwise")) {
      checkSheet(place + "/otherwise", side.path("otherwise").asText());
    }
    checkIds();
    checkField(side.path("sheetBy").asText());
  }

  private void checkSheet(String here, String sheet) {
    if (sheets.named(sheet) == null) {
      noId(here, sheet, sheets.key(sheet));
    }
  }

  /** Two names of one sheet are a copied line of the configuration. */
  private void checkIds() {
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

  private void checkField(String by) {
    JsonNode field = file.fields().get(by);
    if (field == null) {
      add(
          place + "/sheetBy",
          "sheetBy names a field \"" + by + "\", which does not exist",
          NearestName.hint(by, file.fields().keySet()));
    } else if (field.path("kind").asText().equals("multi-picklist")) {
      add(
          place + "/sheetBy",
          "sheetBy names the field " + by + ", which may hold several choices at once",
          "Choose sheets by a field with one value, such as a picklist");
    } else {
      checkValues(by);
    }
  }

  private void checkValues(String by) {
    ValueCheck values = new ValueCheck(file);
    Set<String> missing = new HashSet<>(values.choices(by));
    for (Map.Entry<String, JsonNode> sheet : side.path("sheets").properties()) {
      missing.remove(sheet.getKey());
      String here = YamlFile.child(place + "/sheets", sheet.getKey());
      values.fault(here, by, sheet.getKey()).ifPresent(faults::add);
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

  private void noId(String here, String sheet, String key) {
    add(
        here,
        "The id of the sheet \"" + sheet + "\" is not configured",
        "Set " + key + " to it (in Smartsheet: File, Properties, Sheet ID)");
  }

  private void add(String here, String what, String remedy) {
    faults.add(file.fault(here, what, remedy));
  }
}
