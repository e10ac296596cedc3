package io.partnerhub.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CleaningTest {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Cleaning cleaning = new Cleaning(Arrays.asList("s3cret", null, "", "t0ken"));

  @Test
  void secrets_are_masked_in_sentences_and_in_answers() {
    assertThat(cleaning.line("bad s3cret,\r\nbad t0ken")).isEqualTo("bad ***, bad ***");
    assertThat(cleaning.answer(JSON.arrayNode().add("s3cret"))).isEqualTo("[\"***\"]");
  }

  @Test
  void a_secret_at_the_cut_does_not_show_its_beginning() {
    assertThat(cleaning.line("x".repeat(297) + "s3cret")).isEqualTo("x".repeat(297) + "***");
  }

  @Test
  void long_answers_are_cut_and_empty_ones_are_none() {
    assertThat(cleaning.answer(JSON.textNode("x".repeat(3_000)))).hasSize(2_001).endsWith("…");
    assertThat(cleaning.answer(MissingNode.getInstance())).isNull();
    assertThat(cleaning.answer(JSON.nullNode())).isNull();
    assertThat(cleaning.answer(JSON.objectNode())).isNull();
  }
}
