package io.partnerhub.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.store.Letter;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {

  @Test
  void every_word_is_read() {
    assertThat(
            Filter.parse(
                "class=rate-limit system=smartsheet type=order code=1041 older=2h key=\"A B\""
                    + "  assigned=anna state=discarded"))
        .isEqualTo(
            new Filter(
                ReasonClass.RATE_LIMIT,
                "smartsheet",
                "order",
                "1041",
                "A B",
                "anna",
                Duration.ofHours(2),
                Set.of(Letter.State.DISCARDED)));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  "})
  void nothing_means_the_whole_queue(String text) {
    assertThat(Filter.parse(text).isEmpty()).isTrue();
    assertThat(Filter.parse(text).states())
        .containsExactlyInAnyOrder(Letter.State.OPEN, Letter.State.REPLAYING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          clas=value           | no word "clas". Did you mean "class"?
          salesforce           | no word "salesforce". Known are: class, system
          class=valeu          | no reason class "valeu". Did you mean "value"?
          class=               | "class" has no value
          class                | "class" has no value
          key=""               | "key" has no value
          type=a type=b        | "type" twice
          older=2              | write a number with s, m, h or d
          older=-2h            | write a number with s, m, h or d
          older=9999999h       | write a number with s, m, h or d
          state=closed         | no state "closed"
          key="A B             | "key" has a quote alone
          key=5"               | "key" has a quote alone
          key="                | "key" has a quote alone
          type=order =x        | cannot be read from "=x" on
          """)
  void a_slip_is_refused_with_what_there_is(String text, String words) {
    assertThatThrownBy(() -> Filter.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(words);
  }
}
