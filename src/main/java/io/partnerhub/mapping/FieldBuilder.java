package io.partnerhub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Makes the fields of a mapping of a file that has no faults. */
final class FieldBuilder {

  private static final int DEFAULT_MAX = 255;
  private static final int MONEY_SCALE = 2;
  private static final int MOST_SCALE = 18;
  private static final String PREFER = "prefer ";

  private final YamlFile file;

  FieldBuilder(YamlFile file) {
    this.file = file;
  }

  Field field(String name, JsonNode node) {
    return field(name, node, rule(node));
  }

  /** As far as its values go, also of a file with faults; empty where it is of no kind. */
  Optional<Field> valued(String name, JsonNode node) {
    String kind = node.path("kind").asText();
    return Arrays.stream(Kind.values()).anyMatch(known -> known.inWords().equals(kind))
        ? Optional.of(field(name, node, new FieldRule.Hold()))
        : Optional.empty();
  }

  private Field field(String name, JsonNode node, FieldRule rule) {
    Kind kind = kind(node.path("kind").asText());
    Map<SystemName, String> names = new LinkedHashMap<>();
    Map<SystemName, Integer> shortenedTo = new LinkedHashMap<>();
    Map<SystemName, String> createAs = new LinkedHashMap<>();
    for (String system : file.systems().keySet()) {
      JsonNode place = node.path(system);
      if (!place.isMissingNode()) {
        names.put(new SystemName(system), nativeName(place));
      }
      if (place.has("shortenedTo")) {
        shortenedTo.put(new SystemName(system), place.get("shortenedTo").asInt());
      }
      if (place.has("createAs")) {
        createAs.put(new SystemName(system), NativeText.tidy(place.get("createAs").asText()));
      }
    }
    int scale = node.path("scale").asInt(kind == Kind.MONEY ? MONEY_SCALE : 0);
    return new Field(
        name,
        kind,
        node.path("required").asBoolean(false),
        node.path("max").asInt(DEFAULT_MAX),
        node.path("upperCase").asBoolean(false),
        Math.max(0, Math.min(MOST_SCALE, scale)), // a file with faults may say any
        rule,
        choices(node),
        node.has("to") ? new RecordType(node.get("to").asText()) : null,
        Map.copyOf(names),
        Map.copyOf(shortenedTo),
        Map.copyOf(createAs),
        file.line(YamlFile.child("/fields", name)));
  }

  static Kind kind(String text) {
    return Kind.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** The name in a system, which may stand alone or with more about the place. */
  static String nativeName(JsonNode place) {
    return place.isTextual() ? place.asText() : place.path("name").asText();
  }

  static List<Field.Choice> choices(JsonNode field) {
    return StreamSupport.stream(field.path("choices").spliterator(), false)
        .map(FieldBuilder::choice)
        .toList();
  }

  /** The canonical values of a field's choices, in their order; none where it has no choices. */
  static Set<String> choiceValues(JsonNode field) {
    Set<String> values = new LinkedHashSet<>();
    choices(field).forEach(choice -> values.add(choice.value()));
    return values;
  }

  private static Field.Choice choice(JsonNode node) {
    if (node.isTextual()) {
      return new Field.Choice(NativeText.tidy(node.asText()), Set.of(), Map.of());
    }
    Set<String> aliases = new LinkedHashSet<>();
    node.path("aliases").forEach(alias -> aliases.add(NativeText.tidy(alias.asText())));
    Map<SystemName, String> names = new LinkedHashMap<>();
    node.properties().stream()
        .filter(member -> !member.getKey().equals("value") && !member.getKey().equals("aliases"))
        .forEach(
            member ->
                names.put(
                    new SystemName(member.getKey()), NativeText.tidy(member.getValue().asText())));
    return new Field.Choice(
        NativeText.tidy(node.path("value").asText()), Set.copyOf(aliases), Map.copyOf(names));
  }

  private static FieldRule rule(JsonNode node) {
    if (node.has("owner")) {
      return new FieldRule.Owner(new SystemName(node.get("owner").asText()));
    }
    if (node.has("derived")) {
      return new FieldRule.Derived(RollupReader.read(node.get("derived")));
    }
    if (node.has("sync")) {
      String part = node.get("sync").asText().toUpperCase(Locale.ROOT);
      return new FieldRule.Sync(FieldRule.Sync.Part.valueOf(part));
    }
    String shared = node.path("shared").asText();
    if (shared.startsWith(PREFER)) {
      return new FieldRule.Prefer(new SystemName(shared.substring(PREFER.length())));
    }
    return switch (shared) {
      case "latest" -> new FieldRule.Latest();
      case "union" -> new FieldRule.Union();
      case "advance" -> new FieldRule.Advance(Transitions.of(texts(node.path("transitions"))));
      default -> new FieldRule.Hold();
    };
  }

  static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }
}
