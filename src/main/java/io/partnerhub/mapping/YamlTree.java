package io.partnerhub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Turns YAML nodes, which know their lines, into a tree that a JSON Schema can check. */
final class YamlTree {

  private static final int LONGEST_NUMBER = 18;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String name;
  private final Map<String, Integer> lines = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();

  private YamlTree(String name) {
    this.name = name;
  }

  static YamlFile of(String name, String version, Node node) {
    YamlTree tree = new YamlTree(name);
    tree.lines.put("", line(node));
    JsonNode root = tree.convert("", node);
    return new YamlFile(name, version, root, tree.lines, tree.faults);
  }

  private JsonNode convert(String pointer, Node node) {
    return switch (node.getNodeType()) {
      case MAPPING -> object(pointer, (MappingNode) node);
      case SEQUENCE -> array(pointer, (SequenceNode) node);
      case SCALAR -> scalar((ScalarNode) node);
      case ANCHOR -> throw new IllegalStateException("An alias passed the check of " + name);
    };
  }

  private JsonNode object(String pointer, MappingNode node) {
    ObjectNode object = JSON.objectNode();
    for (NodeTuple member : node.getValue()) {
      if (!(member.getKeyNode() instanceof ScalarNode key)) {
        faults.add(fault(member.getKeyNode(), "A name here is no text", "Write a plain name"));
        continue;
      }
      String place = YamlFile.child(pointer, key.getValue());
      if (object.has(key.getValue())) {
        faults.add(
            fault(
                key,
                "\""
                    + key.getValue()
                    + "\" stands here a second time, first on line "
                    + lines.get(place),
                "Remove one of them"));
        continue;
      }
      lines.put(place, line(key));
      object.set(key.getValue(), convert(place, member.getValueNode()));
    }
    return object;
  }

  private JsonNode array(String pointer, SequenceNode node) {
    ArrayNode array = JSON.arrayNode();
    for (Node item : node.getValue()) {
      String place = pointer + "/" + array.size();
      lines.put(place, line(item));
      array.add(convert(place, item));
    }
    return array;
  }

  /** A number with a fraction stays a text: no setting of a mapping takes one. */
  private static JsonNode scalar(ScalarNode node) {
    String text = node.getValue();
    Tag tag = node.getTag();
    if (tag.equals(Tag.BOOL)) {
      return JSON.booleanNode(Boolean.parseBoolean(text));
    }
    if (tag.equals(Tag.NULL)) {
      return JSON.nullNode();
    }
    if (tag.equals(Tag.INT) && text.matches("-?[0-9]{1," + LONGEST_NUMBER + "}")) {
      return JSON.numberNode(Long.parseLong(text));
    }
    return JSON.textNode(text);
  }

  private Fault fault(Node node, String what, String remedy) {
    return new Fault(name, line(node), what, remedy);
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }
}
