package io.partnerhub.connector.fulfillment;

import io.partnerhub.connector.Hmac;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Checks signatures of calls, on the bytes as they were sent, in the same time for any. */
final class Signatures {

  /** More than a sender signs with while its secret is being changed. */
  private static final int MOST = 5;

  /** As Standard Webhooks writes secrets: the rest is base64. */
  private static final String ENCODED = "whsec_";

  private final Webhook.Signature form;
  private final List<Hmac> keys = new ArrayList<>();

  /**
   * @param secrets one, or several parted by spaces; must not be empty
   * @throws IllegalArgumentException when one is of no form that can be used; shows none of it
   */
  Signatures(Webhook.Signature form, String secrets) {
    this.form = form;
    for (String secret : secrets.strip().split(" +")) {
      keys.add(new Hmac(bytes(secret)));
    }
  }

  private static byte[] bytes(String secret) {
    return secret.startsWith(ENCODED)
        ? encoded(secret.substring(ENCODED.length()))
        : secret.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] encoded(String text) {
    try {
      byte[] secret = Base64.getDecoder().decode(text);
      if (secret.length > 0) {
        return secret;
      }
    } catch (IllegalArgumentException e) {
      // its message tells a part of the secret
    }
    throw new IllegalArgumentException(
        "fulfillment.webhook-secret: no secret in base64 stands behind " + ENCODED);
  }

  /**
   * Whether one of the signatures in a header is right.
   *
   * @param header several are parted by spaces; at most five are looked at
   * @param id null where there is none
   */
  boolean match(String header, String id, String timestamp, byte[] body) {
    boolean match = false;
    String[] given = header.strip().split(" +", MOST + 1);
    for (Hmac key : keys) {
      byte[] right = sign(key, id, timestamp, body);
      for (int i = 0; i < Math.min(given.length, MOST); i++) {
        match |= MessageDigest.isEqual(right, decoded(given[i]));
      }
    }
    return match;
  }

  /** The same for the same call, whichever of its signatures were sent. */
  String fingerprint(String id, String timestamp, byte[] body) {
    return HexFormat.of().formatHex(sign(keys.get(0), id, timestamp, body));
  }

  private byte[] sign(Hmac key, String id, String timestamp, byte[] body) {
    String[] around = form.of().split("\\{body}", -1);
    byte[][] parts = new byte[2 * around.length - 1][];
    for (int i = 0; i < around.length; i++) {
      if (i > 0) {
        parts[2 * i - 1] = body;
      }
      parts[2 * i] =
          around[i]
              .replace(Webhook.TIMESTAMP, timestamp)
              .replace(Webhook.ID, String.valueOf(id))
              .getBytes(StandardCharsets.UTF_8);
    }
    return key.of(parts);
  }

  /** Nothing for what is no signature. */
  private byte[] decoded(String given) {
    if (!given.startsWith(form.prefix())) {
      return new byte[0];
    }
    String text = given.substring(form.prefix().length());
    try {
      return form.encoding() == Webhook.Encoding.HEX
          ? HexFormat.of().parseHex(text)
          : Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
