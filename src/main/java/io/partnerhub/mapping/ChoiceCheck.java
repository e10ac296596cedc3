package io.partnerhub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.model.SystemName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    Map<String, Integer> choiceOf = new TreeMap<>();
    for (int i = 0; i < choices.size(); i++) {
      for (String spelling : spellings(choices.get(i), system)) {
        Integer first = choiceOf.putIfAbsent(spelling.toLowerCase(Locale.ROOT), i);
        if (first != null && first != i && reported.add(spelling + "/" + i)) {
          add(
              place + "/" + i,
              "\"%s\" means two choices of %s: %s and %s"
                  .formatted(spelling, name, choices.get(first).value(), choices.get(i).value()),
              "Upper and lower case are equal; let each spelling mean one choice");
        }
      }
    }
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
    spellings.remove(""); // the schema reports it
    return spellings;
  }

  private void add(String place, String what, String remedy) {
    faults.add(file.fault(place, what, remedy));
  }
}
