package io.partnerhub.mapping;

import io.partnerhub.model.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a system's own description of a place says against a write there. Pure. */
public final class Objections {

  private final Mapping mapping;
  private final Metadata place;
  private final boolean add;
  private final List<String> objections = new ArrayList<>();

  private Objections(Mapping mapping, Metadata place, boolean add) {
    this.mapping = mapping;
    this.place = place;
    this.add = add;
  }

  /**
   * Sentences for people, one for each reason to refuse the write; empty when the description lets
   * it pass.
   *
   * @param add whether a new copy is made
   * @param fields the mapping's names of the fields to send; one without a value is emptied
   */
  public static List<String> against(
      Mapping mapping, Metadata place, boolean add, Set<String> fields, Values values) {
    Objections all = new Objections(mapping, place, add);
    Map<String, Object> sent = Conversion.toNative(mapping, place.system(), fields, values);
    all.againstCopy(sent);
    for (Field field : mapping.fieldsIn(place.system())) {
      if (fields.contains(field.name())) {
        all.againstField(field, sent.get(field.names().get(place.system())));
      }
    }
    return all.objections;
  }

  private void againstCopy(Map<String, Object> sent) {
    if (!place.access().allows(add)) {
      objections.add(
          "the hub's user may not %s copies in %s"
              .formatted(add ? "make" : "change", place.title()));
    }
    if (add) {
      place.fields().values().stream()
          .filter(found -> found.required() && found.writable() && sent.get(found.name()) == null)
          .forEach(found -> against(found, "is required there, and nothing would be sent"));
    }
  }

  private void againstField(Field field, Object value) {
    String name = field.names().get(place.system());
    Metadata.NativeField found = place.fields().get(name);
    if (found == null) {
      objections.add(
          "\"%s\" does not exist in %s, or is hidden from the hub's user"
              .formatted(name, place.title()));
    } else if (!found.access().allows(add)) {
      against(found, "cannot be written by the hub's user");
    } else if (!found.kinds().contains(field.kind())) {
      against(found, "is of type " + found.type() + " and cannot hold a " + field.kind().inWords());
    } else if (value == null) {
      againstNothing(found);
    } else {
      againstValue(found, value);
    }
  }

  private void againstNothing(Metadata.NativeField found) {
    if (!add && found.presence() != Metadata.Presence.OPTIONAL) {
      against(found, "must not be empty, and would be emptied");
    }
  }

  private void againstValue(Metadata.NativeField found, Object value) {
    List<String> texts =
        value instanceof List<?> several
            ? several.stream().map(Object::toString).toList()
            : List.of(value.toString());
    if (found.options() != null) {
      texts.stream()
          .filter(text -> !found.options().contains(text))
          .forEach(text -> against(found, "does not offer \"" + text + "\""));
    } else if (value instanceof BigDecimal number) {
      againstLength(found, number.precision() - number.scale(), "digits before the point");
    } else if (value instanceof String text) {
      againstLength(found, text.length(), "characters");
    }
  }

  private void againstLength(Metadata.NativeField found, int length, String what) {
    if (length > found.maxLength()) {
      against(
          found, "holds %d %s, and %d would be sent".formatted(found.maxLength(), what, length));
    }
  }

  private void against(Metadata.NativeField found, String what) {
    objections.add("\"%s\" in %s %s".formatted(found.name(), place.title(), what));
  }
}
