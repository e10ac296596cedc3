package io.partnerhub.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Every key there is, in the order in which operators read them. */
public final class Keys {

  static final Key<String> STORE_URL =
      Key.withDefault(
          "store.url",
          Type.STORE_URL,
          "embedded",
          "The PostgreSQL store: embedded, or jdbc:postgresql://host:port/database.");
  static final Key<String> STORE_USER =
      Key.depends(
          "store.user", Type.TEXT, "User of the store; needed unless it is embedded.", "hub");
  static final Key<Secret> STORE_PASSWORD =
      Key.optional(
          "store.password",
          Type.SECRET,
          "Password of the store's user, where it asks for one.",
          "…");

  static final Key<URI> LOGIN_URL =
      Key.required(
          "salesforce.login-url",
          Type.ADDRESS,
          "The org's My Domain address.",
          "https://example.my.salesforce.com");
  static final Key<String> AUTH =
      Key.withDefault(
          "salesforce.auth",
          Type.AUTH,
          "client-credentials",
          "How the hub logs in: client-credentials or jwt.");
  static final Key<String> CLIENT_ID =
      Key.required(
          "salesforce.client-id", Type.TEXT, "Consumer key of the connected app.", "3MVG9…");
  static final Key<Secret> CLIENT_SECRET =
      Key.depends(
          "salesforce.client-secret",
          Type.SECRET,
          "Consumer secret; needed for client-credentials.",
          "…");
  static final Key<String> USERNAME =
      Key.depends(
          "salesforce.username",
          Type.TEXT,
          "The user that the hub acts as; needed for jwt.",
          "hub@example.com");
  static final Key<Path> KEYSTORE =
      Key.depends(
          "salesforce.keystore",
          Type.PATH,
          "Java keystore that holds exactly one private key, that of the app's certificate; needed for"
              + " jwt.",
          "salesforce.p12");
  static final Key<Secret> KEYSTORE_PASSWORD =
      Key.depends(
          "salesforce.keystore-password", Type.SECRET, "Its password; needed for jwt.", "…");
  static final Key<String> API_VERSION =
      Key.withDefault(
          "salesforce.api-version", Type.VERSION, "62.0", "Version of the Salesforce API.");
  static final Key<Schedule> SALESFORCE_POLL =
      Key.withDefault(
          "salesforce.poll",
          Type.SCHEDULE,
          "30s",
          "When to look for changes: a period (30s, 5m) or a Quartz cron expression.");
  static final Key<Duration> OVERLAP =
      Key.withDefault(
          "salesforce.overlap",
          Type.DURATION,
          "30s",
          "How far behind the newest change each poll begins, for rows that were saved late.");
  static final Key<Schedule> SECOND_PASS =
      Key.withDefault(
          "salesforce.second-pass",
          Type.SCHEDULE,
          "10m",
          "When to look further back for rows that were saved later still.");
  static final Key<Integer> DAILY_CALLS =
      Key.withDefault(
          "salesforce.daily-calls",
          Type.COUNT,
          "15000",
          "Most API calls in 24 hours: the share of the org's limit that the hub may use.");
  static final Key<Integer> PEOPLE_RESERVE =
      Key.withDefault(
          "salesforce.people-reserve",
          Type.PERCENT,
          "20",
          "Percent of the org's calls in 24 hours that the hub leaves to people and other apps.");

  static final Key<URI> BASE_URL =
      Key.withDefault(
          "smartsheet.base-url",
          Type.ADDRESS,
          "https://api.smartsheet.com/2.0",
          "Address of the Smartsheet API, which differs by region.");
  static final Key<Secret> TOKEN =
      Key.required(
          "smartsheet.token", Type.SECRET, "Access token of the user that the hub acts as.", "…");
  static final Key<Schedule> SMARTSHEET_POLL =
      Key.withDefault(
          "smartsheet.poll",
          Type.SCHEDULE,
          "30s",
          "When to look for changes: a period (30s, 5m) or a Quartz cron expression.");
  static final Key<Schedule> SWEEP =
      Key.withDefault(
          "smartsheet.sweep",
          Type.SCHEDULE,
          "10m",
          "When to read all row ids, which is how deleted rows are found.");
  static final Key<Integer> REQUESTS_PER_MINUTE =
      Key.withDefault(
          "smartsheet.requests-per-minute",
          Type.COUNT,
          "300",
          "Most requests a minute: the share of the token's limit that the hub may use.");

  static final Key<Boolean> WEBHOOKS =
      Key.withDefault(
          "smartsheet.webhooks",
          Type.SWITCH,
          "on",
          "Whether Smartsheet calls the hub at each change of a mapped sheet, where hub.public-url"
              + " is set: https, by a certificate of a public authority, on port 443, 8000, 8008,"
              + " 8080 or 8443.");
  static final Key<Duration> WEBHOOKS_WATCH =
      Key.withDefault(
          "smartsheet.webhooks.watch",
          Type.DURATION,
          "5m",
          "How often the hub looks whether its webhooks are there and enabled; one call each time.");

  /**
   * Begins the keys of sheet ids; a record type follows, and a sheet's name where it has several.
   */
  static final Key<String> SHEET =
      Key.depends(
          "smartsheet.sheet.<type>",
          Type.SHEET_ID,
          "Id of a record type's sheet, such as smartsheet.sheet.partner; where the mapping names"
              + " several, smartsheet.sheet.<type>.<name> for each.",
          "4583173393803140");

  private static final List<Key<?>> STORE_AND_SALESFORCE =
      List.of(
          STORE_URL,
          STORE_USER,
          STORE_PASSWORD,
          LOGIN_URL,
          AUTH,
          CLIENT_ID,
          CLIENT_SECRET,
          USERNAME,
          KEYSTORE,
          KEYSTORE_PASSWORD,
          API_VERSION,
          SALESFORCE_POLL,
          OVERLAP,
          SECOND_PASS,
          DAILY_CALLS,
          PEOPLE_RESERVE);

  private static final List<Key<?>> SMARTSHEET =
      List.of(
          BASE_URL,
          TOKEN,
          SMARTSHEET_POLL,
          SWEEP,
          REQUESTS_PER_MINUTE,
          WEBHOOKS,
          WEBHOOKS_WATCH,
          SHEET);

  /** All keys; that of a sheet stands for those of all sheets. */
  public static final List<Key<?>> ALL =
      Stream.of(
              HubKeys.ALL,
              DoorKeys.ALL,
              JmxKeys.ALL,
              STORE_AND_SALESFORCE,
              ChangeEventKeys.ALL,
              SMARTSHEET,
              FulfillmentKeys.ALL,
              EscalationKeys.ALL)
          .flatMap(List::stream)
          .<Key<?>>map(key -> key)
          .toList();

  private Keys() {}
}
