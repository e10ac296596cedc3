package io.partnerhub.connector.smartsheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns as the service's JSON has them. */
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
}
