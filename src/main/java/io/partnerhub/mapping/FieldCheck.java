package io.partnerhub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks what a schema cannot say about fields: rules, names, and settings that need a kind. */
final class FieldCheck {

  private static final Set<String> TEXTS = Set.of("text", "email", "phone", "reference");
  private static final Map<String, Set<String>> KINDS_OF_SETTING =
      Map.of(
          "max", TEXTS,
          "upperCase", Set.of("text", "reference"),
          "scale", Set.of("number", "money"),
          "choices", Set.of("picklist", "multi-picklist"),
          "transitions", Set.of("picklist"),
          "to", Set.of("reference"),
          "sync", Set.of("text"));
  private static final List<String> RULES = List.of("owner", "shared", "derived", "sync");
  private static final String PREFER = "prefer ";
  private static final int DEFAULT_MAX = 255;

  private final YamlFile file;
  private final List<Fault> faults = new ArrayList<>();

  FieldCheck(YamlFile file) {
    this.file = file;
  }

  List<Fault> faults() {
    file.fields().forEach(this::check);
    file.systems().keySet().forEach(this::checkNames);
    return faults;
  }

  private void check(String name, JsonNode field) {
    String place = YamlFile.child("/fields", name);
    checkSettings(name, place, field);
    checkRule(name, place, field);
    checkPlaces(name, place, field);
  }

  private void checkSettings(String name, String place, JsonNode field) {
    String kind = field.path("kind").asText();
    for (Map.Entry<String, Set<String>> setting : KINDS_OF_SETTING.entrySet()) {
      if (field.has(setting.getKey()) && !setting.getValue().contains(kind)) {
        add(
            YamlFile.child(place, setting.getKey()),
            "Field " + name + " of kind " + kind + " cannot have \"" + setting.getKey() + "\"",
            "Remove it; it goes with: " + sorted(setting.getValue()));
      }
    }
    if (KINDS_OF_SETTING.get("choices").contains(kind) && !field.has("choices")) {
      add(place, "Field " + name + " of kind " + kind + " has no choices", "Add \"choices\"");
    }
    if (kind.equals("reference") && !field.has("to")) {
      add(
          place,
          "Reference " + name + " names no record type",
          "Add \"to\": the type it refers to");
    }
  }

  private void checkRule(String name, String place, JsonNode field) {
    List<String> rules = RULES.stream().filter(field::has).toList();
    if (rules.size() != 1) {
      String what = rules.isEmpty() ? "no rule" : "several rules: " + String.join(", ", rules);
      add(
          place,
          "Field " + name + " has " + what,
          "Write \"owner\", \"shared\", \"derived\" or \"sync\", one of them");
    }
    requirePlace(name, place, field, "owner", field.path("owner").asText());
    String shared = field.path("shared").asText();
    if (shared.startsWith(PREFER)) {
      requirePlace(name, place, field, "shared", shared.substring(PREFER.length()));
    }
  }

  private void requirePlace(
      String name, String place, JsonNode field, String setting, String system) {
    if (file.systems().containsKey(system) && !field.has(system)) {
      add(
          YamlFile.child(place, setting),
          "Field " + name + " is decided by " + system + ", which does not have it",
          "Add \"" + system + ": <its name there>\" or choose another rule");
    }
  }

  private void checkPlaces(String name, String place, JsonNode field) {
    if (file.systems().keySet().stream().noneMatch(field::has)) {
      add(place, "Field " + name + " is in no system", "Add its name in each system that has it");
    }
    for (String system : Set.of("salesforce", "smartsheet", "fulfillment")) {
      if (field.has(system) && !file.systems().containsKey(system)) {
        add(
            YamlFile.child(place, system),
            "Field " + name + " is in " + system + ", but \"systems\" does not name that",
            "Add " + system + " to \"systems\" or remove it here");
      }
      checkShortened(name, YamlFile.child(place, system), field, field.path(system));
      checkCreateAs(name, YamlFile.child(place, system), field, field.path(system));
    }
  }

  private void checkCreateAs(String name, String place, JsonNode field, JsonNode system) {
    if (!system.has("createAs")) {
      return;
    }
    String value = NativeText.tidy(system.path("createAs").asText());
    Set<String> choices = FieldBuilder.choiceValues(field);
    if (!field.path("kind").asText().equals("picklist")) {
      add(place, "Field " + name + " is no picklist and has no first value", "Remove \"createAs\"");
    } else if (!choices.contains(value)) {
      add(
          place,
          "\"" + value + "\" is no choice of " + name + ", but new copies are to begin with it",
          NearestName.hint(value, choices));
    }
  }

  private void checkShortened(String name, String place, JsonNode field, JsonNode system) {
    if (!system.has("shortenedTo")) {
      return;
    }
    int max = field.path("max").asInt(DEFAULT_MAX);
    if (!field.path("kind").asText().equals("text")) {
      add(place, "Field " + name + " is no text and cannot be shortened", "Remove \"shortenedTo\"");
    } else if (name.equals(file.key())) {
      add(
          place,
          "The key " + name + " cannot be shortened: no record would be found by a part of it",
          "Remove \"shortenedTo\", and lower \"max\" to what every system holds");
    } else if (system.path("shortenedTo").asInt() >= max) {
      add(
          place,
          "Field " + name + " has at most " + max + " characters and is never shortened here",
          "Remove \"shortenedTo\" or give the field a greater \"max\"");
    }
  }

  private void checkNames(String system) {
    Map<String, String> fieldByName = new HashMap<>();
    file.fields()
        .forEach(
            (name, field) -> {
              String there = FieldBuilder.nativeName(field.path(system));
              String first = there.isEmpty() ? null : fieldByName.putIfAbsent(there, name);
              if (first != null) {
                add(
                    YamlFile.child(YamlFile.child("/fields", name), system),
                    "Fields " + first + " and " + name + " are both \"" + there + "\" in " + system,
                    "Give each field a place of its own");
              }
            });
  }

  private static String sorted(Set<String> names) {
    return String.join(", ", names.stream().sorted().toList());
  }

  private void add(String place, String what, String remedy) {
    faults.add(file.fault(place, what, remedy));
  }
}
