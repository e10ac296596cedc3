package io.partnerhub.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** JSON columns and JSON parameters. */
final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ObjectWriter OBJECTS =
      MAPPER.writerFor(new TypeReference<Map<String, Object>>() {});
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private Json() {}

  /** An array of objects that are made one after the other, so that they never exist all. */
  static <T> String array(List<T> values, Function<T, Map<String, Object>> toObject) {
    StringWriter text = new StringWriter();
    try (SequenceWriter array = OBJECTS.writeValuesAsArray(text)) {
      for (T value : values) {
        array.write(toObject.apply(value));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  static Map<String, String> texts(String json) {
    return read(json, TEXTS);
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
