package io.partnerhub.mapping;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All that decides what a field comes to when a copy is read, as texts; whose edit counts is not of
 * it.
 *
 * @param place where it stands in the system: another text is another field there
 * @param form what it means: by another one the same native value may come to another
 */
public record FieldReading(String place, String form) {

  /** Of a field that the system has. */
  public static FieldReading of(Mapping mapping, SystemName system, Field field) {
    String place = field.names().get(system);
    String form = form(system, field);
    boolean groups = field.name().equals(mapping.side(system).groupedBy());
    return new FieldReading(groups ? place + ", groups: " + form : place, form); // says two things
  }

  /** Whether it names a record of this type. */
  public boolean refersTo(RecordType type) {
    return form.contains(", refers to " + type + ", ");
  }

  /** Of where a system's copies are, and of what a copy must have there. */
  public static FieldReading ofPlaces(Mapping mapping, SystemName system) {
    String required =
        mapping.fieldsIn(system).stream()
            .filter(Field::required)
            .map(Field::name)
            .collect(Collectors.joining(", "));
    return new FieldReading(places(mapping.side(system).placement()), "needs " + required);
  }

  private static String places(Placement placement) {
    return placement instanceof Placement.ByField by
        ? "by %s: %s, else %s".formatted(by.field(), new TreeMap<>(by.byValue()), by.otherwise())
        : String.join(", ", placement.locations());
  }

  private static String form(SystemName system, Field field) {
    String choices =
        field.choices().stream()
            .map(c -> "%s=%s%s".formatted(c.value(), c.nameIn(system), new TreeSet<>(c.aliases())))
            .collect(Collectors.joining(", "));
    return "%s, max %d, upper case %s, scale %d, refers to %s, choices %s"
        .formatted(
            field.kind(), field.max(), field.upperCase(), field.scale(), field.refersTo(), choices);
  }
}
