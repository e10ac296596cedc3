package io.partnerhub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks what the rules {@code union}, {@code advance}, {@code derived} and {@code sync} need of
 * their field.
 */
final class RuleCheck {

  private static final int LEAST_SYNC = 40;

  private final YamlFile file;
  private final List<Fault> faults = new ArrayList<>();

  RuleCheck(YamlFile file) {
    this.file = file;
  }

  List<Fault> faults() {
    file.fields().forEach(this::check);
    return faults;
  }

  private void check(String name, JsonNode field) {
    String place = YamlFile.child("/fields", name);
    String shared = field.path("shared").asText();
    String kind = field.path("kind").asText();
    if (shared.equals("union") && !kind.equals("multi-picklist")) {
      add(
          place + "/shared",
          "Field " + name + " of kind " + kind + " is no set of choices",
          "Use union for a multi-picklist, or choose another rule");
    }
    if (shared.equals("advance") != field.has("transitions")) {
      add(
          place,
          "Field " + name + " needs \"shared: advance\" and \"transitions\" together",
          field.has("transitions") ? "Write \"shared: advance\"" : "Add \"transitions\"");
    }
    if (field.has("transitions") && kind.equals("picklist")) {
      checkTransitions(name, place, field);
    }
    if (field.path("derived").has("choose")) {
      checkCases(name, place, field);
    }
    if (field.path("required").asBoolean() && !name.equals(file.key())) {
      checkNeverEmpty(name, place, field.path("derived"));
    }
    if (field.has("sync")) {
      checkSync(name, place, field);
    }
  }

  private void checkNeverEmpty(String name, String place, JsonNode derived) {
    boolean cases = derived.has("choose");
    boolean always = false;
    for (JsonNode one : derived.path("choose")) {
      always |= !one.has("any") && !one.has("all");
    }
    if (cases && !always || Stream.of("min", "max", "latest").anyMatch(derived::has)) {
      add(
          place,
          "Field " + name + " may come out empty: a record would wait for what nobody can give",
          (cases ? "End \"choose\" with a case without conditions, or remove" : "Remove")
              + " \"required\"");
    }
  }

  /** Mostly there is nothing to say, and where there is, people read all of it in one place. */
  private void checkSync(String name, String place, JsonNode field) {
    if (field.path("required").asBoolean() || name.equals(file.key())) {
      add(
          place,
          "Field " + name + " is empty while nothing stands in a record's way",
          "Let it be neither \"required\" nor the \"key\"");
    }
    if (field.path("max").asInt(LEAST_SYNC) < LEAST_SYNC) {
      add(
          place + "/max",
          "Field " + name + " is too short for what the hub says in it",
          "Give it a \"max\" of at least " + LEAST_SYNC);
    }
    String part = field.path("sync").asText();
    String first =
        file.fields().entrySet().stream()
            .filter(other -> other.getValue().path("sync").asText().equals(part))
            .findFirst()
            .orElseThrow()
            .getKey();
    if (!first.equals(name)) {
      add(
          place + "/sync",
          "Fields " + first + " and " + name + " both hold the sync " + part,
          "Keep one of them, with its name in each system");
    }
  }

  private void checkTransitions(String name, String place, JsonNode field) {
    checkChains(place, field.path("transitions"));
    Set<String> choices = FieldBuilder.choiceValues(field);
    Transitions transitions = Transitions.of(FieldBuilder.texts(field.path("transitions")));
    for (String value : transitions.values()) {
      if (!value.isEmpty() && !choices.contains(value)) {
        add(
            place + "/transitions",
            "\"" + value + "\" is no choice of " + name,
            NearestName.hint(value, choices));
      }
    }
    Set<String> without = new LinkedHashSet<>(choices);
    without.removeAll(transitions.values());
    if (!without.isEmpty()) {
      add(
          place + "/transitions",
          "No transition leads to or from " + String.join(", ", without),
          "Add them: a status moves only along its transitions");
    }
  }

  private void checkChains(String place, JsonNode chains) {
    for (int i = 0; i < chains.size(); i++) {
      String chain = chains.get(i).asText();
      if (Transitions.of(List.of(chain)).values().contains("")) {
        add(
            place + "/transitions/" + i,
            "A value is missing in \"" + chain + "\"",
            "Write values between arrows and commas: Requested, Ready -> Shipped");
      }
    }
  }

  private void checkCases(String name, String place, JsonNode field) {
    Set<String> choices = FieldBuilder.choiceValues(field);
    Set<String> children = new LinkedHashSet<>();
    JsonNode cases = field.path("derived").path("choose");
    for (int i = 0; i < cases.size(); i++) {
      String here = place + "/derived/choose/" + i;
      JsonNode one = cases.get(i);
      String value = NativeText.tidy(one.path("value").asText());
      boolean conditional = one.has("any") || one.has("all");
      if (!choices.isEmpty() && !choices.contains(value)) {
        add(here, "\"" + value + "\" is no choice of " + name, NearestName.hint(value, choices));
      }
      if (conditional != one.has("where") || one.has("any") && one.has("all")) {
        add(
            here,
            "The case \"" + value + "\" of " + name + " is incomplete",
            "Write \"any\" or \"all\" with the children's type, and \"where\"");
      }
      if (!conditional && (i == 0 || i < cases.size() - 1)) {
        add(
            here,
            "The case \"" + value + "\" of " + name + " always holds: none behind it counts",
            "Put it last, behind at least one with \"any\" or \"all\"");
      }
      children.add(one.path(one.has("all") ? "all" : "any").asText());
    }
    children.remove("");
    if (children.size() > 1) {
      add(
          place + "/derived/choose",
          "The cases of " + name + " look at several types: " + String.join(", ", children),
          "Derive a field from one type of children");
    }
  }

  private void add(String place, String what, String remedy) {
    faults.add(file.fault(place, what, remedy));
  }
}
