package io.partnerhub.connector.fulfillment;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.partnerhub.mapping.Kind;
import io.partnerhub.mapping.Metadata.NativeField;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One field of a resource.
 *
 * @param at where it stands in a record
 * @param max greatest number of characters; null for no limit
 * @param decimals digits after the point of a decimal
 * @param options the only values of a choice; null for other types
 */
record FieldForm(
    String name,
    JsonPointer at,
    Type type,
    Integer max,
    Integer decimals,
    List<String> options,
    boolean required,
    boolean unique,
    boolean readOnly) {

  private static final int USUAL_DECIMALS = 2;
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,18})?");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** What stands in the JSON. */
  enum Type {
    TEXT(EnumSet.of(Kind.TEXT, Kind.EMAIL, Kind.PHONE, Kind.REFERENCE, Kind.PICKLIST)),
    CHOICE(EnumSet.of(Kind.PICKLIST, Kind.TEXT)),
    CHOICES(EnumSet.of(Kind.MULTI_PICKLIST)),
    NUMBER(EnumSet.of(Kind.NUMBER, Kind.MONEY)),
    DECIMAL(EnumSet.of(Kind.NUMBER, Kind.MONEY)),
    BOOLEAN(EnumSet.of(Kind.BOOLEAN)),
    DATE(EnumSet.of(Kind.DATE)),
    DATETIME(EnumSet.of(Kind.DATETIME));

    private final Set<Kind> kinds;

    Type(Set<Kind> kinds) {
      this.kinds = kinds;
    }
  }

  FieldForm named(String newName) {
    return new FieldForm(
        newName,
        at == null ? JsonPointer.empty().appendProperty(newName) : at,
        type,
        max,
        decimals == null ? USUAL_DECIMALS : decimals,
        options,
        required,
        unique,
        readOnly);
  }

  NativeField describe() {
    return new NativeField(
        name,
        type.name().toLowerCase(Locale.ROOT),
        type.kinds,
        max == null ? Integer.MAX_VALUE : max,
        required,
        unique,
        !readOnly,
        options);
  }

  /** The native value in a record: a String, BigDecimal, Boolean, List of String or null. */
  Object read(JsonNode record) {
    JsonNode value = record.at(at);
    return switch (value.getNodeType()) {
      case NUMBER -> value.decimalValue();
      case BOOLEAN -> value.booleanValue();
      case ARRAY -> texts(value);
      case STRING -> ofText(value.textValue());
      case OBJECT -> value.toString();
      default -> null;
    };
  }

  /** A decimal comes as a program writes it: a point in it never stands for thousands. */
  private Object ofText(String text) {
    return type == Type.DECIMAL && DECIMAL.matcher(text).matches() ? new BigDecimal(text) : text;
  }

  /** The JSON of a native value as {@code Conversion} gives it; null is JSON's null. */
  JsonNode write(Object value) {
    if (value == null) {
      return JSON.nullNode();
    }
    if (value instanceof BigDecimal number) {
      return type == Type.DECIMAL
          ? JSON.textNode(number.setScale(decimals, RoundingMode.HALF_UP).toPlainString())
          : JSON.numberNode(number);
    }
    if (value instanceof Boolean flag) {
      return JSON.booleanNode(flag);
    }
    if (value instanceof List<?> list) {
      ArrayNode array = JSON.arrayNode();
      list.forEach(entry -> array.add(entry.toString()));
      return array;
    }
    return JSON.textNode(value.toString());
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(entry -> texts.add(entry.asText()));
    return texts;
  }
}
