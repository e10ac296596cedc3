package io.partnerhub.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OwedTest {

  private final Owed owed = new Owed();

  @Test
  void nothing_is_owed_before_the_first_attempt_nor_while_one_is_under_way() {
    assertThat(owed.isOwed()).isFalse();
    owed.attempt(
        () -> {
          assertThat(owed.isOwed()).isFalse();
          return true;
        });

    assertThat(owed.isOwed()).isFalse();
  }

  @Test
  void what_came_to_nothing_is_owed_until_it_is_done() {
    owed.attempt(() -> false);
    assertThat(owed.isOwed()).isTrue();

    owed.attempt(() -> true);
    assertThat(owed.isOwed()).isFalse();
  }

  @Test
  void what_broke_is_owed() {
    IllegalStateException broken = new IllegalStateException("the store is away");

    assertThatThrownBy(
            () ->
                owed.attempt(
                    () -> {
                      throw broken;
                    }))
        .isSameAs(broken);
    assertThat(owed.isOwed()).isTrue();
  }
}
