package io.partnerhub.connector.salesforce;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.mapping.Kind;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Metadata;
import io.partnerhub.mapping.Metadata.Access;
import io.partnerhub.mapping.Metadata.NativeField;
import io.partnerhub.mapping.Metadata.Presence;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.system.SystemUnavailable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** Asks Salesforce to describe an object and its parents. */
final class Describer {

  private static final Set<String> NO_SUCH_OBJECT = Set.of("NOT_FOUND", "INVALID_TYPE");

  private final SalesforceApi api;
  private final Reads reads;
  private final Map<String, Map<String, String>> lookups = new ConcurrentHashMap<>();

  Describer(SalesforceApi api) {
    this.api = api;
    this.reads = new Reads(api);
  }

  /**
   * The object's fields, and the parents' fields that the mapping reaches by a path; empty when the
   * org has no such object or hides it.
   */
  Optional<Metadata> describe(String object, Mapping mapping) {
    return described(object)
        .map(
            found -> {
              Map<String, NativeField> fields = new LinkedHashMap<>();
              found
                  .path("fields")
                  .forEach(f -> fields.put(f.path("name").asText(), nativeField(f)));
              new Parents(found, this::described).addTo(fields, ParentPath.in(mapping));
              return new Metadata(
                  SystemName.SALESFORCE,
                  object,
                  found.path("label").asText(object),
                  fields,
                  access(found));
            });
  }

  /**
   * The fields that hold the parents' ids, by relationship; asked for once an object.
   *
   * @throws SystemUnavailable when that is now and Salesforce is away
   */
  Map<String, String> lookups(String object) {
    return lookups.computeIfAbsent(
        object, o -> described(o).map(Parents::lookups).orElse(Map.of()));
  }

  private Optional<JsonNode> described(String object) {
    try {
      return Optional.of(
          reads.get(api.path("sobjects/" + object + "/describe"), parser -> tree(parser, object)));
    } catch (SystemUnavailable e) {
      if (NO_SUCH_OBJECT.contains(e.reason().code())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static JsonNode tree(JsonParser parser, String object)
      throws IOException, UnusableAnswer {
    JsonNode described = parser.readValueAsTree();
    if (described == null || !described.path("fields").isArray()) {
      throw AnswerJson.unexpected("a description of " + object + " without fields");
    }
    return described;
  }

  /**
   * A formula or a roll-up is {@code calculated} (DescribeSObjectResult of the Salesforce API): a
   * change of it does not move {@code SystemModstamp}.
   */
  static NativeField nativeField(JsonNode field) {
    String type = field.path("type").asText();
    return new NativeField(
        field.path("name").asText(),
        type,
        kinds(type),
        longest(field),
        presence(field),
        field.path("unique").asBoolean(),
        access(field),
        field.path("restrictedPicklist").asBoolean() ? options(field) : null,
        field.path("calculated").asBoolean());
  }

  /** Characters of a text, digits before the point of a number. */
  private static int longest(JsonNode field) {
    int length = field.path("length").asInt();
    int digits = field.path("digits").asInt();
    int before = field.path("precision").asInt() - field.path("scale").asInt();
    return IntStream.of(length, digits, before)
        .filter(n -> n > 0)
        .findFirst()
        .orElse(Integer.MAX_VALUE);
  }

  /** A check box is never empty and never asked for. */
  private static Presence presence(JsonNode field) {
    if (field.path("nillable").asBoolean() || field.path("type").asText().equals("boolean")) {
      return Presence.OPTIONAL;
    }
    return field.path("createable").asBoolean() && !field.path("defaultedOnCreate").asBoolean()
        ? Presence.REQUIRED
        : Presence.DEFAULTED;
  }

  /** Of an object or of a field. */
  private static Access access(JsonNode described) {
    return Access.of(
        described.path("createable").asBoolean(), described.path("updateable").asBoolean());
  }

  private static List<String> options(JsonNode field) {
    List<String> options = new ArrayList<>();
    for (JsonNode option : field.path("picklistValues")) {
      if (option.path("active").asBoolean(true)) {
        options.add(option.path("value").asText());
      }
    }
    return options;
  }

  private static Set<Kind> kinds(String type) {
    return switch (type) {
      case "string", "textarea", "encryptedstring", "combobox" ->
          Set.of(Kind.TEXT, Kind.EMAIL, Kind.PHONE, Kind.PICKLIST, Kind.REFERENCE);
      case "email" -> Set.of(Kind.EMAIL, Kind.TEXT);
      case "phone" -> Set.of(Kind.PHONE, Kind.TEXT);
      case "url", "id" -> Set.of(Kind.TEXT);
      case "picklist" -> Set.of(Kind.PICKLIST, Kind.TEXT);
      case "multipicklist" -> Set.of(Kind.MULTI_PICKLIST);
      case "int", "double", "percent", "currency" -> Set.of(Kind.NUMBER, Kind.MONEY);
      case "boolean" -> Set.of(Kind.BOOLEAN);
      case "date" -> Set.of(Kind.DATE);
      case "datetime" -> Set.of(Kind.DATETIME);
      case "reference" -> Set.of(Kind.REFERENCE);
      default -> Set.of();
    };
  }
}
