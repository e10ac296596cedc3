package io.partnerhub.sandbox.fulfillment;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Who is called when something changes, and how. */
public record Subscription(URI url, String secret, Manner manner) {

  private static final String HMAC = "HmacSHA256";

  /** Each change once, in order, in a call of its own. */
  public static Subscription plain(URI url, String secret) {
    return new Subscription(url, secret, Manner.PLAIN);
  }

  /**
   * How a courier behaves.
   *
   * @param batch most changes in a call
   * @param twice each call is made once more after it was answered
   * @param shuffled changes that come together are told in the wrong order
   * @param lost nobody is told
   */
  public record Manner(int batch, boolean twice, boolean shuffled, boolean lost) {

    public static final Manner PLAIN = new Manner(1, false, false, false);
  }

  /** As Standard Webhooks has it: HMAC-SHA256 of id, time and body with points between. */
  String signature(String id, String time, byte[] body) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
      mac.update((id + "." + time + ".").getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Shows neither secret: one is in the path. */
  @Override
  public String toString() {
    return "Subscription[" + manner + "]";
  }
}
