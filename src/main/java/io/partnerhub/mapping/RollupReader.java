package io.partnerhub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.model.RecordType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads a roll-up of a mapping file: {@code {count: order, where: {status: [Ready, Shipped]}}}. */
final class RollupReader {

  /** Those that take a field of the children, written {@code activation.activatedOn}. */
  static final List<String> OF_FIELD = List.of("sum", "min", "max", "latest");

  /** Those that take the children alone. */
  static final List<String> OF_CHILDREN = List.of("count", "any", "all");

  private RollupReader() {}

  static Rollup read(JsonNode node) {
    String via = node.has("via") ? node.get("via").asText() : null;
    List<Rollup.Condition> where = conditions(node.path("where"));
    if (node.has("choose")) {
      return new Rollup(childrenOfCases(node), via, choose(node.get("choose")), where);
    }
    for (String measure : OF_CHILDREN) {
      if (node.has(measure)) {
        return new Rollup(type(node.get(measure).asText()), via, ofChildren(measure), where);
      }
    }
    String measure = OF_FIELD.stream().filter(node::has).findFirst().orElseThrow();
    String[] path = node.get(measure).asText().split("\\.", 2);
    return new Rollup(
        type(path[0]), via, ofField(measure, path[1], node.path("by").asText()), where);
  }

  private static Rollup.Measure ofChildren(String measure) {
    return switch (measure) {
      case "any" -> new Rollup.Any();
      case "all" -> new Rollup.All();
      default -> new Rollup.Count();
    };
  }

  private static Rollup.Measure ofField(String measure, String field, String by) {
    return switch (measure) {
      case "sum" -> new Rollup.Sum(field);
      case "min" -> new Rollup.Min(field);
      case "max" -> new Rollup.Max(field);
      default -> new Rollup.Latest(field, by);
    };
  }

  private static Rollup.Choose choose(JsonNode cases) {
    List<Rollup.Case> read = new ArrayList<>();
    for (JsonNode one : cases) {
      boolean last = !one.has("any") && !one.has("all");
      read.add(
          new Rollup.Case(
              NativeText.tidy(one.path("value").asText()),
              one.has("all"),
              last ? null : conditions(one.path("where"))));
    }
    return new Rollup.Choose(List.copyOf(read));
  }

  private static RecordType childrenOfCases(JsonNode node) {
    JsonNode first = node.get("choose").get(0);
    return type(first.path(first.has("all") ? "all" : "any").asText());
  }

  private static RecordType type(String name) {
    return new RecordType(name);
  }

  private static List<Rollup.Condition> conditions(JsonNode where) {
    return where.properties().stream()
        .map(
            member -> {
              JsonNode wanted = member.getValue();
              Boolean empty = wanted.has("empty") ? wanted.get("empty").asBoolean() : null;
              return new Rollup.Condition(
                  member.getKey(), empty == null ? values(wanted) : null, empty);
            })
        .toList();
  }

  private static Set<String> values(JsonNode wanted) {
    Set<String> values = new LinkedHashSet<>();
    if (wanted.isArray()) {
      wanted.forEach(one -> values.add(NativeText.tidy(one.asText())));
    } else {
      values.add(NativeText.tidy(wanted.asText()));
    }
    return values;
  }
}
