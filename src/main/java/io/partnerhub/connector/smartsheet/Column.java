package io.partnerhub.connector.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.mapping.Kind;
import io.partnerhub.mapping.Metadata.NativeField;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One column of a sheet.
 *
 * @param type as the service calls it, read with {@code level=2}
 * @param calculated whether a formula of the column works its cells out
 * @param writable false for system columns, column formulas and columns locked for the hub's user
 * @param options the only values it takes; null when it takes any
 */
record Column(
    long id,
    String title,
    String type,
    boolean calculated,
    boolean writable,
    List<String> options) {

  private static final int LONGEST_CELL = 4_000;

  static Column of(JsonNode json) {
    boolean calculated = !json.path("formula").asText("").isEmpty();
    boolean fixed =
        !json.path("systemColumnType").asText("").isEmpty() || calculated || isLockedForHub(json);
    return new Column(
        json.path("id").asLong(),
        json.path("title").asText(),
        json.path("type").asText(),
        calculated,
        !fixed,
        options(json));
  }

  /**
   * Owners and admins of a sheet may change its locked columns: {@code locked} says that somebody
   * locked it, {@code lockedForUser} that it is so for whoever asks (Column object of the
   * Smartsheet API).
   */
  private static boolean isLockedForHub(JsonNode json) {
    return json.path("lockedForUser").asBoolean(json.path("locked").asBoolean());
  }

  /** A strict write of a picklist is held to its options whether or not people are. */
  private static List<String> options(JsonNode json) {
    boolean held =
        json.path("validation").asBoolean() || json.path("type").asText().equals("PICKLIST");
    if (!held || !json.path("options").isArray()) {
      return null;
    }
    List<String> options = new ArrayList<>();
    json.path("options").forEach(o -> options.add(o.asText()));
    return List.copyOf(options);
  }

  /** Whether it still is the column that was resolved; options may come and go. */
  boolean sameAs(Column other) {
    return id == other.id && title.equals(other.title) && type.equals(other.type);
  }

  NativeField describe() {
    return new NativeField(title, type, kinds(), LONGEST_CELL, false, false, writable, options);
  }

  private Set<Kind> kinds() {
    return switch (type) {
      case "TEXT_NUMBER" ->
          EnumSet.of(
              Kind.TEXT,
              Kind.EMAIL,
              Kind.PHONE,
              Kind.NUMBER,
              Kind.MONEY,
              Kind.DATETIME,
              Kind.PICKLIST,
              Kind.REFERENCE);
      case "DATE" -> EnumSet.of(Kind.DATE);
      case "DATETIME", "ABSTRACT_DATETIME" -> EnumSet.of(Kind.DATETIME);
      case "CHECKBOX" -> EnumSet.of(Kind.BOOLEAN);
      case "PICKLIST" -> EnumSet.of(Kind.PICKLIST);
      case "MULTI_PICKLIST" -> EnumSet.of(Kind.MULTI_PICKLIST);
      case "CONTACT_LIST" -> EnumSet.of(Kind.EMAIL);
      default -> EnumSet.noneOf(Kind.class);
    };
  }
}
