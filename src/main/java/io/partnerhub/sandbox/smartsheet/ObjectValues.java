package io.partnerhub.sandbox.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code objectValue}: the only way to write cells that hold several values. */
final class ObjectValues {

  private ObjectValues() {}

  /** Null when the list of values is empty. */
  static CellValue read(Column column, JsonNode object, boolean strict) {
    return switch (column.type()) {
      case MULTI_PICKLIST -> choices(column, typed(column, object, "MULTI_PICKLIST"), strict);
      case MULTI_CONTACT_LIST -> contacts(column, typed(column, object, "MULTI_CONTACT"));
      case CONTACT_LIST -> contact(column, typed(column, object, "CONTACT"));
      case DATE -> date(column, object);
      case TEXT_NUMBER, CHECKBOX, PICKLIST -> plain(column, object);
      case DATETIME, ABSTRACT_DATETIME -> throw ErrorCode.SYSTEM_VALUE.with(column.id());
    };
  }

  private static CellValue date(Column column, JsonNode object) {
    if (!typed(column, object, "DATE").hasNonNull("value")) {
      throw ErrorCode.ATTRIBUTE_MISSING.with("objectValue.value");
    }
    return StrictValue.read(column, object);
  }

  private static CellValue plain(Column column, JsonNode value) {
    if (value.isContainerNode()) {
      throw ErrorCode.OBJECT_TYPE.with("objectValue", column.id(), "a string, number or boolean");
    }
    return StrictValue.read(column, Json.tree(Map.of("value", value)));
  }

  private static JsonNode typed(Column column, JsonNode object, String type) {
    if (!object.isObject() || !type.equals(object.path("objectType").asText())) {
      throw ErrorCode.OBJECT_TYPE.with("objectValue", column.id(), type);
    }
    Attributes.only(
        object, "objectValue", Set.of("objectType", "value", "values", "email", "name"), Set.of());
    return object;
  }

  private static CellValue choices(Column column, JsonNode object, boolean strict) {
    List<String> values = Attributes.texts(object, "values");
    for (String value : values) {
      if ((strict || column.validation()) && !column.options().contains(value)) {
        throw ErrorCode.NOT_STRICT.with(column.id(), value, column.type());
      }
    }
    return values.isEmpty() ? null : new CellValue.Choices(List.copyOf(values));
  }

  private static CellValue contacts(Column column, JsonNode object) {
    List<CellValue.Contact> contacts = new ArrayList<>();
    for (JsonNode value : Attributes.array(object, "values")) {
      contacts.add(contact(column, typed(column, value, "CONTACT")));
    }
    return contacts.isEmpty() ? null : new CellValue.Contacts(List.copyOf(contacts));
  }

  private static CellValue.Contact contact(Column column, JsonNode object) {
    String email = Attributes.text(object, "email");
    if (email == null || !CellReader.isEmail(email)) {
      throw ErrorCode.NOT_STRICT.with(column.id(), email, column.type());
    }
    return new CellValue.Contact(email, Attributes.text(object, "name"));
  }
}
