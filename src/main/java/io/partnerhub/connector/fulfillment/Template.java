package io.partnerhub.connector.fulfillment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Fills placeholders of a connector file for one record.
 *
 * @param id null for a record that is still to be created
 * @param version null where it is not known: what would name it is left out
 */
record Template(String id, String version, String key, ObjectNode values) {

  static final String JSON = "application/json";

  /** The body where a connector file gives none. */
  static final JsonNode VALUES = TextNode.valueOf("{values}");

  /** A path with the id in it, escaped. */
  static String path(String path, String id) {
    return path.replace("{id}", escaped(String.valueOf(id)));
  }

  static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A text with its placeholders filled; empty when it names a version that is not known. */
  Optional<String> text(String text) {
    if (text.contains("{version}") && version == null) {
      return Optional.empty();
    }
    return Optional.of(
        text.replace("{id}", String.valueOf(id))
            .replace("{version}", String.valueOf(version))
            .replace("{key}", key));
  }

  /** A tree with its placeholders filled. */
  JsonNode tree(JsonNode tree) {
    if (tree.equals(VALUES)) {
      return values;
    }
    if (tree.isTextual()) {
      return text(tree.asText()).<JsonNode>map(TextNode::valueOf).orElse(null);
    }
    if (!tree.isObject()) {
      return tree;
    }
    ObjectNode filled = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> member : tree.properties()) {
      JsonNode value = tree(member.getValue());
      if (value != null) {
        filled.set(member.getKey(), value);
      }
    }
    return filled;
  }
}
