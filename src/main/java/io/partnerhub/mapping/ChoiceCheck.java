package io.partnerhub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.model.SystemName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks that in every system each spelling means one choice only. */
final class ChoiceCheck {

  private static final Pattern SEPARATOR = Pattern.compile("[;,\n]");

  private final YamlFile file;
  private final List<Fault> faults = new ArrayList<>();

  ChoiceCheck(YamlFile file) {
    this.file = file;
  }

  List<Fault> faults() {
    file.fields().forEach(this::check);
    return faults;
  }

  private void check(String name, JsonNode field) {
    List<Field.Choice> choices = FieldBuilder.choices(field);
    String place = YamlFile.child("/fields", name) + "/choices";
    checkBlanks(name, place, field.path("choices"));
    Set<String> reported = new LinkedHashSet<>();
    for (String system : file.systems().keySet()) {
      checkSpellings(name, place, new SystemName(system), choices, reported);
    }
    if (field.path("kind").asText().equals("multi-picklist")) {
      checkSeparators(name, place, choices);
    }
  }

  private void checkSpellings(
      String name,
      String place,
      SystemName system,
      List<Field.Choice> choices,
      Set<String> reported) {
    for (int i = 0; i < choices.size(); i++) {
      for (String spelling : spellings(choices.get(i), system)) {
        Optional<Field.Choice> first =
            choices.subList(0, i).stream().filter(c -> c.isMeantBy(system, spelling)).findFirst();
        if (first.isPresent() && reported.add(spelling + "/" + i)) {
          add(
              place + "/" + i,
              "\"%s\" means two choices of %s: %s and %s"
                  .formatted(spelling, name, first.get().value(), choices.get(i).value()),
              "Upper and lower case are equal; let each spelling mean one choice");
        }
      }
    }
  }

  /** A blank one would empty the field where it is written; one of no length the schema reports. */
  private void checkBlanks(String name, String place, JsonNode choices) {
    for (int i = 0; i < choices.size(); i++) {
      JsonNode choice = choices.get(i);
      List<JsonNode> spellings = new ArrayList<>(List.of(choice));
      choice.forEach(spellings::add);
      choice.path("aliases").forEach(spellings::add);
      if (spellings.stream().anyMatch(ChoiceCheck::isBlank)) {
        add(
            place + "/" + i,
            "A choice of " + name + " has a blank spelling",
            "Write what people or systems call it, or remove the spelling");
      }
    }
  }

  private static boolean isBlank(JsonNode spelling) {
    return !spelling.asText().isEmpty() && NativeText.tidy(spelling.asText()).isEmpty();
  }

  private void checkSeparators(String name, String place, List<Field.Choice> choices) {
    for (int i = 0; i < choices.size(); i++) {
      Field.Choice choice = choices.get(i);
      Set<String> all = new LinkedHashSet<>(choice.names().values());
      all.add(choice.value());
      all.addAll(choice.aliases());
      if (all.stream().anyMatch(spelling -> SEPARATOR.matcher(spelling).find())) {
        add(
            place + "/" + i,
            "Choice \"%s\" of %s holds a comma or a semicolon".formatted(choice.value(), name),
            "Choose another spelling: these separate the choices of one value");
      }
    }
  }

  private static Set<String> spellings(Field.Choice choice, SystemName system) {
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(choice.value());
    spellings.add(choice.nameIn(system));
    spellings.addAll(choice.aliases());
    spellings.remove(""); // reported as blank
    return spellings;
  }

  private void add(String place, String what, String remedy) {
    faults.add(file.fault(place, what, remedy));
  }
}
