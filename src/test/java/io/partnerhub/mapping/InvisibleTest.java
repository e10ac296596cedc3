package io.partnerhub.mapping;

import static io.partnerhub.mapping.Fields.SALESFORCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.model.Values;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters that show nothing make no other value, and where they do, they are shown. */
class InvisibleTest {

  private static final String FLAG_OF_ENGLAND =
      "\ud83c\udff4\udb40\udc67\udb40\udc62\udb40\udc65\udb40\udc6e\udb40\udc67\udb40\udc7f";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALFKI\u200b",
        "\u202dALFKI\u202c",
        "\ufeffALFKI \u200b",
        "\u200d\u200cALFKI\u200d\u00ad",
        "\u200b\u00a0\u2060ALFKI"
      })
  void at_the_ends_of_a_text_they_are_trimmed(String pasted) {
    assertThat(Fields.readKey(Fields.upperCase(), SALESFORCE, pasted))
        .isEqualTo(new Reading(Values.of(Map.of("f", "ALFKI")), Map.of()));
  }

  @Test
  void a_text_of_them_alone_is_empty() {
    assertThat(Fields.read(Fields.required(Kind.TEXT), SALESFORCE, "\u200b\u200d\u202c"))
        .isEqualTo(new Reading(Values.none(), Map.of("f", "F must not be empty")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "soft\u00adhyphen",
        "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "\ud83d\udc69\u200d\ud83d\udcbb and \u2764\ufe0f",
        "\u06f1\u06f4\u06f0\u06f3 \u0647\u200d",
        "\u0600\u0661",
        FLAG_OF_ENGLAND
      })
  void what_shapes_a_text_or_stands_within_it_is_kept(String text) {
    assertThat(Fields.read(Fields.of(Kind.TEXT), SALESFORCE, text).values().get("f"))
        .isEqualTo(text);
  }

  @Test
  void a_key_or_a_reference_with_one_inside_is_refused_and_says_which() {
    Map<String, String> refused =
        Map.of("f", "\"al\\u200bfki\" holds an invisible character; type it again");

    assertThat(Fields.readKey(Fields.upperCase(), SALESFORCE, "al\u200bfki").unreadable())
        .isEqualTo(refused);
    assertThat(Fields.read(Fields.reference(), SALESFORCE, "al\u200bfki").unreadable())
        .isEqualTo(refused);
    assertThat(Fields.readKey(Fields.upperCase(), SALESFORCE, "\u06cc\u200c\u062e").unreadable())
        .isEmpty();
  }

  @Test
  void an_address_with_one_inside_is_none() {
    assertThat(Fields.read(Fields.of(Kind.EMAIL), SALESFORCE, "jane@x\u200b.org").unreadable())
        .isEqualTo(
            Map.of("f", "\"jane@x\\u200b.org\" holds an invisible character; type it again"));
    assertThat(Fields.read(Fields.of(Kind.EMAIL), SALESFORCE, "jane@x.org\u200b").values().get("f"))
        .isEqualTo("jane@x.org");
  }

  @Test
  void a_phone_number_is_its_digits_whatever_was_pasted_with_them() {
    assertThat(
            Fields.read(Fields.of(Kind.PHONE), SALESFORCE, "\u202d+49 30\u200b 0074321\u202c")
                .values()
                .get("f"))
        .isEqualTo("+49 30 007 4321");
  }

  @Test
  void what_is_unreadable_shows_them() {
    assertThat(Fields.read(Fields.of(Kind.DATE), SALESFORCE, "2026\u200b-02-28").unreadable())
        .isEqualTo(
            Map.of(
                "f", "\"2026\\u200b-02-28\" is no date; write it as year-month-day: 2026-02-28"));
  }
}
