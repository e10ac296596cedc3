package io.partnerhub.connector.smartsheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns and cells as the service's JSON has them. */
class ColumnTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode json(String text) throws Exception {
    return JSON.readTree(text);
  }

  private static Column column(String attributes) throws Exception {
    return Column.of(
        json("{\"id\": 7, \"title\": \"A\", \"type\": \"TEXT_NUMBER\"%s}".formatted(attributes)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                        | true",
        ", \"locked\": true, \"lockedForUser\": false | true",
        ", \"locked\": true, \"lockedForUser\": true  | false",
        ", \"locked\": true                          | false",
        ", \"formula\": \"=B@row\"                   | false",
        ", \"systemColumnType\": \"AUTO_NUMBER\"     | false"
      })
  void a_column_is_writable_unless_it_is_worked_out_or_locked_for_the_hub(
      String attributes, boolean writable) throws Exception {
    assertThat(column(attributes).writable()).isEqualTo(writable);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#NO MATCH             | \"formula\": \"=B@row\"      | true",
        "#CIRCULAR REFERENCE   | \"formula\": \"=B@row\"      | true",
        "#REF!                 | \"formula\": \"=B@row\"      | true",
        "#NO MATCH             | \"linkInFromCell\": {}       | true",
        "#NO MATCH             | \"formula\": \"\"            | false",
        "#NO MATCH             | \"linkInFromCell\": null     | false",
        "#12                   | \"formula\": \"=B@row\"      | false",
        "#No match             | \"formula\": \"=B@row\"      | false",
        "NO MATCH              | \"formula\": \"=B@row\"      | false"
      })
  void only_what_is_worked_out_ends_in_an_error(String value, String worked, boolean error)
      throws Exception {
    JsonNode cell = json("{\"columnId\": 7, \"value\": \"%s\", %s}".formatted(value, worked));

    assertThat(CellReading.error(cell, column("")).isPresent()).isEqualTo(error);
  }

  @Test
  void a_formula_of_the_column_works_all_its_cells_out() throws Exception {
    JsonNode cell = json("{\"columnId\": 7, \"value\": \"#NO MATCH\"}");

    assertThat(CellReading.error(cell, column(", \"formula\": \"=B@row\""))).hasValue("#NO MATCH");
    assertThat(CellReading.error(cell, column(""))).isEmpty();
  }
}
