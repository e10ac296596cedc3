package io.partnerhub.mapping;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One field "f" of any kind, called "F" in Salesforce, "The F" in Smartsheet, "f" in fulfillment.
 */
final class Fields {

  static final SystemName SALESFORCE = SystemName.SALESFORCE;
  static final SystemName SMARTSHEET = SystemName.SMARTSHEET;

  private static final Map<SystemName, String> NAMES =
      Map.of(SALESFORCE, "F", SMARTSHEET, "The F", SystemName.FULFILLMENT, "f");

  private Fields() {}

  static Field of(Kind kind) {
    return field(kind, false, 255, false, 2, List.of(), Map.of());
  }

  static Field required(Kind kind) {
    return field(kind, true, 255, false, 2, List.of(), Map.of());
  }

  static Field text(int max) {
    return field(Kind.TEXT, false, max, false, 2, List.of(), Map.of());
  }

  static Field upperCase() {
    return upperCase(20);
  }

  static Field upperCase(int max) {
    return field(Kind.TEXT, false, max, true, 2, List.of(), Map.of());
  }

  /** To a record of another type. */
  static Field reference() {
    return field(Kind.REFERENCE, true, new RecordType("other"), NAMES);
  }

  static Field onlyInSmartsheet(Kind kind) {
    return field(kind, false, null, Map.of(SMARTSHEET, NAMES.get(SMARTSHEET)));
  }

  private static Field field(
      Kind kind, boolean upperCase, RecordType to, Map<SystemName, String> names) {
    return new Field(
        "f",
        kind,
        false,
        20,
        upperCase,
        0,
        new FieldRule.Latest(),
        List.of(),
        to,
        names,
        Map.of(),
        1);
  }

  static Field scale(int scale) {
    return field(Kind.NUMBER, false, 255, false, scale, List.of(), Map.of());
  }

  static Field shortenedTo(int limit) {
    return field(Kind.TEXT, false, 32000, false, 2, List.of(), Map.of(SMARTSHEET, limit));
  }

  /** Active (live, ok; in Smartsheet: Running) and Paused. */
  static Field choices(Kind kind) {
    List<Field.Choice> choices =
        List.of(
            new Field.Choice("Paused", Set.of(), Map.of()),
            new Field.Choice("Active", Set.of("live", "ok"), Map.of(SMARTSHEET, "Running")));
    return field(kind, false, 255, false, 2, choices, Map.of());
  }

  /** What a text is as the key of its record. */
  static Reading readKey(Field field, SystemName system, String text) {
    return Conversion.toCanonical(
        mapping(field, "f"), system, Map.of(field.names().get(system), text));
  }

  /** What a text or another native value of the only field is. */
  static Reading read(Field field, SystemName system, Object value) {
    Map<String, Object> values = new HashMap<>();
    values.put(field.names().get(system), value);
    return Conversion.toCanonical(mapping(field), system, values);
  }

  static Mapping mapping(Field field) {
    return mapping(field, "code");
  }

  private static Mapping mapping(Field field, String key) {
    return new Mapping(new RecordType("thing"), "1", key, List.of(field), Map.of());
  }

  private static Field field(
      Kind kind,
      boolean required,
      int max,
      boolean upperCase,
      int scale,
      List<Field.Choice> choices,
      Map<SystemName, Integer> shortenedTo) {
    return new Field(
        "f",
        kind,
        required,
        max,
        upperCase,
        scale,
        new FieldRule.Latest(),
        choices,
        null,
        NAMES,
        shortenedTo,
        1);
  }
}
