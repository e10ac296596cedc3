package io.partnerhub.mapping;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks whether a field ever holds a value that its mapping file names for it. */
final class ValueCheck {

  private final YamlFile file;

  ValueCheck(YamlFile file) {
    this.file = file;
  }

  /** What is wrong with a value at a place of the file; nothing when its field may hold it. */
  Optional<Fault> fault(String place, String field, String value) {
    Set<String> choices = choices(field);
    if (choices.isEmpty()) {
      return new FieldBuilder(file)
          .valued(field, file.fields().get(field))
          .flatMap(read -> NeverHeld.remedy(read, value))
          .map(remedy -> file.fault(place, field + " never holds \"" + value + "\"", remedy));
    }
    List<String> sorted = choices.stream().sorted().toList();
    return choices.contains(value)
        ? Optional.empty()
        : Optional.of(
            file.fault(
                place,
                "\"" + value + "\" is no choice of " + field,
                NearestName.hint(value, sorted)));
  }

  /** The canonical values of a field's choices; none where it has no choices. */
  Set<String> choices(String field) {
    return FieldBuilder.choiceValues(file.fields().get(field));
  }
}
