package io.partnerhub.sandbox.smartsheet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** JSON in and out: bodies are read into trees, answers are streamed. */
final class Json {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final JsonFactory FACTORY = MAPPER.getFactory();

  private Json() {}

  /** Writes into a generator. */
  interface Content {
    void write(JsonGenerator json) throws IOException;
  }

  /** One JSON object of these fields. */
  static byte[] object(Content fields) {
    return bytes(
        json -> {
          json.writeStartObject();
          fields.write(json);
          json.writeEndObject();
        });
  }

  /** One JSON value. */
  static byte[] bytes(Content value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      value.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A request's body; what cannot be parsed is refused as the API does. */
  static JsonNode body(byte[] bytes) {
    if (bytes.length == 0) {
      throw ErrorCode.BODY_REQUIRED.with();
    }
    try {
      return MAPPER.readTree(bytes);
    } catch (IOException e) {
      throw ErrorCode.UNREADABLE.with(String.valueOf(e.getMessage()).split("\n", 2)[0]);
    }
  }

  /** The items of an array, or the one value that stands for an array of one. */
  static List<JsonNode> items(JsonNode body) {
    if (!body.isArray()) {
      return List.of(body);
    }
    List<JsonNode> items = new ArrayList<>();
    body.forEach(items::add);
    return items;
  }

  /** A Java value (text, number, boolean, list, map) as a tree. */
  static JsonNode tree(Object value) {
    return value instanceof String text ? TextNode.valueOf(text) : MAPPER.valueToTree(value);
  }
}
