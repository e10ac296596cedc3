package io.partnerhub.mapping;

import static io.partnerhub.mapping.MappingTexts.type;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each spelling means one choice, and none is blank. */
class ChoiceFaultsTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({"Sirali, S\u0131ral\u0131", "\u0130zmir, Izmir", "live, LIVE"})
  void spellings_that_are_read_as_one_are_one(String first, String second) {
    assertThat(faults("[" + first + ", " + second + "]"))
        .containsExactly(
            "7: \"%s\" means two choices of s: %s and %s. ".formatted(second, first, second)
                + "Upper and lower case are equal; let each spelling mean one choice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"' '", "{value: B, salesforce: ' '}", "{value: B, aliases: [b, ' ']}"})
  void no_spelling_is_blank(String choice) {
    assertThat(faults("[A, " + choice + "]"))
        .containsExactly(
            "7: A choice of s has a blank spelling. "
                + "Write what people or systems call it, or remove the spelling");
  }

  @Test
  void a_spelling_of_no_length_is_named_once() {
    assertThat(faults("[A, '']")).singleElement().asString().startsWith("7: fields.s.choices.1 ");
  }

  private List<String> faults(String choices) {
    return new MappingTexts(directory)
        .faultsOf(
            type(
                "thing",
                "s: {kind: picklist, shared: hold, salesforce: S, choices: " + choices + "}"));
  }
}
