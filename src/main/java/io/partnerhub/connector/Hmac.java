package io.partnerhub.connector;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 (RFC 2104), by which systems sign what they tell. */
public final class Hmac {

  private static final String NAME = "HmacSHA256";

  private final SecretKeySpec key;

  /**
   * By a secret.
   *
   * @param secret must not be empty
   */
  public Hmac(byte[] secret) {
    this.key = new SecretKeySpec(secret, NAME);
  }

  /** The same of a text in UTF-8. */
  public Hmac(String secret) {
    this(secret.getBytes(StandardCharsets.UTF_8));
  }

  /** Signs these, one behind the other. */
  public byte[] of(byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(NAME);
      mac.init(key);
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java has no " + NAME, e);
    }
  }
}
