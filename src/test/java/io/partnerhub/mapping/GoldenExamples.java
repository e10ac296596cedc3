package io.partnerhub.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A new field is a line in {@code mappings/} and an example in {@code <type>-golden.json}. */
abstract class GoldenExamples {

  private record Example(
      Map<String, Object> read, String canonical, String unreadable, Map<String, Object> written) {}

  private final Mapping mapping;
  private final Map<String, List<Example>> examples;

  GoldenExamples(String type) {
    this.mapping = MappingFile.load(Path.of("mappings", type + ".yaml"), Map.of(type, "4711"));
    this.examples = examples(type + "-golden.json");
  }

  @Test
  void every_field_has_an_example() {
    assertThat(examples.keySet())
        .containsExactlyElementsOf(mapping.fields().stream().map(Field::name).toList());
  }

  @TestFactory
  Stream<DynamicTest> native_values_read_and_write_as_the_examples_say() {
    return examples.entrySet().stream()
        .flatMap(
            field ->
                field.getValue().stream()
                    .map(
                        example ->
                            DynamicTest.dynamicTest(
                                field.getKey() + " " + example.read(),
                                () -> check(mapping.field(field.getKey()), example))));
  }

  private void check(Field field, Example example) {
    example
        .read()
        .forEach((system, value) -> checkRead(field, new SystemName(system), value, example));
    if (example.written() != null) {
      example
          .written()
          .forEach((system, value) -> checkWritten(field, new SystemName(system), value, example));
    }
  }

  private void checkRead(Field field, SystemName system, Object value, Example example) {
    Map<String, Object> nativeValues = new HashMap<>();
    nativeValues.put(field.names().get(system), value);

    Reading reading = Conversion.toCanonical(mapping, system, nativeValues);

    if (example.unreadable() == null) {
      assertThat(reading.unreadable()).doesNotContainKey(field.name());
      assertThat(reading.values().get(field.name())).isEqualTo(example.canonical());
    } else {
      assertThat(reading.unreadable().get(field.name())).contains(example.unreadable());
    }
  }

  private void checkWritten(Field field, SystemName system, Object value, Example example) {
    Values values = Values.none().with(field.name(), example.canonical());

    Map<String, Object> written =
        Conversion.toNative(mapping, system, Set.of(field.name()), values);

    assertThat(written).containsOnlyKeys(field.names().get(system));
    Object shown = written.get(field.names().get(system));
    assertThat(asJson(shown)).isEqualTo(asJson(value));
  }

  /** Dates and instants as their ISO text; numbers without regard to their zeros. */
  private static Object asJson(Object value) {
    if (value instanceof Number number) {
      return new BigDecimal(number.toString()).stripTrailingZeros();
    }
    return value instanceof Boolean || value instanceof List || value == null
        ? value
        : value.toString();
  }

  private static Map<String, List<Example>> examples(String file) {
    ObjectMapper json =
        new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    try (InputStream in = GoldenExamples.class.getResourceAsStream(file)) {
      return json.readValue(in, new TypeReference<Map<String, List<Example>>>() {});
    } catch (IOException fault) {
      throw new IllegalStateException(file + " cannot be read", fault);
    }
  }
}
