package io.partnerhub.mapping;

import io.partnerhub.model.SystemName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Several of a field's choices: sorted, each once, joined by a semicolon. */
final class MultiPicklistForm implements Form {

  private static final String SEPARATOR = ";";

  @Override
  public Parsed read(Field field, SystemName system, Object value, String text) {
    TreeSet<String> chosen = new TreeSet<>();
    for (String part : parts(text)) {
      Optional<Field.Choice> choice = field.choiceFor(system, part);
      if (choice.isEmpty()) {
        return PicklistForm.unknown(field, system, part);
      }
      chosen.add(choice.get().value());
    }
    if (chosen.isEmpty()) {
      return PicklistForm.unknown(field, system, text);
    }
    return Parsed.value(String.join(SEPARATOR, chosen));
  }

  @Override
  public Object write(Field field, SystemName system, String canonical) {
    return parts(canonical).stream()
        .map(value -> field.choiceFor(system, value).orElseThrow().nameIn(system))
        .toList();
  }

  private static List<String> parts(String text) {
    return Arrays.stream(text.split("[;,\n]"))
        .map(NativeText::tidy)
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
