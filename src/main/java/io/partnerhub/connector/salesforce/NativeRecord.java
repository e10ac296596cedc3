package io.partnerhub.connector.salesforce;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;

/**
 * A record as Salesforce sends it.
 *
 * @param fields scalar values by name: String, BigDecimal, Boolean or null; those of a parent by
 *     path, as in {@code Account.Partner_Code__c}
 */
record NativeRecord(Map<String, Object> fields) {

  private static final String ATTRIBUTES = "attributes";

  /** Salesforce writes {@code 2022-02-15T06:21:19.000+0000}. */
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXX");

  /** Reads one record; the parser stands on its opening brace and is left on the closing one. */
  static NativeRecord read(JsonParser parser) throws IOException {
    Map<String, Object> fields = new HashMap<>();
    read(parser, "", fields);
    return new NativeRecord(fields);
  }

  private static void read(JsonParser parser, String path, Map<String, Object> fields)
      throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = path + parser.currentName();
      switch (parser.nextToken()) {
        case START_OBJECT -> {
          if (name.endsWith(ATTRIBUTES)) {
            parser.skipChildren();
          } else {
            read(parser, name + ".", fields);
          }
        }
        case START_ARRAY -> parser.skipChildren();
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> fields.put(name, parser.getDecimalValue());
        case VALUE_TRUE, VALUE_FALSE -> fields.put(name, parser.getBooleanValue());
        case VALUE_NULL -> fields.put(name, null);
        default -> fields.put(name, parser.getText());
      }
    }
  }

  /** In its 18-character form. */
  String id() throws UnusableAnswer {
    if (!SalesforceId.isId(text("Id"))) {
      throw AnswerJson.unexpected("a record without Id");
    }
    return SalesforceId.widen(text("Id"));
  }

  Instant stamp() throws UnusableAnswer {
    String stamp = text("SystemModstamp");
    try {
      if (stamp != null) {
        return OffsetDateTime.parse(stamp, STAMP).toInstant();
      }
    } catch (DateTimeParseException e) {
      throw new UnusableAnswer("UNEXPECTED_ANSWER", "SystemModstamp is no date: " + stamp, e);
    }
    throw AnswerJson.unexpected("a record without SystemModstamp");
  }

  boolean deleted() {
    return Boolean.TRUE.equals(fields.get("IsDeleted"));
  }

  /** A text field, or null when it is empty or no text. */
  String text(String name) {
    return fields.get(name) instanceof String text ? text : null;
  }
}
