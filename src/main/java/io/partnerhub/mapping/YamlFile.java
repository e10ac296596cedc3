package io.partnerhub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A YAML file as a tree, with the line of each of its values.
 *
 * @param name the file's path as people write it
 * @param version a digest of its content
 * @param lines by JSON pointer, from 1; of a member, where its name stands
 * @param faults names that stand twice and the like; the tree holds the first
 */
record YamlFile(
    String name, String version, JsonNode root, Map<String, Integer> lines, List<Fault> faults) {

  /** The pointer of a member of what another pointer names. */
  static String child(String pointer, String member) {
    return pointer + "/" + member.replace("~", "~0").replace("/", "~1");
  }

  /** The line of a value, or of the nearest thing around it that has one. */
  int line(String pointer) {
    String place = pointer;
    while (!lines.containsKey(place) && !place.isEmpty()) {
      place = place.substring(0, place.lastIndexOf('/'));
    }
    return lines.getOrDefault(place, 1);
  }

  Fault fault(String pointer, String what, String remedy) {
    return new Fault(name, line(pointer), what, remedy);
  }

  String type() {
    return root.path("type").asText();
  }

  String key() {
    return root.path("key").asText();
  }

  /** The parts about each system, by its name, in their order. */
  Map<String, JsonNode> systems() {
    return members("systems");
  }

  /** The parts about each field, by its name, in their order. */
  Map<String, JsonNode> fields() {
    return members("fields");
  }

  /** What is no object has no settings to look at; the schema reports it. */
  private Map<String, JsonNode> members(String part) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    root.path(part).properties().stream()
        .filter(member -> member.getValue().isObject())
        .forEach(member -> members.put(member.getKey(), member.getValue()));
    return members;
  }
}
