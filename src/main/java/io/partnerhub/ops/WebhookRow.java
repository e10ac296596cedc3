package io.partnerhub.ops;

import io.partnerhub.intake.WebhookControl;
import io.partnerhub.ops.jmx.Described;
import java.time.Instant;

/** A webhook of the hub; travels over JMX, without its secret. */
@Described("A webhook that the hub made.")
public record WebhookRow(
    @Described("Id of the sheet that it tells of.") String sheet,
    @Described("Its id.") String id,
    @Described("Its status as Smartsheet calls it; empty while it was not looked at.")
        String status,
    @Described("When it got the secret that it signs with.") Instant secretSince) {

  static WebhookRow of(WebhookControl.Standing standing) {
    return new WebhookRow(standing.place(), standing.id(), standing.status(), standing.renewedAt());
  }
}
