package io.partnerhub.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;

/** Turns a JSON value into what a field holds, or refuses it as the real API does. */
final class FieldInput {

  /** The years that date fields accept. */
  private static final int FIRST_YEAR = 1700;

  private static final int LAST_YEAR = 4000;

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[.SSS][.SS][.S][XXX][XX]")
          .withResolverStyle(ResolverStyle.STRICT);

  private FieldInput() {}

  /**
   * The value to hold.
   *
   * @return null when the JSON is null or an empty text
   */
  static Object value(Field field, JsonNode json) throws RowRefused {
    if (json.isNull()) {
      return none(field);
    }
    return switch (field.kind()) {
      case TEXT -> TextInput.value(field, text(field, json));
      case NUMBER -> number(field, json);
      case BOOLEAN -> bool(field, json);
      case DATE -> date(field, text(field, json));
      case DATETIME -> moment(field, text(field, json));
      case ID -> id(field, text(field, json));
    };
  }

  private static Object none(Field field) throws RowRefused {
    if (field.kind() == FieldType.Kind.BOOLEAN) {
      throw wrongType(field, "null");
    }
    return null;
  }

  private static String text(Field field, JsonNode json) throws RowRefused {
    if (!json.isTextual()) {
      throw wrongType(field, json.toString());
    }
    return json.asText();
  }

  private static Double number(Field field, JsonNode json) throws RowRefused {
    if (!json.isNumber()) {
      throw wrongType(field, json.asText());
    }
    BigDecimal number = json.decimalValue();
    // Both are checked before scaling, so that an exponent of a million digits costs nothing.
    long digitsBeforePoint = (long) number.precision() - number.scale();
    if (digitsBeforePoint > field.precision() - field.scale()) {
      throw new RowRefused(
          "NUMBER_OUTSIDE_VALID_RANGE",
          field.label() + ": value outside of valid range on numeric field: " + json.asText(),
          field);
    }
    if (digitsBeforePoint < -field.scale()) {
      return 0.0;
    }
    return number.setScale(field.scale(), RoundingMode.HALF_UP).doubleValue();
  }

  private static Boolean bool(Field field, JsonNode json) throws RowRefused {
    if (!json.isBoolean()) {
      throw wrongType(field, json.asText());
    }
    return json.asBoolean();
  }

  private static LocalDate date(Field field, String text) throws RowRefused {
    if (text.isEmpty()) {
      return null;
    }
    try {
      LocalDate date = LocalDate.parse(text);
      checkYear(field, date.getYear(), text);
      return date;
    } catch (DateTimeException e) {
      throw wrongType(field, text);
    }
  }

  private static Instant moment(Field field, String text) throws RowRefused {
    if (text.isEmpty()) {
      return null;
    }
    try {
      Instant moment =
          OffsetDateTime.parse(text, MOMENT).toInstant().truncatedTo(ChronoUnit.SECONDS);
      checkYear(field, moment.atZone(ZoneOffset.UTC).getYear(), text);
      return moment;
    } catch (DateTimeException e) {
      throw wrongType(field, text);
    }
  }

  private static void checkYear(Field field, int year, String text) throws RowRefused {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new RowRefused(
          "FIELD_INTEGRITY_EXCEPTION", field.label() + ": invalid date: " + text, field);
    }
  }

  private static String id(Field field, String text) throws RowRefused {
    if (text.isEmpty()) {
      return null;
    }
    return Ids.to15(text)
        .orElseThrow(
            () ->
                new RowRefused(
                    "MALFORMED_ID",
                    field.label() + ": id value of incorrect type: " + text,
                    field));
  }

  static RowRefused wrongType(Field field, String value) {
    return new RowRefused(
        "INVALID_TYPE_ON_FIELD_IN_RECORD",
        field.label() + ": value not of required type: " + value,
        field);
  }
}
