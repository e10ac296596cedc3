package io.partnerhub.sync.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.system.SystemUnavailable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class AheadTest {

  @Test
  void in_the_background_a_read_goes_on_while_nobody_waits() throws InterruptedException {
    CountDownLatch read = new CountDownLatch(1);
    Supplier<String> page =
        Ahead.IN_BACKGROUND.start(
            () -> {
              read.countDown();
              return "page";
            });

    assertThat(read.await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(page.get()).isEqualTo("page");
  }

  @Test
  void what_a_read_in_the_background_throws_reaches_who_waits() {
    SystemUnavailable away =
        new SystemUnavailable(new Outcome.Reason(ReasonClass.SERVER, "503", "away"), null, null);
    Supplier<String> page =
        Ahead.IN_BACKGROUND.start(
            () -> {
              throw away;
            });

    assertThatThrownBy(page::get).isSameAs(away);
  }

  @Test
  void without_it_nothing_is_read_before_it_is_asked_for() {
    boolean[] read = new boolean[1];
    Supplier<Boolean> page = Ahead.NONE.start(() -> read[0] = true);

    assertThat(read[0]).isFalse();
    assertThat(page.get()).isTrue();
  }
}
