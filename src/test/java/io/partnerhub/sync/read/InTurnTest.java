package io.partnerhub.sync.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InTurnTest {

  @Test
  void one_that_fails_stops_none_of_the_others_and_is_told_at_the_end() {
    List<String> done = new ArrayList<>();

    assertThatThrownBy(
            () ->
                InTurn.each(
                    List.of("partner", "order", "activation"),
                    type -> {
                      if (!type.equals("order")) {
                        throw new IllegalStateException(type);
                      }
                      done.add(type);
                    }))
        .hasMessage("partner")
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    assertThat(done).containsExactly("order");
  }
}
