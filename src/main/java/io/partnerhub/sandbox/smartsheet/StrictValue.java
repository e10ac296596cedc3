package io.partnerhub.sandbox.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;

/** Reads {@code value} with {@code strict:true}: exactly the JSON type of the column, or 1042. */
final class StrictValue {
  private static final BigDecimal LARGEST = BigDecimal.valueOf(9_007_199_254_740_992L);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

  private StrictValue() {}

  /** Null when the cell is cleared. */
  static CellValue read(Column column, JsonNode cell) {
    JsonNode value = cell.get("value");
    checkJson(column, value);
    if (value.isTextual() && value.textValue().isEmpty()) {
      return CellReader.cleared(column);
    }
    return switch (column.type()) {
      case TEXT_NUMBER ->
          value.isNumber()
              ? new CellValue.Amount(value.doubleValue())
              : new CellValue.Text(CellReader.cut(value.textValue()));
      case CHECKBOX -> new CellValue.Check(want(column, value, value.isBoolean()).booleanValue());
      case DATE -> new CellValue.Day(want(column, value, isDate(value)).textValue());
      case CONTACT_LIST -> contact(column, value, Attributes.text(cell, "displayValue"));
      case PICKLIST ->
          new CellValue.Text(
              want(column, value, value.isTextual() && column.options().contains(value.asText()))
                  .textValue());
      case MULTI_CONTACT_LIST -> throw objectOnly(column, "MULTI_CONTACT");
      case MULTI_PICKLIST -> throw objectOnly(column, "MULTI_PICKLIST");
      case DATETIME, ABSTRACT_DATETIME -> throw ErrorCode.SYSTEM_VALUE.with(column.id());
    };
  }

  /** Refuses JSON that no cell takes. */
  static void checkJson(Column column, JsonNode value) {
    if (value.isContainerNode()) {
      throw ErrorCode.UNREADABLE.with("cell.value must be a string, a number or a boolean");
    }
    if (value.isBoolean() && column.type() == ColumnType.TEXT_NUMBER) {
      throw ErrorCode.NOT_TEXT_OR_NUMBER.with();
    }
    if (value.isNumber() && !inRange(value)) {
      throw ErrorCode.NUMBER_RANGE.with(LARGEST.negate(), LARGEST);
    }
  }

  private static boolean inRange(JsonNode number) {
    return number.isIntegralNumber()
        ? number.decimalValue().abs().compareTo(LARGEST) <= 0
        : Math.abs(number.doubleValue()) <= LARGEST.doubleValue();
  }

  /** Whether a stored value is of the column's own kind. */
  static boolean conforms(Column column, CellValue value) {
    return switch (column.type()) {
      case CHECKBOX -> value instanceof CellValue.Check;
      case DATE -> value instanceof CellValue.Day;
      case CONTACT_LIST -> value instanceof CellValue.Contact;
      case PICKLIST -> column.options().contains(value.display());
      case MULTI_PICKLIST ->
          value instanceof CellValue.Choices choices
              && column.options().containsAll(choices.values());
      case TEXT_NUMBER, MULTI_CONTACT_LIST, DATETIME, ABSTRACT_DATETIME -> true;
    };
  }

  private static CellValue contact(Column column, JsonNode value, String name) {
    boolean email = value.isTextual() && CellReader.isEmail(value.textValue());
    return new CellValue.Contact(want(column, value, email).textValue(), name);
  }

  private static boolean isDate(JsonNode value) {
    try {
      LocalDate.parse(value.isTextual() ? value.textValue() : "", DATE);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static JsonNode want(Column column, JsonNode value, boolean conforms) {
    if (!conforms) {
      throw ErrorCode.NOT_STRICT.with(column.id(), value.asText(), column.type());
    }
    return value;
  }

  private static ApiError objectOnly(Column column, String type) {
    return ErrorCode.OBJECT_TYPE.with("value", column.id(), type);
  }
}
