package io.partnerhub.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * One path of the door.
 *
 * @param secret the part that nobody can guess
 */
record Path(Doorkeeper keeper, String secret, Allowance allowance) {

  private static final String ROOT = "/in/";

  String text() {
    return text(keeper.name(), secret);
  }

  static String text(String name, String secret) {
    return ROOT + name + "/" + secret;
  }

  /** Takes as long for a path that is nearly right as for one that is not. */
  boolean is(String path) {
    return path != null
        && MessageDigest.isEqual(
            path.getBytes(StandardCharsets.UTF_8), text().getBytes(StandardCharsets.UTF_8));
  }

  /** Shows no secret. */
  @Override
  public String toString() {
    return ROOT + keeper.name();
  }
}
