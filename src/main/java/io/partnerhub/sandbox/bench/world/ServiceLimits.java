package io.partnerhub.sandbox.bench.world;

import java.util.Map;

/**
 * Calls that the services take, and the hub allows itself.
 *
 * @param name in words
 * @param salesforceADay in 24 hours
 * @param smartsheetAMinute of a token
 * @param fulfillmentAMinute of a client
 */
public record ServiceLimits(
    String name, int salesforceADay, int smartsheetAMinute, int fulfillmentAMinute) {

  /** None that anybody meets: what is measured is the hub's own speed. */
  public static final ServiceLimits LIFTED =
      new ServiceLimits("no limits", 1_000_000, 1_000_000, 1_000_000);

  /** Smartsheet's own, and for the others what a hub allows itself unless it is configured. */
  public static final ServiceLimits REAL = new ServiceLimits("limits kept", 15_000, 300, 600);

  /** The hub's configuration by which it keeps them. */
  public Map<String, Object> settings() {
    return Map.of(
        "salesforce.daily-calls", salesforceADay,
        "smartsheet.requests-per-minute", smartsheetAMinute,
        "fulfillment.requests-per-minute", fulfillmentAMinute);
  }
}
