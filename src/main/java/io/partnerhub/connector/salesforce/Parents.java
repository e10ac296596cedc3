package io.partnerhub.connector.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.mapping.Kind;
import io.partnerhub.mapping.Metadata.NativeField;
import io.partnerhub.mapping.Metadata.Presence;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What an object's lookups lead to, to check the paths of a mapping. */
final class Parents {

  private final JsonNode object;
  private final Function<String, Optional<JsonNode>> describe;

  /**
   * @param object its description
   * @param describe describes another object; empty when there is none of that name
   */
  Parents(JsonNode object, Function<String, Optional<JsonNode>> describe) {
    this.object = object;
    this.describe = describe;
  }

  /** The names of the fields with the parents' ids, by relationship. */
  static Map<String, String> lookups(JsonNode object) {
    Map<String, String> lookups = new LinkedHashMap<>();
    for (JsonNode field : object.path("fields")) {
      if (field.path("relationshipName").isTextual()) {
        lookups.put(field.path("relationshipName").asText(), field.path("name").asText());
      }
    }
    return lookups;
  }

  /** Adds each path as a field; its lookup counts as written by it. */
  void addTo(Map<String, NativeField> fields, List<ParentPath> paths) {
    Map<String, Optional<JsonNode>> described = new HashMap<>();
    Map<String, String> lookups = lookups(object);
    for (ParentPath path : paths) {
      String lookup = lookups.get(path.relationship());
      if (lookup == null) {
        fields.put(
            path.toString(),
            unusable(
                path,
                "there is no lookup "
                    + path.relationship()
                    + "; the lookups are "
                    + String.join(", ", lookups.keySet())));
        continue;
      }
      NativeField own = fields.get(lookup);
      String target = onlyTarget(lookup);
      Optional<JsonNode> parent =
          target == null ? Optional.empty() : described.computeIfAbsent(target, describe);
      fields.put(path.toString(), parent(path, own, target, parent));
      fields.put(lookup, optional(own));
    }
  }

  /** Null where it may lead to several objects. */
  private String onlyTarget(String lookup) {
    for (JsonNode field : object.path("fields")) {
      if (field.path("name").asText().equals(lookup) && field.path("referenceTo").size() == 1) {
        return field.path("referenceTo").path(0).asText();
      }
    }
    return null;
  }

  private static NativeField parent(
      ParentPath path, NativeField lookup, String target, Optional<JsonNode> parent) {
    if (target == null) {
      return unusable(path, path.relationship() + " may lead to several objects");
    }
    if (parent.isEmpty()) {
      return unusable(path, "there is no " + target + ", or the hub may not see it");
    }
    for (JsonNode field : parent.get().path("fields")) {
      if (field.path("name").asText().equals(path.externalId())) {
        return externalId(path, lookup, target, field);
      }
    }
    return unusable(path, target + " has no field " + path.externalId());
  }

  private static NativeField externalId(
      ParentPath path, NativeField lookup, String target, JsonNode field) {
    if (!field.path("externalId").asBoolean() || !field.path("unique").asBoolean()) {
      return unusable(
          path, path.externalId() + " of " + target + " is no external id that is unique");
    }
    NativeField key = Describer.nativeField(field);
    return new NativeField(
        path.toString(),
        key.type(),
        Set.of(Kind.REFERENCE),
        key.maxLength(),
        lookup.presence(),
        true,
        lookup.access(),
        null);
  }

  private static NativeField unusable(ParentPath path, String why) {
    return new NativeField(path.toString(), why, Set.of(), 0, false, false, false, null);
  }

  private static NativeField optional(NativeField field) {
    return new NativeField(
        field.name(),
        field.type(),
        field.kinds(),
        field.maxLength(),
        Presence.OPTIONAL,
        field.unique(),
        field.access(),
        field.options());
  }
}
