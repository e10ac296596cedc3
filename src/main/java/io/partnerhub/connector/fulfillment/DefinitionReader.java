package io.partnerhub.connector.fulfillment;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.partnerhub.mapping.CheckedYaml;
import io.partnerhub.mapping.Fault;
import io.partnerhub.mapping.MappingFaults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a connector file: its form by the published schema, then what the schema cannot say. */
final class DefinitionReader {

  private static final String SCHEMA = "connector.schema.json";

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .addModule(
              new SimpleModule().addDeserializer(JsonPointer.class, new PointerDeserializer()))
          .build();

  private DefinitionReader() {}

  private static final class PointerDeserializer extends StdDeserializer<JsonPointer> {

    private static final long serialVersionUID = 1;

    private PointerDeserializer() {
      super(JsonPointer.class);
    }

    @Override
    public JsonPointer deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return JsonPointer.compile(parser.getText());
    }
  }

  static Definition read(Path path) {
    CheckedYaml file = CheckedYaml.read(path, DefinitionReader.class, SCHEMA, "The connector");
    List<Fault> faults = new ArrayList<>(file.faults());
    faults.addAll(new PlaceholderCheck(file).faults());
    faults.addAll(new WebhookCheck(file).faults());
    if (!faults.isEmpty()) {
      throw new MappingFaults(faults);
    }
    Definition definition = definition(file);
    faults.addAll(new DefinitionCheck(file, definition).faults());
    if (!faults.isEmpty()) {
      throw new MappingFaults(faults);
    }
    return definition;
  }

  private static Definition definition(CheckedYaml file) {
    try {
      return MAPPER.treeToValue(file.root(), Definition.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The schema let pass what is no connector file", e);
    }
  }
}
