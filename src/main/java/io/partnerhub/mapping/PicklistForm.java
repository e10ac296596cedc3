package io.partnerhub.mapping;

import io.partnerhub.model.SystemName;
import java.util.stream.Collectors;

/** One of a field's choices, by the name that the system has for it, its value or an alias. */
final class PicklistForm implements Form {

  @Override
  public Parsed read(Field field, SystemName system, Object value, String text) {
    return field
        .choiceFor(system, text)
        .map(choice -> Parsed.value(choice.value()))
        .orElseGet(() -> unknown(field, system, text));
  }

  @Override
  public Object write(Field field, SystemName system, String canonical) {
    return field.choiceFor(system, canonical).orElseThrow().nameIn(system);
  }

  static Parsed unknown(Field field, SystemName system, String text) {
    String choices =
        field.choices().stream().map(c -> c.nameIn(system)).collect(Collectors.joining(", "));
    return Parsed.unreadable("\"%s\" is none of: %s", text, choices);
  }
}
