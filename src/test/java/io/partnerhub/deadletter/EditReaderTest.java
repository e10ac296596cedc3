package io.partnerhub.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.partnerhub.sync.letter.FieldEdits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditReaderTest {

  @Test
  void a_merge_patch_is_an_object_of_fields() {
    FieldEdits edits =
        EditReader.read(
            """
            {"phone": "030 1", "fax": null, "credit": 1200.5, "news": true, "tags": ["a", "b"]}
            """);

    assertThat(edits.values())
        .containsExactly(
            entry("phone", "030 1"),
            entry("fax", null),
            entry("credit", "1200.5"),
            entry("news", "true"),
            entry("tags", "a;b"));
    assertThat(edits.expected()).isEmpty();
  }

  @Test
  void a_json_patch_adds_replaces_removes_and_tests() {
    FieldEdits edits =
        EditReader.read(
            """
            [{"op": "test", "path": "/phone", "value": "030 0"},
             {"op": "replace", "path": "/phone", "value": "030 1"},
             {"op": "add", "path": "/a~1b~0c", "value": "x"},
             {"op": "remove", "path": "/fax"}]
            """);

    assertThat(edits.values())
        .containsExactly(entry("phone", "030 1"), entry("a/b~c", "x"), entry("fax", null));
    assertThat(edits.expected()).containsExactly(entry("phone", "030 0"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                                               | Write the edit as an object
          "phone"                                          | Write the edit as an object
          {"phone": "1"                                    | no JSON
          {"phone": "1"} {"fax": "2"}                      | no JSON
          {"phone": "1", "phone": "2"}                     | no JSON
          {"phone": 1e-99999999999}                        | no JSON: a number has too long an
          {}                                               | names no field
          {"x": 1e9999999}                                 | too great or too small a number
          {"x": 1e-9999999}                                | too great or too small a number
          [{"op": "test", "path": "/a", "value": 1}]       | names no field
          {"phone": {"home": "1"}}                         | The value of phone is none
          {"tags": [1]}                                    | The value of tags is none
          [{"op": "move", "path": "/a", "value": 1}]       | no operation "move"
          [{"op": "replace", "path": "/a/b", "value": 1}]  | leads to no field
          [{"op": "replace", "path": "a", "value": 1}]     | leads to no field
          [{"op": "replace", "path": "/a"}]                | has no value
          ["x"]                                            | leads to no field
          """)
  void what_cannot_be_read_is_refused_with_the_reason(String json, String words) {
    assertThatThrownBy(() -> EditReader.read(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }
}
