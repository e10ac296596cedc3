package io.partnerhub.sync.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.model.NativeId;
import io.partnerhub.model.Values;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.ReasonClass;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerTest {

  private static final Outcome WRITTEN =
      new Outcome.Written(new NativeId("Account", "1"), Values.none());

  private static Outcome.Reason reason(ReasonClass kind) {
    return new Outcome.Reason(kind, "CODE", "why");
  }

  private static Answer answer(Outcome... outcomes) {
    return new Answer(List.of(outcomes), Map.of());
  }

  @ParameterizedTest
  @EnumSource(
      value = ReasonClass.class,
      names = {"SERVER", "PARSE", "CONNECTION", "UNKNOWN_OUTCOME", "AUTH"})
  void a_call_that_failed_whole_tells_of_the_system_and_a_record_s_own_failure_does_not(
      ReasonClass kind) {
    assertThat(answer(new Outcome.Unknown(reason(kind))).unavailable()).isPresent();
    assertThat(answer(new Outcome.Unknown(reason(kind).alone())).unavailable()).isEmpty();
    assertThat(
            answer(
                    new Outcome.RetryLater(reason(kind), Duration.ofSeconds(40)),
                    new Outcome.RetryLater(reason(kind).alone(), null))
                .unavailable())
        .isEmpty();
  }

  @Test
  void a_system_that_wrote_a_record_of_the_batch_is_there() {
    assertThat(answer(WRITTEN, new Outcome.Unknown(reason(ReasonClass.SERVER))).unavailable())
        .isEmpty();
    assertThat(answer().unavailable()).isEmpty();
  }
}
