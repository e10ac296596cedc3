package io.partnerhub.connector.salesforce;

import io.partnerhub.connector.Pace;
import io.partnerhub.sync.Outcome.Reason;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.system.CallBudget;
import java.time.Duration;

/** Calls that the hub itself holds back. */
final class NotSent {

  private static final Duration SOON = Duration.ofMinutes(1);

  private NotSent() {}

  static Reply.NotExecuted by(Pace.Refusal refusal) {
    return new Reply.NotExecuted(
        new Reason(refusal.kind(), refusal.code(), "Salesforce was not called: " + refusal.why()),
        null,
        refusal.after());
  }

  /** What is left of the org's calls is for people and other apps. */
  static Reply.NotExecuted reserved(Allocation allocation) {
    ApiUsage usage = allocation.usage();
    return new Reply.NotExecuted(
        new Reason(
            ReasonClass.BUDGET,
            CallBudget.SPENT,
            "Salesforce was not called: %d of the org's %d calls in 24 hours are used, and the rest"
                    .formatted(usage.used(), usage.max())
                + " is left to people (salesforce.people-reserve)"),
        null,
        allocation.wait(SOON));
  }

  /** The hub stops before the call's turn. */
  static Reply.NotExecuted stopping(InterruptedException cause) {
    return new Reply.NotExecuted(
        new Reason(
            ReasonClass.CONNECTION, "STOPPING", "Salesforce was not called: the hub is stopping"),
        cause);
  }
}
