package io.partnerhub.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the fields of a JSON record into the values of a row, as far as a caller may set them. */
final class RecordInput {

  private final Database database;

  RecordInput(Database database) {
    this.database = database;
  }

  /** Sets what the JSON names; {@code attributes} and the id are the caller's business. */
  void assign(SObjectType type, JsonNode json, Object[] values) throws RowRefused {
    for (Map.Entry<String, JsonNode> entry : json.properties()) {
      if (!isAddress(entry.getKey())) {
        assign(type, entry.getKey(), entry.getValue(), values);
      }
    }
    checkRequired(type, values);
  }

  /** Whether a name in a record says which record it is, and sets nothing. */
  static boolean isAddress(String name) {
    return name.equals("attributes") || name.equalsIgnoreCase("Id");
  }

  private void assign(SObjectType type, String name, JsonNode json, Object[] values)
      throws RowRefused {
    Optional<Field> field = type.field(name);
    if (field.isEmpty()) {
      Field reference = type.relationship(name).orElseThrow(() -> noColumn(type, name));
      values[reference.ordinal()] = byExternalId(reference, json);
      return;
    }
    values[field.get().ordinal()] = checkReference(field.get(), value(field.get(), json));
  }

  private static Object value(Field field, JsonNode json) throws RowRefused {
    if (!field.writable()) {
      throw new RowRefused(
          "INVALID_FIELD_FOR_INSERT_UPDATE",
          "Unable to create/update fields: "
              + field.name()
              + ". Please check the security settings of this field and verify that it is"
              + " read/write for your profile or permission set.",
          field);
    }
    return FieldInput.value(field, json);
  }

  private Object checkReference(Field field, Object value) throws RowRefused {
    if (field.type() != FieldType.REFERENCE || value == null) {
      return value;
    }
    String id = (String) value;
    SObjectType target = target(field);
    if (!id.startsWith(target.keyPrefix())) {
      throw new RowRefused(
          "FIELD_INTEGRITY_EXCEPTION",
          field.label() + ": id value of incorrect type: " + id,
          field);
    }
    Optional<Row> parent = database.table(target).get(id);
    if (parent.isEmpty()) {
      throw new RowRefused("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", field);
    }
    if (parent.get().deleted()) {
      throw new RowRefused("ENTITY_IS_DELETED", "entity is deleted", field);
    }
    return id;
  }

  private String byExternalId(Field reference, JsonNode json) throws RowRefused {
    SObjectType target = target(reference);
    Map.Entry<String, JsonNode> key = onlyKey(reference, json);
    Field field =
        target
            .field(key.getKey())
            .filter(Field::externalId)
            .orElseThrow(() -> noColumn(target, key.getKey()));
    String text = key.getValue().asText();
    return database
        .table(target)
        .find(field, text.strip())
        .map(Row::id)
        .orElseThrow(
            () ->
                new RowRefused(
                    "INVALID_FIELD",
                    "Foreign key external ID: "
                        + text
                        + " not found for field "
                        + field.name()
                        + " in entity "
                        + target.name(),
                    List.of()));
  }

  private static Map.Entry<String, JsonNode> onlyKey(Field reference, JsonNode json)
      throws RowRefused {
    List<Map.Entry<String, JsonNode>> keys =
        json.properties().stream().filter(e -> !e.getKey().equals("attributes")).toList();
    if (keys.size() != 1) {
      throw FieldInput.wrongType(reference, json.toString());
    }
    return keys.get(0);
  }

  private SObjectType target(Field reference) {
    return database.schema().type(reference.referenceTo()).orElseThrow();
  }

  private static void checkRequired(SObjectType type, Object[] values) throws RowRefused {
    List<String> missing =
        type.fields().stream()
            .filter(f -> f.required() && values[f.ordinal()] == null)
            .map(Field::name)
            .toList();
    if (!missing.isEmpty()) {
      throw new RowRefused(
          "REQUIRED_FIELD_MISSING", "Required fields are missing: " + missing, missing);
    }
  }

  static RowRefused noColumn(SObjectType type, String name) {
    return new RowRefused(
        "INVALID_FIELD", "No such column '" + name + "' on sobject of type " + type.name());
  }
}
