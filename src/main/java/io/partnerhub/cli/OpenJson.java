package io.partnerhub.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** Open types as JSON: a table is an array, an instant a text. */
final class OpenJson {

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** What a terminal may act upon and JSON need not escape; it only stands within texts. */
  private static final Pattern COMMANDS =
      Pattern.compile("[\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069]");

  private OpenJson() {}

  static String text(Object open) {
    try {
      return COMMANDS
          .matcher(MAPPER.writeValueAsString(plain(open)))
          .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object plain(Object open) {
    if (open instanceof CompositeData composite) {
      Map<String, Object> object = new LinkedHashMap<>();
      for (String name : composite.getCompositeType().keySet()) {
        if (!name.equals(Rows.NUMBER)) {
          object.put(name, plain(composite.get(name)));
        }
      }
      return object;
    }
    if (open instanceof TabularData table) {
      return Rows.of(table).stream().map(OpenJson::plain).toList();
    }
    return open instanceof Date date ? date.toInstant().toString() : open;
  }
}
