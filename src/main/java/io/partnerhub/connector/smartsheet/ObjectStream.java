package io.partnerhub.connector.smartsheet;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partnerhub.connector.ExactJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Reads a JSON object of which one array may be long, without holding that array. */
final class ObjectStream {

  static final ObjectMapper JSON = new ExactJson();

  private ObjectStream() {}

  /**
   * Hands on the array's elements one by one and gives all other members.
   *
   * @throws EmptyAnswer when there is nothing to read
   * @throws JsonParseException when it is no JSON object
   */
  static ObjectNode read(InputStream in, String array, Consumer<JsonNode> element)
      throws IOException {
    ObjectNode others = JSON.createObjectNode();
    try (JsonParser parser = JSON.createParser(in)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw new EmptyAnswer();
      }
      if (first != JsonToken.START_OBJECT) {
        throw new JsonParseException(parser, "no JSON object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals(array) && value == JsonToken.START_ARRAY) {
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            element.accept(JSON.readTree(parser));
          }
        } else if (name.equals(array) && value == JsonToken.START_OBJECT) {
          element.accept(JSON.readTree(parser));
        } else {
          others.set(name, JSON.readTree(parser));
        }
      }
    }
    return others;
  }

  /** A body without a single character. */
  static final class EmptyAnswer extends IOException {
    private static final long serialVersionUID = 1;
  }
}
