package io.partnerhub.connector.fulfillment;

import static io.partnerhub.connector.fulfillment.Depot.add;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.connector.Pace;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.system.CallBudget;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NotSentTest {

  private static final Request READ = Request.get("orders", "/orders");

  private final ErrorReader errors =
      new ErrorReader(
          new Definition.ErrorForm(null, null, null, null, null, null, null), List.of("secret"));
  private final Outcomes outcomes = new Outcomes(errors);

  @Test
  void a_call_that_the_hub_holds_back_is_made_after_the_wait() {
    ApiFault fault =
        errors.notSent(
            READ,
            new Pace.Refusal(
                ReasonClass.BUDGET,
                CallBudget.SPENT,
                "the share is used up",
                Duration.ofSeconds(10)));

    assertThat(outcomes.ofCall(fault, add(1, "O1", Map.of()), "order O1", null))
        .isInstanceOfSatisfying(
            Outcome.RetryLater.class,
            later -> {
              assertThat(later.after()).isEqualTo(Duration.ofSeconds(10));
              assertThat(later.reason().kind()).isEqualTo(ReasonClass.BUDGET);
              assertThat(later.reason().message()).endsWith(" was not sent: the share is used up");
            });
  }

  @Test
  void a_call_that_the_hub_stopped_before_never_left() {
    ApiFault fault = errors.stopping(READ, new InterruptedException());

    assertThat(fault.meaning()).isEqualTo(Meaning.NOT_SENT);
    assertThat(outcomes.ofCall(fault, add(1, "O1", Map.of()), "order O1", null))
        .isInstanceOfSatisfying(
            Outcome.RetryLater.class,
            later -> assertThat(later.reason().code()).isEqualTo("STOPPING"));
  }
}
