package io.partnerhub.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An object of the org with its fields; the first seven are the system's own. */
final class SObjectType {

  static final int ID = 0;
  static final int IS_DELETED = 1;
  static final int CREATED_DATE = 2;
  static final int CREATED_BY = 3;
  static final int LAST_MODIFIED_DATE = 4;
  static final int LAST_MODIFIED_BY = 5;
  static final int SYSTEM_MODSTAMP = 6;

  private final String name;
  private final String keyPrefix;
  private final boolean readOnly;
  private final List<Field> fields;
  private final Map<String, Field> byName = new HashMap<>();
  private final Map<String, Field> byRelationship = new HashMap<>();

  SObjectType(String name, String keyPrefix, boolean readOnly, List<Field> fields) {
    this.name = name;
    this.keyPrefix = keyPrefix;
    this.readOnly = readOnly;
    this.fields = new ArrayList<>(fields);
    for (Field field : fields) {
      byName.put(lower(field.name()), field);
      if (!field.relationshipName().isEmpty()) {
        byRelationship.put(lower(field.relationshipName()), field);
      }
    }
  }

  String name() {
    return name;
  }

  String keyPrefix() {
    return keyPrefix;
  }

  /** Whether the API can neither create, change nor delete its records. */
  boolean readOnly() {
    return readOnly;
  }

  List<Field> fields() {
    return Collections.unmodifiableList(fields);
  }

  /** Changes a field as an administrator does; what records hold stays. */
  void change(String fieldName, JsonNode changes) {
    Field was =
        field(fieldName)
            .orElseThrow(() -> new IllegalArgumentException(name + " has no field " + fieldName));
    Field changed = SchemaReader.changed(was, changes);
    fields.set(changed.ordinal(), changed);
    byName.put(lower(changed.name()), changed);
    if (!changed.relationshipName().isEmpty()) {
      byRelationship.put(lower(changed.relationshipName()), changed);
    }
  }

  /** A field by its name in any case. */
  Optional<Field> field(String fieldName) {
    return Optional.ofNullable(byName.get(lower(fieldName)));
  }

  /** The reference field behind a relationship name in any case. */
  Optional<Field> relationship(String relationshipName) {
    return Optional.ofNullable(byRelationship.get(lower(relationshipName)));
  }

  /** The field that commands mean by a record's key: the first external id. */
  Optional<Field> key() {
    return fields.stream().filter(Field::externalId).findFirst();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
