package io.partnerhub.connector;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.TreeNode;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/**
 * Reads what comes from outside into trees, with every digit of a number. A number that cannot be
 * one, such as 1e-99999999999, makes the text unreadable: Jackson's NumberFormatException would
 * pass for a defect of ours.
 */
public final class ExactJson extends ObjectMapper {

  private static final long serialVersionUID = 1;

  public ExactJson() {
    enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  }

  @Override
  public JsonNode readTree(byte[] content) throws IOException {
    try {
      return super.readTree(content);
    } catch (NumberFormatException e) {
      throw noNumber(null, e);
    }
  }

  @Override
  public <T extends TreeNode> T readTree(JsonParser parser) throws IOException {
    try {
      return super.readTree(parser);
    } catch (NumberFormatException e) {
      throw noNumber(parser, e);
    }
  }

  private static JsonParseException noNumber(JsonParser parser, NumberFormatException cause) {
    return new JsonParseException(parser, "a number has too long an exponent", cause);
  }
}
