package io.partnerhub.connector.fulfillment;

import static io.partnerhub.model.SystemName.FULFILLMENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partnerhub.mapping.Conversion;
import io.partnerhub.mapping.DeleteRule;
import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.FieldRule;
import io.partnerhub.mapping.Kind;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Placement;
import io.partnerhub.mapping.Reading;
import io.partnerhub.mapping.Side;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.Values;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldFormTest {

  private static final FieldForm DECIMAL = form(FieldForm.Type.DECIMAL);

  private static FieldForm form(FieldForm.Type type) {
    return new FieldForm(null, null, type, null, 3, null, false, false, false).named("freight");
  }

  private static JsonNode record(JsonNode freight) {
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    return record.set("freight", freight);
  }

  private static Object read(FieldForm form, String text) {
    return form.read(record(JsonNodeFactory.instance.textNode(text)));
  }

  private static Mapping mapping(int scale) {
    Field field =
        new Field(
            "freight",
            Kind.MONEY,
            false,
            255,
            false,
            scale,
            new FieldRule.Latest(),
            List.of(),
            null,
            Map.of(FULFILLMENT, "freight"),
            Map.of(),
            1);
    Side side = new Side(FULFILLMENT, new Placement.One("orders"), new DeleteRule.Ignore());
    return new Mapping(
        new RecordType("order"), "1", "freight", List.of(field), Map.of(FULFILLMENT, side));
  }

  @ParameterizedTest
  @CsvSource({
    "12.5, 12.500, 2",
    "12.5, 12.500, 3",
    "1, 1.000, 2",
    "1, 1.000, 3",
    "-1.25, -1.250, 2",
    "999.99, 999.990, 2",
    "999.999, 999.999, 3"
  })
  void a_decimal_of_three_places_is_read_as_it_was_written(
      String canonical, String sent, int scale) {
    Mapping mapping = mapping(scale);
    Values values = Values.of(Map.of("freight", canonical));
    Object value =
        Conversion.toNative(mapping, FULFILLMENT, Set.of("freight"), values).get("freight");

    JsonNode json = DECIMAL.write(value);
    Object back = DECIMAL.read(record(json));

    assertThat(json.textValue()).isEqualTo(sent);
    assertThat(
            Conversion.toCanonical(mapping, FULFILLMENT, Collections.singletonMap("freight", back)))
        .isEqualTo(new Reading(values, Map.of()));
  }

  @Test
  void what_is_no_decimal_of_a_program_is_read_as_the_text_it_is() {
    assertThat(read(DECIMAL, "1,250.000")).isEqualTo("1,250.000");
    assertThat(read(DECIMAL, "")).isEqualTo("");
    assertThat(read(DECIMAL, "9".repeat(31))).isEqualTo("9".repeat(31));
    assertThat(read(form(FieldForm.Type.TEXT), "12.500")).isEqualTo("12.500");
    assertThat(read(DECIMAL, "12.500")).isEqualTo(new BigDecimal("12.500"));
  }
}
