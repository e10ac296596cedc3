package io.partnerhub.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Checks the shape of a mapping file, or of one like it, by its published JSON Schema. */
final class SchemaCheck {

  private static final int LONGEST_SHOWN = 80;

  /** The schema has no other alternatives than the measures of a roll-up. */
  private static final String ONE_MEASURE = "/oneOf";

  private final JsonSchema schema;
  private final String whole;

  SchemaCheck() {
    this(SchemaCheck.class, "mapping.schema.json", "The mapping");
  }

  /**
   * @param beside a class in whose package the schema lies
   * @param whole what the file as a whole is called in messages
   */
  SchemaCheck(Class<?> beside, String name, String whole) {
    InputStream text = beside.getResourceAsStream(name);
    if (text == null) {
      throw new IllegalStateException(name + " is missing in the build; run mvn package again");
    }
    this.whole = whole;
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .locale(Locale.ROOT)
            .build();
    this.schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(text, InputFormat.JSON, config);
  }

  List<Fault> faults(YamlFile file) {
    return schema.validate(file.root()).stream()
        .map(message -> fault(file, message))
        .distinct()
        .toList();
  }

  private Fault fault(YamlFile file, ValidationMessage message) {
    String place = message.getInstanceLocation().toString();
    if (message.getEvaluationPath().toString().contains(ONE_MEASURE)) {
      return file.fault(
          place,
          subject(place) + " does not name one measure",
          "Write one of: count, any, all, sum, min, max, latest, choose");
    }
    String value = shown(message.getInstanceNode().toString());
    String allowed = list(message.getSchemaNode());
    return switch (message.getType()) {
      case "required" -> missing(file, place, message.getProperty());
      case "dependentRequired" -> missing(file, place, message.getArguments()[0]);
      case "additionalProperties" -> unknown(file, place, message);
      case "enum" -> file.fault(place, subject(place) + " is " + value, "Write one of: " + allowed);
      case "type" ->
          file.fault(place, subject(place) + " is " + value, "Write a value of type: " + allowed);
      case "pattern" ->
          file.fault(
              place,
              subject(place) + " is " + value,
              "Write it in the form: " + example(message).orElse(allowed));
      case "propertyNames" ->
          file.fault(
              YamlFile.child(place, message.getProperty()),
              subject(place) + " has a name \"" + message.getProperty() + "\"",
              "Begin names with a small letter, then letters and digits: postalCode");
      case "not" ->
          file.fault(
              place,
              subject(place) + " stands beside what replaces it",
              "Remove one of them: either sheet, or sheetBy and sheets");
      default -> file.fault(place, subject(place) + " is wrong", sentence(message.getError()));
    };
  }

  private Fault missing(YamlFile file, String place, Object member) {
    return file.fault(
        place,
        subject(place) + " has no \"" + member + "\"",
        "Add it: the schema beside the mapping files says what it means");
  }

  /** What stands beside a keyword as an example. */
  private Optional<String> example(ValidationMessage message) {
    JsonNode examples = around(message).path("examples");
    return examples.isEmpty() ? Optional.empty() : Optional.of(examples.get(0).asText());
  }

  /** The part of the schema that a keyword stands in. */
  private JsonNode around(ValidationMessage message) {
    String keyword = message.getSchemaLocation().getFragment().toString();
    return schema.getSchemaNode().at(JsonPointer.compile(keyword).head());
  }

  private Fault unknown(YamlFile file, String place, ValidationMessage message) {
    List<String> known = new ArrayList<>();
    around(message).path("properties").fieldNames().forEachRemaining(known::add);
    String name = message.getProperty();
    return file.fault(
        YamlFile.child(place, name),
        subject(place) + " has no setting \"" + name + "\"",
        NearestName.hint(name, known));
  }

  /** What a pointer names, for people: {@code /fields/city/max} is {@code fields.city.max}. */
  private String subject(String place) {
    return place.isEmpty() ? whole : place.substring(1).replace('/', '.');
  }

  private static String list(JsonNode allowed) {
    return allowed.isArray()
        ? StreamSupport.stream(allowed.spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.joining(", "))
        : allowed.asText();
  }

  private static String shown(String value) {
    return value.length() > LONGEST_SHOWN ? value.substring(0, LONGEST_SHOWN) + "\u2026" : value;
  }

  private static String sentence(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
