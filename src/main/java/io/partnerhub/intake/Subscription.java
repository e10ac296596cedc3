package io.partnerhub.intake;

import io.partnerhub.model.SystemName;
import java.time.Instant;

/**
 * A webhook that the hub made in a system; there is one for each place.
 *
 * @param place what it tells of, such as a sheet's id
 * @param id the system's own
 * @param secret by which its callbacks are signed
 * @param before the secret until it was renewed; null where it never was
 * @param unsure a call that may have renewed the secret was begun, and its answer is not known
 * @param renewedAt when it got its secret
 */
public record Subscription(
    SystemName system,
    String place,
    String id,
    String secret,
    String before,
    boolean unsure,
    Instant renewedAt) {

  /** Of a webhook that was just made. */
  public static Subscription made(
      SystemName system, String place, String id, String secret, Instant now) {
    return new Subscription(system, place, id, secret, null, false, now);
  }

  /** Before its secret is renewed: the answer may get lost. */
  public Subscription beingRenewed() {
    return new Subscription(system, place, id, secret, before, true, renewedAt);
  }

  /** With another secret. */
  public Subscription renewed(String newSecret, Instant now) {
    return new Subscription(system, place, id, newSecret, secret, false, now);
  }

  /** Shows no secret. */
  @Override
  public String toString() {
    return "Subscription[" + system + ", " + place + ", " + id + "]";
  }
}
