package io.partnerhub.connector.smartsheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.connector.Pace;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.system.CallBudget;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NotSentTest {

  private static final Request READ = Request.get("sheet 1", "sheets/1");

  private final FaultReader faults = new FaultReader("token");

  @Test
  void a_call_that_the_hub_holds_back_waits_like_one_that_smartsheet_held_back() {
    ApiFault fault =
        faults.notSent(
            READ,
            new Pace.Refusal(
                ReasonClass.RATE_LIMIT, "NOT_SENT", "it is left alone", Duration.ofSeconds(20)));

    assertThat(fault.meaning()).isEqualTo(FaultClass.RATE_LIMIT);
    assertThat(fault.after()).isEqualTo(Duration.ofSeconds(20));
    assertThat(fault.reason().message()).endsWith(" was not sent: it is left alone");
  }

  @Test
  void a_call_above_the_budget_is_of_the_class_budget() {
    ApiFault fault =
        faults.notSent(
            READ,
            new Pace.Refusal(
                ReasonClass.BUDGET, CallBudget.SPENT, "used up", Duration.ofMinutes(2)));

    assertThat(fault.reason().kind()).isEqualTo(ReasonClass.BUDGET);
    assertThat(fault.reason().code()).isEqualTo(CallBudget.SPENT);
    assertThat(Outcomes.ofCall(fault, 0)).isInstanceOf(Outcome.RetryLater.class);
  }

  @Test
  void a_call_that_the_hub_stopped_before_never_left() {
    ApiFault fault = faults.stopping(READ, new InterruptedException());

    assertThat(fault.meaning()).isEqualTo(FaultClass.NOT_SENT);
    assertThat(fault.reason().code()).isEqualTo("STOPPING");
  }
}
