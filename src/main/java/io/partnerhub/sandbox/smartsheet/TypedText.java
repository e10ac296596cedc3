package io.partnerhub.sandbox.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** What becomes of a value that is typed in, by a person or with {@code strict:false}. */
final class TypedText {
  private static final List<DateTimeFormatter> DATES =
      List.of(
          DateTimeFormatter.ISO_LOCAL_DATE,
          DateTimeFormatter.ofPattern("M/d/yy", Locale.US),
          DateTimeFormatter.ofPattern("M/d/yyyy", Locale.US));

  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d{1,9})?");

  private TypedText() {}

  /** The value in the way of the column where it fits, else plain text; null clears. */
  static CellValue read(Column column, JsonNode value) {
    if (value.isNull() || (value.isTextual() && value.textValue().isEmpty())) {
      return CellReader.cleared(column);
    }
    if (value.isArray()) {
      return many(column, texts(value));
    }
    if (value.isNumber() && column.type() == ColumnType.TEXT_NUMBER) {
      return new CellValue.Amount(value.doubleValue());
    }
    return one(column, CellReader.cut(value.asText()));
  }

  private static CellValue one(Column column, String text) {
    return switch (column.type()) {
      case CHECKBOX -> checkOrText(text);
      case DATE -> dayOrText(text);
      case CONTACT_LIST ->
          CellReader.isEmail(text) ? new CellValue.Contact(text, null) : new CellValue.Text(text);
      case MULTI_CONTACT_LIST, MULTI_PICKLIST -> many(column, List.of(text));
      case TEXT_NUMBER, PICKLIST, DATETIME, ABSTRACT_DATETIME -> numberOrText(column, text);
    };
  }

  private static CellValue many(Column column, List<String> texts) {
    return switch (column.type()) {
      case MULTI_PICKLIST -> new CellValue.Choices(texts);
      case MULTI_CONTACT_LIST ->
          new CellValue.Contacts(texts.stream().map(t -> new CellValue.Contact(t, null)).toList());
      default -> new CellValue.Text(String.join(", ", texts));
    };
  }

  private static CellValue checkOrText(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1", "yes" -> new CellValue.Check(true);
      case "false", "0", "no" -> new CellValue.Check(false);
      default -> new CellValue.Text(text);
    };
  }

  private static CellValue dayOrText(String text) {
    for (DateTimeFormatter format : DATES) {
      try {
        return new CellValue.Day(LocalDate.parse(text, format).toString());
      } catch (DateTimeParseException notThisOne) {
        continue;
      }
    }
    return new CellValue.Text(text);
  }

  /** Digits that people type into a text column become a number, unless they begin with a zero. */
  private static CellValue numberOrText(Column column, String text) {
    return column.type() == ColumnType.TEXT_NUMBER && NUMBER.matcher(text).matches()
        ? new CellValue.Amount(Double.parseDouble(text))
        : new CellValue.Text(text);
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
