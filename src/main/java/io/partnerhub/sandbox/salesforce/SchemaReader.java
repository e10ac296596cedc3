package io.partnerhub.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads an object's definition from JSON and puts the system fields before its own. */
final class SchemaReader {

  private static final int PICKLIST_LENGTH = 255;

  private SchemaReader() {}

  static SObjectType resource(String name) {
    try (InputStream json = SchemaReader.class.getResourceAsStream(name)) {
      return read(Wire.MAPPER.readTree(json));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the object definition " + name, e);
    }
  }

  static SObjectType read(JsonNode json) {
    List<Field> fields = new ArrayList<>(systemFields());
    for (JsonNode field : json.get("fields")) {
      fields.add(field(fields.size(), field));
    }
    return new SObjectType(
        json.get("name").asText(),
        json.get("keyPrefix").asText(),
        json.path("readOnly").asBoolean(),
        fields);
  }

  private static List<Field> systemFields() {
    return List.of(
        system(SObjectType.ID, "Id", FieldType.ID, ""),
        system(SObjectType.IS_DELETED, "IsDeleted", FieldType.BOOLEAN, ""),
        system(SObjectType.CREATED_DATE, "CreatedDate", FieldType.DATETIME, ""),
        system(SObjectType.CREATED_BY, "CreatedById", FieldType.REFERENCE, "CreatedBy"),
        system(SObjectType.LAST_MODIFIED_DATE, "LastModifiedDate", FieldType.DATETIME, ""),
        system(
            SObjectType.LAST_MODIFIED_BY,
            "LastModifiedById",
            FieldType.REFERENCE,
            "LastModifiedBy"),
        system(SObjectType.SYSTEM_MODSTAMP, "SystemModstamp", FieldType.DATETIME, ""));
  }

  private static Field system(int ordinal, String name, FieldType type, String relationship) {
    return new Field(
        ordinal,
        name,
        name,
        type,
        type.kind() == FieldType.Kind.ID ? Ids.LONG : 0,
        0,
        0,
        true,
        true,
        false,
        false,
        false,
        false,
        false,
        List.of(),
        relationship.isEmpty() ? "" : "User",
        relationship);
  }

  /**
   * The same field as an administrator changed it.
   *
   * @param changes of length, precision, scale, required, writable, calculated, restricted and
   *     options
   */
  static Field changed(Field field, JsonNode changes) {
    List<String> options = new ArrayList<>();
    changes.path("options").forEach(option -> options.add(option.asText()));
    return new Field(
        field.ordinal(),
        field.name(),
        field.label(),
        field.type(),
        changes.path("length").asInt(field.length()),
        changes.path("precision").asInt(field.precision()),
        changes.path("scale").asInt(field.scale()),
        changes.path("required").asBoolean(field.required()),
        field.defaulted(),
        changes.path("writable").asBoolean(field.writable()),
        changes.path("calculated").asBoolean(field.calculated()),
        field.externalId(),
        field.unique(),
        changes.path("restricted").asBoolean(field.restricted()),
        options.isEmpty() ? field.options() : List.copyOf(options),
        field.referenceTo(),
        field.relationshipName());
  }

  private static Field field(int ordinal, JsonNode json) {
    FieldType type = FieldType.valueOf(json.get("type").asText().toUpperCase(Locale.ROOT));
    List<String> options = new ArrayList<>();
    json.path("options").forEach(option -> options.add(option.asText()));
    return new Field(
        ordinal,
        json.get("name").asText(),
        json.path("label").asText(json.get("name").asText()),
        type,
        json.path("length").asInt(type.kind() == FieldType.Kind.TEXT ? PICKLIST_LENGTH : 0),
        json.path("precision").asInt(),
        json.path("scale").asInt(),
        json.path("required").asBoolean(),
        json.path("defaulted").asBoolean() || type == FieldType.BOOLEAN,
        true,
        json.path("calculated").asBoolean(),
        json.path("externalId").asBoolean(),
        json.path("unique").asBoolean(),
        json.path("restricted").asBoolean(),
        List.copyOf(options),
        json.path("referenceTo").asText(""),
        json.path("relationshipName").asText(""));
  }
}
