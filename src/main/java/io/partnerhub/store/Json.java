package io.partnerhub.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * JSON columns. What every row has is written and read without a mapper: there are tens of
 * thousands of them in a first sync, most of them empty or flat.
 */
final class Json {

  static final String NO_FIELDS = "{}";
  static final String NO_ELEMENTS = "[]";

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonFactory FACTORY = MAPPER.getFactory();
  private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();

  private Json() {}

  static String object(Map<String, String> fields) {
    if (fields.isEmpty()) {
      return NO_FIELDS;
    }
    StringBuilder json = new StringBuilder();
    fields.forEach(
        (name, value) -> {
          json.append(json.isEmpty() ? '{' : ',');
          append(json, name);
          json.append(':');
          append(json, value);
        });
    return json.append('}').toString();
  }

  static String array(Collection<String> texts) {
    if (texts.isEmpty()) {
      return NO_ELEMENTS;
    }
    StringBuilder json = new StringBuilder();
    for (String text : texts) {
      json.append(json.isEmpty() ? '[' : ',');
      append(json, text);
    }
    return json.append(']').toString();
  }

  /** A quoted text; {@code null} for null. */
  static void append(StringBuilder json, String text) {
    if (text == null) {
      json.append("null");
      return;
    }
    json.append('"');
    if (isPlain(text)) {
      json.append(text);
    } else {
      ENCODER.quoteAsString(text, json);
    }
    json.append('"');
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  static String of(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads an object of texts. */
  static Map<String, String> texts(String json) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (json.equals(NO_FIELDS)) {
      return texts;
    }
    try (JsonParser parser = parser(json)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        texts.put(name, parser.nextTextValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  static JsonParser parser(String json) throws IOException {
    return FACTORY.createParser(json);
  }

  static <T> T read(String json, TypeReference<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Instant instant) {
    return instant == null ? null : instant.toString();
  }

  static Instant instant(String text) {
    return text == null ? null : Instant.parse(text);
  }
}
