package io.partnerhub.sandbox.crash;

import static io.partnerhub.model.SystemName.FULFILLMENT;
import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;

import io.partnerhub.model.SystemName;
import java.util.List;
import java.util.Random;

/**
 * A new record that a system refuses until a person mends it: its write ends as a dead letter.
 *
 * @param typedIn where it was typed, and is mended
 * @param refusedBy the system that does not take it
 * @param field what is typed to mend it, which both systems have
 */
record Unacceptable(
    SystemName typedIn, SystemName refusedBy, String type, String key, String field) {

  private static final int NUMBER = 101;

  static Unacceptable of(Random random) {
    String order = CrashPlan.order(NUMBER);
    return List.of(
            new Unacceptable(SALESFORCE, SMARTSHEET, "order", order, "notes"),
            new Unacceptable(SALESFORCE, FULFILLMENT, "order", order, "notes"),
            new Unacceptable(
                SMARTSHEET, SALESFORCE, "partner", CrashPlan.partner(NUMBER), "contact"))
        .get(random.nextInt(3));
  }

  /** It is typed when the hub has made so many calls. */
  Typed typed(int afterCalls) {
    return new Typed(afterCalls, typedIn, type, key, "", "", Typed.Fate.CREATED);
  }
}
