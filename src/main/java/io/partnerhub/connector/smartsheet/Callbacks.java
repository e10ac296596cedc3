package io.partnerhub.connector.smartsheet;

import io.partnerhub.intake.Subscriptions;
import java.time.Duration;

/**
 * How Smartsheet is to call the hub.
 *
 * @param url where it calls; the last part of its path is a secret
 * @param watch how often the webhooks are looked at
 */
public record Callbacks(String url, Duration watch, Subscriptions subscriptions) {

  /** The address without its secret: whatever calls there is the hub's. */
  String base() {
    return url.substring(0, url.lastIndexOf('/') + 1);
  }

  @Override
  public String toString() {
    return "Callbacks[" + base() + "…]";
  }
}
