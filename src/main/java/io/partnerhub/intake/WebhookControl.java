package io.partnerhub.intake;

import java.time.Instant;
import java.util.List;

/** The webhooks that the hub keeps in a system. */
public interface WebhookControl {

  /** All of them, as they were when they were last looked at. */
  List<Standing> standings();

  /**
   * Has each sign its callbacks by another secret from now on.
   *
   * @return how many there are
   * @throws io.partnerhub.sync.system.SystemUnavailable when the system did not do it for all; the
   *     hub does the one that was under way again by itself
   */
  int renewSecrets();

  /**
   * How a webhook stands.
   *
   * @param place what it tells of, such as a sheet's id
   * @param status as the system calls it; empty while it was not looked at
   * @param renewedAt when it got its secret
   */
  record Standing(String place, String id, String status, Instant renewedAt) {}
}
