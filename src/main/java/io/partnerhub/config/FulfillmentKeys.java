package io.partnerhub.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The keys of the fulfillment API, which a hub may do without. */
final class FulfillmentKeys {

  static final Key<URI> BASE_URL =
      Key.optional(
          "fulfillment.base-url",
          Type.ADDRESS,
          "Address of the fulfillment API; needed where a mapping names fulfillment.",
          "https://fulfillment.example.com/v1");
  static final Key<String> AUTH =
      Key.withDefault(
          "fulfillment.auth",
          Type.FULFILLMENT_AUTH,
          "bearer",
          "How the hub logs in: bearer, client-credentials or certificate (its keystore alone).");
  static final Key<Secret> TOKEN =
      Key.depends("fulfillment.token", Type.SECRET, "Access token; needed for bearer.", "…");
  static final Key<String> CLIENT_ID =
      Key.depends(
          "fulfillment.client-id",
          Type.TEXT,
          "Id of the hub's client; needed for client-credentials.",
          "partner-hub");
  static final Key<Secret> CLIENT_SECRET =
      Key.depends(
          "fulfillment.client-secret",
          Type.SECRET,
          "Its secret; needed for client-credentials.",
          "…");
  static final Key<Path> KEYSTORE =
      Key.depends(
          "fulfillment.keystore",
          Type.PATH,
          "Java keystore with the hub's key and certificate for mutual TLS; needed for certificate,"
              + " and goes with the others.",
          "fulfillment.p12");
  static final Key<Secret> KEYSTORE_PASSWORD =
      Key.depends(
          "fulfillment.keystore-password",
          Type.SECRET,
          "Its password; needed with a keystore.",
          "…");
  static final Key<Path> TRUSTSTORE =
      Key.optional(
          "fulfillment.truststore",
          Type.PATH,
          "Java keystore with the certificates to trust, where they are the company's own.",
          "company-ca.p12");
  static final Key<Secret> TRUSTSTORE_PASSWORD =
      Key.depends(
          "fulfillment.truststore-password",
          Type.SECRET,
          "Its password; needed with a truststore.",
          "…");
  static final Key<Schedule> POLL =
      Key.withDefault(
          "fulfillment.poll",
          Type.SCHEDULE,
          "30s",
          "When to look for changes: a period (30s, 5m) or a Quartz cron expression.");
  static final Key<Integer> REQUESTS_PER_MINUTE =
      Key.withDefault(
          "fulfillment.requests-per-minute",
          Type.COUNT,
          "600",
          "Most requests a minute: the share of the API's limit that the hub may use.");

  static final Key<Secret> WEBHOOK_SECRET =
      Key.optional(
          "fulfillment.webhook-secret",
          Type.SECRET,
          "By which calls of the fulfillment API are known: it signs them with this; without it"
              + " none are taken. Two with a space between while it is being changed.",
          "…");

  static final List<Key<?>> ALL =
      List.of(
          BASE_URL,
          AUTH,
          TOKEN,
          CLIENT_ID,
          CLIENT_SECRET,
          KEYSTORE,
          KEYSTORE_PASSWORD,
          TRUSTSTORE,
          TRUSTSTORE_PASSWORD,
          POLL,
          REQUESTS_PER_MINUTE,
          WEBHOOK_SECRET);

  private FulfillmentKeys() {}
}
