package io.partnerhub.connector.fulfillment;

import io.partnerhub.intake.Knock;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A call of the API as the shipped connector file describes it, signed by other code than ours. */
final class SignedCall {

  static final String SECRET = "kD8wQ2mZ5rT1vX7yB3nC";

  private final Map<String, String> headers = new HashMap<>();
  private final byte[] body;

  private SignedCall(String id, Instant at, String body, String... secrets) {
    this.body = body.getBytes(StandardCharsets.UTF_8);
    String time = String.valueOf(at.getEpochSecond());
    StringBuilder signatures = new StringBuilder();
    for (String secret : secrets) {
      signatures.append(" v1,").append(hmac(secret, id + "." + time + "." + body));
    }
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", time);
    headers.put("webhook-signature", signatures.toString().strip());
  }

  static SignedCall of(String id, Instant at, String body) {
    return new SignedCall(id, at, body, SECRET);
  }

  static SignedCall by(String[] secrets, String id, Instant at, String body) {
    return new SignedCall(id, at, body, secrets);
  }

  SignedCall with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  SignedCall without(String header) {
    headers.remove(header);
    return this;
  }

  String get(String header) {
    return headers.get(header);
  }

  Knock knock() {
    return new Knock(headers, body);
  }

  Knock knock(String otherBody) {
    return new Knock(headers, otherBody.getBytes(StandardCharsets.UTF_8));
  }

  /** In base64. */
  static String hmac(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
