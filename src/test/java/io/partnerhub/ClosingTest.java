package io.partnerhub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTest {

  @Test
  void what_cannot_be_closed_keeps_nothing_else_from_its_end() {
    List<String> ended = new ArrayList<>();

    Closing.all(
        () -> ended.add("door"),
        () -> {
          throw new IllegalStateException("the JMX connector cannot be closed");
        },
        () -> ended.add("store"));

    assertThat(ended).containsExactly("door", "store");
  }
}
