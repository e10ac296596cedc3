package io.partnerhub.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubConfigTest {

  private static final String LEAST =
      """
      salesforce.login-url = https://example.my.salesforce.com
      salesforce.client-id = the-id
      salesforce.client-secret = the-secret
      smartsheet.token = the-token
      """;

  @TempDir private Path directory;

  @Test
  void what_is_not_set_has_these_defaults() throws IOException {
    HubConfig config = load(LEAST, Map.of());

    assertThat(config)
        .isEqualTo(
            new HubConfig(
                new HubSettings(
                    "partner-hub",
                    directory.resolve("data"),
                    directory.resolve("routes"),
                    directory.resolve("mappings"),
                    new HttpSettings(
                        new HostPort("127.0.0.1", 8080),
                        Optional.empty(),
                        new DoorBounds(
                            Duration.ofSeconds(10), 256, 64, 64, 1000, 4 << 20, 64 << 20)),
                    new HostPort("127.0.0.1", 8081),
                    null,
                    100_000,
                    Duration.ofHours(6),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(8),
                    Duration.ofSeconds(2),
                    Duration.ofHours(6),
                    Duration.ofHours(1),
                    Duration.ofDays(400),
                    20,
                    20,
                    Duration.ofSeconds(30),
                    50,
                    10),
                Optional.empty(),
                Optional.empty(),
                new StoreSettings.Embedded(),
                new SalesforceSettings(
                    URI.create("https://example.my.salesforce.com"),
                    "the-id",
                    new SalesforceSettings.ClientCredentials(new Secret("the-secret")),
                    "62.0",
                    new Schedule.Every(Duration.ofSeconds(30)),
                    Duration.ofSeconds(30),
                    new Schedule.Every(Duration.ofMinutes(10)),
                    15000,
                    20,
                    Optional.empty(),
                    false),
                new SmartsheetSettings(
                    URI.create("https://api.smartsheet.com/2.0"),
                    new Secret("the-token"),
                    new Schedule.Every(Duration.ofSeconds(30)),
                    new Schedule.Every(Duration.ofMinutes(10)),
                    300,
                    Optional.of(Duration.ofMinutes(5)),
                    Map.of()),
                Optional.empty(),
                new EscalationSettings(
                    Duration.ofMinutes(15), Optional.empty(), Optional.empty(), false)));
  }

  @Test
  void every_key_reaches_its_place() throws IOException {
    HubConfig config =
        load(
            """
            # a comment
            hub.id = hub-7
            hub.data-dir = C:\\hub\\data
            hub.routes-dir = r
            hub.mappings-dir = m
            hub.http.port = 0.0.0.0:8443
            hub.http.keystore = hub.p12
            hub.http.keystore-password = p9
            hub.http.patience = 20s
            hub.http.connections = 40
            hub.http.connections-of-one = 8
            hub.http.requests = 16
            hub.http.requests-per-second = 100
            hub.http.longest-body = 512KiB
            hub.http.room = 8MiB
            hub.management.port = 9090
            hub.public-url = https://hub.example.com
            hub.inbox.most = 5000
            hub.inbox.oldest = 1h
            hub.grace = 90s
            hub.drain = 20s
            hub.clock-tolerance = 500ms
            hub.parent-patience = 2h
            hub.ledger.keep = 90d
            hub.guard.share = 30
            hub.guard.rows = 50
            hub.guard.within = 1m
            hub.replay.stop-share = 25
            hub.replay.stop-after = 4
            jmx.port = 10.0.0.7:9010
            jmx.password-file = jmx.users
            jmx.keystore = jmx.p12
            jmx.jolokia = local
            jmx.keystore-password = p3
            store.url = jdbc:postgresql://db.example.com:5432/hub
            store.user = hub
            store.password = p1
            salesforce.login-url = http://127.0.0.1:9001
            salesforce.auth = jwt
            salesforce.client-id = id
            salesforce.username = hub@example.com
            salesforce.keystore = keys.p12
            salesforce.keystore-password = p2
            salesforce.api-version = 64.0
            salesforce.poll = 0 0/5 * * * ?
            salesforce.overlap = 1m
            salesforce.second-pass = 1h
            salesforce.daily-calls = 20000
            salesforce.people-reserve = 35
            salesforce.pubsub.server = api.pubsub.salesforce.com:7443
            salesforce.pubsub.silence = 6m
            salesforce.pubsub.retry = 1h
            salesforce.outbound-messages = on
            smartsheet.base-url = https://api.smartsheet.eu/2.0
            smartsheet.token = p3
            smartsheet.poll = 15s
            smartsheet.sweep = 1d
            smartsheet.requests-per-minute = 200
            smartsheet.webhooks.watch = 2m
            smartsheet.sheet.partner = 4583173393803140
            smartsheet.sheet.order.north-america = 77
            fulfillment.base-url = https://fulfillment.example.com/v1
            fulfillment.auth = client-credentials
            fulfillment.client-id = hub
            fulfillment.client-secret = p4
            fulfillment.keystore = hub.p12
            fulfillment.keystore-password = p5
            fulfillment.truststore = ca.p12
            fulfillment.truststore-password = p6
            fulfillment.poll = 10s
            fulfillment.requests-per-minute = 900
            fulfillment.webhook-secret = p10
            escalation.every = 1h
            escalation.mail.to = ops@example.com,kim@example.com
            escalation.mail.from = hub@example.com
            escalation.mail.server = smtp.example.com:587
            escalation.mail.security = tls
            escalation.mail.user = hub
            escalation.mail.password = p7
            escalation.chat.url = https://chat.example.com/hooks/p8
            escalation.salesforce-task = on
            """,
            Map.of());

    assertThat(config)
        .isEqualTo(
            new HubConfig(
                new HubSettings(
                    "hub-7",
                    directory.resolve("C:\\hub\\data"),
                    directory.resolve("r"),
                    directory.resolve("m"),
                    new HttpSettings(
                        new HostPort("0.0.0.0", 8443),
                        Optional.of(new Keystore(directory.resolve("hub.p12"), new Secret("p9"))),
                        new DoorBounds(Duration.ofSeconds(20), 40, 8, 16, 100, 512 << 10, 8 << 20)),
                    new HostPort("127.0.0.1", 9090),
                    URI.create("https://hub.example.com"),
                    5_000,
                    Duration.ofHours(1),
                    Duration.ofSeconds(90),
                    Duration.ofSeconds(20),
                    Duration.ofMillis(500),
                    Duration.ofHours(6),
                    Duration.ofHours(2),
                    Duration.ofDays(90),
                    30,
                    50,
                    Duration.ofMinutes(1),
                    25,
                    4),
                Optional.of(
                    new JmxSettings(
                        new HostPort("10.0.0.7", 9010),
                        directory.resolve("jmx.users"),
                        Optional.of(
                            new JmxSettings.Tls(directory.resolve("jmx.p12"), new Secret("p3"))))),
                Optional.of(new JolokiaSettings(directory.resolve("jmx.users"), true)),
                new StoreSettings.Server(
                    "jdbc:postgresql://db.example.com:5432/hub", "hub", new Secret("p1")),
                new SalesforceSettings(
                    URI.create("http://127.0.0.1:9001"),
                    "id",
                    new SalesforceSettings.Jwt(
                        "hub@example.com", directory.resolve("keys.p12"), new Secret("p2")),
                    "64.0",
                    new Schedule.Cron("0 0/5 * * * ?"),
                    Duration.ofMinutes(1),
                    new Schedule.Every(Duration.ofHours(1)),
                    20000,
                    35,
                    Optional.of(
                        new ChangeEventSettings(
                            new HostPort("api.pubsub.salesforce.com", 7443),
                            Duration.ofMinutes(6),
                            Duration.ofHours(1))),
                    true),
                new SmartsheetSettings(
                    URI.create("https://api.smartsheet.eu/2.0"),
                    new Secret("p3"),
                    new Schedule.Every(Duration.ofSeconds(15)),
                    new Schedule.Every(Duration.ofDays(1)),
                    200,
                    Optional.of(Duration.ofMinutes(2)),
                    Map.of("partner", "4583173393803140", "order.north-america", "77")),
                Optional.of(
                    new FulfillmentSettings(
                        URI.create("https://fulfillment.example.com/v1"),
                        new FulfillmentSettings.ClientCredentials("hub", new Secret("p4")),
                        Optional.of(new Keystore(directory.resolve("hub.p12"), new Secret("p5"))),
                        Optional.of(new Keystore(directory.resolve("ca.p12"), new Secret("p6"))),
                        new Schedule.Every(Duration.ofSeconds(10)),
                        900,
                        Optional.of(new Secret("p10")))),
                new EscalationSettings(
                    Duration.ofHours(1),
                    Optional.of(
                        new EscalationSettings.Mail(
                            "ops@example.com,kim@example.com",
                            "hub@example.com",
                            new HostPort("smtp.example.com", 587),
                            EscalationSettings.Security.TLS,
                            Optional.of(new EscalationSettings.Login("hub", new Secret("p7"))))),
                    Optional.of(new Secret("https://chat.example.com/hooks/p8")),
                    true)));
  }

  @Test
  void the_fulfillment_api_needs_what_its_login_is_made_of() throws IOException {
    String address = LEAST + "fulfillment.base-url = https://fulfillment.example.com\n";

    assertThat(faults(address, Map.of()))
        .singleElement()
        .asString()
        .startsWith("fulfillment.token is missing (fulfillment.auth is bearer)");
    assertThat(faults(address + "fulfillment.auth = client-credentials\n", Map.of())).hasSize(2);
    assertThat(
            faults(
                address + "fulfillment.auth = certificate\nfulfillment.keystore = k\n", Map.of()))
        .singleElement()
        .asString()
        .startsWith("fulfillment.keystore-password is missing (fulfillment.keystore is set)");
  }

  @Test
  void mail_needs_a_sender_a_server_and_safety_for_a_password() throws IOException {
    String to = LEAST + "escalation.mail.to = ops@example.com\n";
    String plain =
        to
            + "escalation.mail.from = hub@example.com\n"
            + "escalation.mail.server = mail.example.com:25\n"
            + "escalation.mail.security = none\n";

    assertThat(faults(to, Map.of()))
        .extracting(fault -> fault.substring(0, fault.indexOf('.', 20)))
        .containsExactly(
            "escalation.mail.from is missing (escalation",
            "escalation.mail.server is missing (escalation");
    assertThat(load(plain, Map.of()).escalation().mail()).isPresent();
    assertThat(
            faults(plain + "escalation.mail.user = hub\nescalation.mail.password = p\n", Map.of()))
        .containsExactly(
            "escalation.mail.security is none, which would send the password in clear. "
                + "Write starttls or tls");
  }

  @Test
  void a_webhook_is_a_secret_and_is_not_shown_where_it_is_wrong() throws IOException {
    assertThat(faults(LEAST + "escalation.chat.url = http://chat.example.com/hush\n", Map.of()))
        .containsExactly(
            "hub.properties:5: escalation.chat.url is wrong, and not shown as it is a secret. "
                + "Write an address that begins with https://");
  }

  @Test
  void every_fault_is_in_one_message_with_its_place() throws IOException {
    String file =
        """
        salesforce.login-uri = https://example.my.salesforce.com
        salesforce.auth = jwt
        salesforce.poll = now and then
        salesforce.daily-calls = many
        orders.token = x
        hub.grace = 60
        hub.grace = 70s
        store.url = jdbc:postgresql://db/hub?user=me&password=hush
        smartsheet.base-url = http://example.com
        smartsheet.sheet.partner = Partner tracker
        just some words
        """;

    assertThat(faults(file, Map.of("HUB_HTTP_PORT", "99999")))
        .containsExactlyInAnyOrder(
            "hub.properties:1: There is no key salesforce.login-uri. "
                + "Did you mean salesforce.login-url?",
            "hub.properties:3: salesforce.poll is \"now and then\". Write a period such as 30s or"
                + " 5m, or a Quartz cron expression such as 0 0/5 * * * ?",
            "hub.properties:4: salesforce.daily-calls is \"many\". "
                + "Write a whole number from 1 to 1000000000",
            "hub.properties:5: There is no key orders.token. "
                + "deploy/hub.properties.example explains all keys",
            "hub.properties:6: hub.grace is \"60\". "
                + "Write a period such as 500ms, 30s, 5m, 2h or 1d",
            "hub.properties:7: hub.grace was set before, at hub.properties:6. Remove one",
            "hub.properties:8: store.url is wrong, and not shown as it may hold a password. "
                + "Write embedded or jdbc:postgresql://host:port/database, without user and"
                + " password",
            "hub.properties:9: smartsheet.base-url is \"http://example.com\". "
                + "Write an address that begins with https://",
            "hub.properties:10: smartsheet.sheet.partner is \"Partner tracker\". "
                + "Write the digits of a sheet id",
            "hub.properties:11: This line is no setting. Write key = value, or # before a comment",
            "HUB_HTTP_PORT: hub.http.port is \"99999\". Write a port or address:port",
            "salesforce.login-url is missing. Set it: The org's My Domain address.",
            "salesforce.client-id is missing. Set it: Consumer key of the connected app.",
            "salesforce.username is missing (salesforce.auth is jwt). "
                + "Set it: The user that the hub acts as; needed for jwt.",
            "salesforce.keystore is missing (salesforce.auth is jwt). "
                + "Set it: Java keystore that holds exactly one private key, that of the app's certificate; needed for jwt.",
            "salesforce.keystore-password is missing (salesforce.auth is jwt). "
                + "Set it, or salesforce.keystore-password-file: Its password; needed for jwt.",
            "smartsheet.token is missing. Set it, or smartsheet.token-file: "
                + "Access token of the user that the hub acts as.");
  }

  @Test
  void jmx_from_elsewhere_is_never_without_tls_and_a_password() throws IOException {
    assertThat(faults(LEAST + "jmx.port = 10.0.0.7:9010\n", Map.of()))
        .hasSize(2)
        .anyMatch(f -> f.startsWith("jmx.keystore is missing (jmx.port is not on 127.0.0.1"))
        .anyMatch(f -> f.startsWith("jmx.password-file is missing (jmx.port is set)"));
    assertThat(faults(LEAST + "jmx.port = 9010\n", Map.of()))
        .singleElement()
        .asString()
        .startsWith("jmx.password-file is missing");
  }

  @Test
  void a_bad_share_or_count_of_the_guard_is_told() throws IOException {
    assertThat(faults(LEAST + "hub.guard.share = 200\nhub.guard.rows = none\n", Map.of()))
        .containsExactly(
            "hub.properties:5: hub.guard.share is \"200\". "
                + "Write a whole number of percent from 1 to 100",
            "hub.properties:6: hub.guard.rows is \"none\". "
                + "Write a whole number from 1 to 1000000000");
  }

  @Test
  void all_bounds_of_the_door_that_cannot_be_kept_are_told_at_once() throws IOException {
    String bad =
        "hub.http.connections = 0\nhub.http.longest-body = 5000\nhub.http.room = 2048MiB\n";

    assertThat(faults(LEAST + bad, Map.of()))
        .containsExactly(
            "hub.properties:5: hub.http.connections is \"0\". "
                + "Write a whole number from 1 to 1000000000",
            "hub.properties:6: hub.http.longest-body is \"5000\". "
                + "Write a size such as 512KiB or 4MiB, of at most 1024MiB",
            "hub.properties:7: hub.http.room is \"2048MiB\". "
                + "Write a size such as 512KiB or 4MiB, of at most 1024MiB");
    assertThat(faults(LEAST + "hub.http.room = 1MiB\n", Map.of()))
        .containsExactly(
            "hub.http.room is less than hub.http.longest-body, which would never fit. "
                + "Raise the one or lower the other");
    assertThat(load(LEAST + "hub.http.room = 4MiB\n", Map.of()).hub().http().bounds().room())
        .isEqualTo(4 << 20);
  }

  @Test
  void a_variable_of_the_environment_overrides_the_file() throws IOException {
    HubConfig config =
        load(
            LEAST + "smartsheet.sheet.partner = 1\n",
            Map.of(
                "SALESFORCE_LOGIN_URL", "https://other.my.salesforce.com",
                "SMARTSHEET_SHEET_PARTNER", "2",
                "SMARTSHEET_SHEET_PARTNER_NORTH_AMERICA", "3",
                "HUB_ID", "",
                "SALESFORCE_SERVICE_HOST", "10.0.0.7"));

    assertThat(config.salesforce().loginUrl()).hasHost("other.my.salesforce.com");
    assertThat(config.smartsheet().sheets())
        .isEqualTo(Map.of("partner", "2", "partner.north-america", "3"));
    assertThat(config.hub().id()).isEqualTo("partner-hub");
  }

  @Test
  void the_environment_alone_is_enough() {
    HubConfig config =
        HubConfig.load(
            directory,
            Optional.empty(),
            Map.of(
                "SALESFORCE_LOGIN_URL", "https://example.my.salesforce.com",
                "SALESFORCE_CLIENT_ID", "id",
                "SALESFORCE_CLIENT_SECRET", "s",
                "SMARTSHEET_TOKEN", "t"));

    assertThat(config.smartsheet().token().value()).isEqualTo("t");
  }

  @Test
  void a_secret_may_stand_in_a_file_and_the_environment_replaces_either_form() throws IOException {
    Path secret = Files.writeString(directory.resolve("token"), "from the file\n");
    String file =
        LEAST.replace("smartsheet.token = the-token", "smartsheet.token-file = " + secret);

    assertThat(load(file, Map.of()).smartsheet().token().value()).isEqualTo("from the file");
    assertThat(load(file, Map.of("SMARTSHEET_TOKEN", "t")).smartsheet().token().value())
        .isEqualTo("t");
    assertThat(
            load(LEAST, Map.of("SMARTSHEET_TOKEN_FILE", secret.toString()))
                .smartsheet()
                .token()
                .value())
        .isEqualTo("from the file");
  }

  @Test
  void a_relative_path_begins_at_the_hubs_directory() throws IOException {
    Path home = Files.createDirectory(directory.resolve("home"));
    Files.writeString(home.resolve("token"), "from the file");
    Path file =
        Files.writeString(
            directory.resolve("hub.properties"),
            LEAST.replace("token = the-token", "token-file = token")
                + "hub.routes-dir = /opt/routes\n");

    HubConfig config = HubConfig.load(home, Optional.of(file), Map.of("HUB_DATA_DIR", "d"));

    assertThat(config.smartsheet().token().value()).isEqualTo("from the file");
    assertThat(config.hub().dataDir()).isEqualTo(home.resolve("d"));
    assertThat(config.hub().mappingsDir()).isEqualTo(home.resolve("mappings"));
    assertThat(config.hub().routesDir()).isEqualTo(Path.of("/opt/routes"));
  }

  @Test
  void a_secret_file_that_is_missing_empty_or_one_too_many_is_named() throws IOException {
    Path empty = Files.createFile(directory.resolve("empty"));

    assertThat(faults(LEAST + "store.password-file = nowhere\n", Map.of()))
        .containsExactly(
            "hub.properties:5: store.password-file names a file that cannot be read: there is none. "
                + "Check the path nowhere");
    assertThat(faults(LEAST + "store.password-file = " + empty, Map.of()))
        .containsExactly(
            "hub.properties:5: store.password-file names an empty file. Put the secret in it");
    assertThat(faults(LEAST + "smartsheet.token-file = " + secret(), Map.of()))
        .containsExactly(
            "hub.properties:5: smartsheet.token-file is set beside smartsheet.token. "
                + "Remove one of them");
  }

  @Test
  void no_secret_is_ever_shown() throws IOException {
    HubConfig config = load(LEAST, Map.of("STORE_PASSWORD", "the-password"));

    assertThat(config.toString())
        .doesNotContain("the-secret", "the-token", "the-password")
        .contains("********");
  }

  @Test
  void a_file_that_cannot_be_read_says_so() {
    ConfigFaults thrown =
        catchThrowableOfType(
            ConfigFaults.class,
            () -> HubConfig.load(directory, Optional.of(directory.resolve("none")), Map.of()));

    assertThat(thrown.faults())
        .singleElement()
        .asString()
        .contains("none cannot be read: there is none. ");
  }

  @Test
  void a_value_of_any_length_is_shown_by_its_beginning() throws IOException {
    assertThat(faults(LEAST + "hub.id = " + "?".repeat(10_000), Map.of()))
        .containsExactly(
            "hub.properties:5: hub.id is \""
                + "?".repeat(100)
                + "…\". Write a short name of letters, digits, dashes and points");
  }

  @Test
  void a_file_that_is_not_utf_8_names_the_line_and_nothing_else() throws IOException {
    Path file = directory.resolve("hub.properties");
    Files.write(file, (LEAST + "hub.id = café\n").getBytes(StandardCharsets.ISO_8859_1));

    ConfigFaults thrown =
        catchThrowableOfType(
            ConfigFaults.class, () -> HubConfig.load(directory, Optional.of(file), Map.of()));

    assertThat(thrown.faults())
        .containsExactly(
            "hub.properties:5: This line is not UTF-8. Save the file in the character set UTF-8");
  }

  @Test
  void a_secret_file_that_is_not_utf_8_says_so() throws IOException {
    Path secret = Files.write(directory.resolve("secret"), new byte[] {'x', (byte) 0xe9, 'y'});

    assertThat(faults(LEAST + "store.password-file = " + secret, Map.of()))
        .containsExactly(
            "hub.properties:5: store.password-file names a file that is not UTF-8. "
                + "Save it in the character set UTF-8");
  }

  private Path secret() throws IOException {
    return Files.writeString(directory.resolve("secret"), "x");
  }

  private List<String> faults(String content, Map<String, String> environment) throws IOException {
    Path file = Files.writeString(directory.resolve("hub.properties"), content);
    ConfigFaults thrown =
        catchThrowableOfType(
            ConfigFaults.class, () -> HubConfig.load(directory, Optional.of(file), environment));
    assertThat(thrown).isNotNull();
    assertThat(thrown.faults()).allSatisfy(fault -> assertThat(thrown).hasMessageContaining(fault));
    return thrown.faults();
  }

  private HubConfig load(String content, Map<String, String> environment) throws IOException {
    Path file = Files.writeString(directory.resolve("hub.properties"), content);
    return HubConfig.load(directory, Optional.of(file), environment);
  }
}
