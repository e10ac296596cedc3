package io.partnerhub.sandbox.fulfillment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The published contract, which says what may be sent. */
public final class Contract {

  private static final String FILE = "fulfillment-openapi.yaml";
  private static final String PLACE = "https://contract.invalid/" + FILE;

  private final JsonNode document;
  private final JsonSchemaFactory schemas;
  private final SchemaValidatorsConfig strict =
      SchemaValidatorsConfig.builder()
          .pathType(PathType.JSON_POINTER)
          .formatAssertionsEnabled(true)
          .locale(Locale.ROOT)
          .build();
  private final Map<String, JsonSchema> known = new ConcurrentHashMap<>();

  private Contract(JsonNode document) {
    this.document = document;
    JsonMetaSchema around =
        JsonMetaSchema.builder(JsonMetaSchema.getV202012())
            .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword))
            .build(); // OpenAPI's own words stand around the schemas
    this.schemas =
        JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012))
            .metaSchema(around)
            .schemaLoaders(loaders -> loaders.schemas(Map.of(PLACE, document.toString())))
            .build();
  }

  /** Reads the contract that was built in. */
  public static Contract read() {
    try (InputStream in = Contract.class.getResourceAsStream(FILE)) {
      Object tree = new Load(LoadSettings.builder().build()).loadFromInputStream(in);
      return new Contract(Wire.MAPPER.valueToTree(tree));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole document. */
  public JsonNode document() {
    return document;
  }

  /** The schema at a JSON Pointer into the document. */
  public JsonSchema schema(String pointer) {
    return known.computeIfAbsent(
        pointer, p -> schemas.getSchema(SchemaLocation.of(PLACE + "#" + p), strict));
  }

  /**
   * What is wrong with the values of a create or a patch.
   *
   * @param use {@code Create} or {@code Patch}
   */
  List<FieldError> faults(Resource resource, String use, ObjectNode values) {
    String fields = "/components/schemas/" + resource.schema() + "Fields/properties";
    return schema("/components/schemas/" + resource.schema() + use).validate(values).stream()
        .filter(message -> !declared(message, document.at(fields)))
        .map(this::error)
        .toList();
  }

  /** A wrong value makes the validator call every field unevaluated, the declared ones too. */
  private static boolean declared(ValidationMessage message, JsonNode fields) {
    return message.getType().equals("unevaluatedProperties") && fields.has(message.getProperty());
  }

  private FieldError error(ValidationMessage message) {
    String place = message.getInstanceLocation().toString();
    String named = place + "/" + message.getProperty();
    return switch (message.getType()) {
      case "required" -> new FieldError(named, "required", "is missing");
      case "unevaluatedProperties", "additionalProperties" -> unknown(named, message);
      case "maxLength" -> new FieldError(place, "too-long", message.getError());
      case "enum" -> new FieldError(place, "not-allowed", message.getError());
      default -> new FieldError(place, "invalid", message.getError());
    };
  }

  private FieldError unknown(String place, ValidationMessage message) {
    return document.at("/components/schemas/Stamps/properties").has(message.getProperty())
        ? new FieldError(place, "read-only", "is set by the service")
        : new FieldError(place, "unknown-field", "is no field");
  }
}
