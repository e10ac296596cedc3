package io.partnerhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerhub.cli.CommandFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesCheckTest {

  private static final String LEAST =
      """
      hub.routes-dir = %s
      salesforce.login-url = https://example.my.salesforce.com
      salesforce.client-id = the-id
      salesforce.client-secret = the-secret
      smartsheet.token = the-token
      smartsheet.sheet.partner = 1
      """
          .formatted(Path.of("routes").toAbsolutePath());

  private static final String ALL =
      LEAST
          + """
          smartsheet.sheet.order = 2
          smartsheet.sheet.activation = 3
          fulfillment.base-url = https://fulfillment.example.com
          fulfillment.token = t
          """;

  private static final Optional<Path> MAPPINGS = Optional.of(Path.of("mappings"));
  private static final String PASSWORD = "a-password";

  @TempDir private Path directory;

  @Test
  void the_mappings_that_the_configuration_names_are_checked() throws IOException {
    String alone =
        LEAST + "hub.mappings-dir = " + Path.of("deploy/examples/partner-alone").toAbsolutePath();

    assertThat(faults(alone, Optional.empty())).isEmpty();
    assertThat(faults(alone, Optional.of(Path.of("mappings"))))
        .hasSize(4)
        .anyMatch(fault -> fault.contains("order.yaml") && fault.contains("smartsheet.sheet.order"))
        .anyMatch(fault -> fault.contains("smartsheet.sheet.activation"))
        .anyMatch(fault -> fault.contains("The hub is not connected to fulfillment"))
        .anyMatch(fault -> fault.contains("Set fulfillment.base-url"));
  }

  @Test
  void routes_are_checked_where_a_mapping_is_wrong_too() throws IOException {
    String text =
        ALL.replaceFirst("hub.routes-dir = .*", "hub.routes-dir = " + directory)
            .replace("smartsheet.sheet.order = 2\n", "");

    assertThat(faults(text, Optional.of(Path.of("mappings"))))
        .hasSize(2)
        .anyMatch(fault -> fault.contains("smartsheet.sheet.order"))
        .anyMatch(fault -> fault.contains("no route"));
  }

  @Test
  void they_are_checked_where_another_key_is_wrong_too() throws IOException {
    Path nowhere = directory.resolve("nowhere");

    assertThat(faults(LEAST + "hub.grace = x\nhub.mappings-dir = " + nowhere, Optional.empty()))
        .hasSize(2)
        .anyMatch(fault -> fault.contains("hub.grace"))
        .anyMatch(fault -> fault.contains(nowhere.toString()));
  }

  @Test
  void a_configuration_that_is_not_utf_8_is_told_once() throws IOException {
    Path file = directory.resolve("hub.properties");
    Files.write(file, (LEAST + "hub.id = café").getBytes(StandardCharsets.ISO_8859_1));

    assertThat(new FilesCheck(Map.of()).faults(file, Optional.empty()))
        .singleElement()
        .asString()
        .startsWith("hub.properties:7: This line is not UTF-8");
  }

  @Test
  void a_sheet_that_is_configured_is_not_missed_where_another_key_is_wrong() throws IOException {
    String wrong = ALL + "hub.grace = x\n";

    assertThat(faults(wrong, Optional.of(Path.of("mappings"))))
        .singleElement()
        .asString()
        .contains("hub.grace");
  }

  @Test
  void the_connector_file_is_checked_with_the_mappings_that_need_it() throws IOException {
    copyMappings();
    Files.writeString(directory.resolve("fulfillment.connector.yaml"), "nonsense: true\n");

    assertThat(faults(ALL, Optional.of(Path.of("mappings")))).isEmpty();
    assertThat(faults(ALL, Optional.of(directory)))
        .isNotEmpty()
        .allMatch(fault -> fault.contains("fulfillment.connector.yaml"));
  }

  @Test
  void the_connector_file_is_checked_where_a_mapping_is_wrong_too() throws IOException {
    Files.writeString(directory.resolve("partner.yaml"), "nonsense: true\n");
    Files.writeString(directory.resolve("fulfillment.connector.yaml"), "nonsense: true\n");

    assertThat(faults(LEAST, Optional.of(directory)))
        .anyMatch(fault -> fault.contains("partner.yaml"))
        .anyMatch(fault -> fault.contains("fulfillment.connector.yaml"));
  }

  @Test
  void a_directory_without_routes_is_told() throws IOException {
    String text = ALL.replaceFirst("hub.routes-dir = .*", "hub.routes-dir = " + directory);

    assertThat(faults(text, Optional.of(Path.of("mappings"))))
        .singleElement()
        .asString()
        .contains(directory.toString(), "no route", "hub.routes-dir");
  }

  @Test
  void a_file_of_jmx_users_that_others_can_read_is_told() throws IOException {
    Path users = Files.writeString(directory.resolve("users"), "ann control of-twelve-letters\n");
    Files.setPosixFilePermissions(users, PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(faultOf("jmx.port = 9010\njmx.password-file = " + users))
        .startsWith("jmx.password-file: " + users + " can be read or written by others");
    assertThat(faultOf("jmx.jolokia = local\njmx.password-file = " + directory.resolve("none")))
        .startsWith("jmx.password-file: ")
        .contains("none cannot be read");
  }

  @Test
  void a_keystore_for_jmx_that_is_not_there_is_told() throws IOException {
    Path users = Files.writeString(directory.resolve("users"), "ann control of-twelve-letters\n");
    Files.setPosixFilePermissions(users, PosixFilePermissions.fromString("rw-------"));
    Path none = directory.resolve("none.p12");

    assertThat(
            faultOf(
                "jmx.port = 10.0.0.7:9010\njmx.password-file = %s\n".formatted(users)
                    + "jmx.keystore = %s\njmx.keystore-password = p\n".formatted(none)))
        .isEqualTo("jmx.keystore: " + none + " cannot be used: there is no such file");
  }

  @Test
  void a_keystore_of_the_door_that_is_none_is_told() throws IOException {
    Path text = Files.writeString(directory.resolve("text.p12"), "no keystore");

    assertThat(faultOf("hub.http.keystore = %s\nhub.http.keystore-password = p\n".formatted(text)))
        .startsWith("hub.http.keystore: " + text + " cannot be used: ");
  }

  @Test
  void a_keystore_for_salesforce_holds_exactly_one_private_key() throws Exception {
    Path keys = directory.resolve("keys.p12");
    String jwt =
        """
        salesforce.auth = jwt
        salesforce.username = hub@example.com
        salesforce.keystore = %s
        salesforce.keystore-password = %s
        """
            .formatted(keys, PASSWORD);
    Keytool.pair(keys, PASSWORD, "a", "EC", "hub");
    assertThat(faults(ALL + jwt, MAPPINGS)).isEmpty();

    Keytool.pair(keys, PASSWORD, "b", "EC", "hub");
    assertThat(faultOf(jwt))
        .isEqualTo(
            "salesforce.keystore: %s cannot be used: it holds 2 private keys, and exactly one is needed"
                .formatted(keys));
  }

  @Test
  void a_keystore_for_fulfillment_is_opened_by_its_password() throws Exception {
    Path keys = directory.resolve("keys.p12");
    Keytool.pair(keys, PASSWORD, "a", "EC", "hub");
    String keystore = "fulfillment.keystore = %s\nfulfillment.keystore-password = ".formatted(keys);

    assertThat(faults(ALL + keystore + PASSWORD, MAPPINGS)).isEmpty();
    assertThat(faultOf(keystore + "wrong"))
        .startsWith("fulfillment.keystore: " + keys + " cannot be used: ")
        .contains("password");
  }

  @Test
  void a_truststore_for_fulfillment_holds_a_certificate() throws Exception {
    Path store = directory.resolve("ca.p12");
    Keytool.pair(store, PASSWORD, "a", "EC", "hub");
    Keytool.run(PASSWORD, "-delete", "-alias", "a", "-keystore", store.toString());

    assertThat(
            faultOf(
                "fulfillment.truststore = %s\nfulfillment.truststore-password = %s\n"
                    .formatted(store, PASSWORD)))
        .isEqualTo(
            "fulfillment.truststore: %s cannot be used: it holds no certificate to trust"
                .formatted(store));
  }

  @Test
  void a_webhook_secret_of_a_wrong_form_is_told_and_not_shown() throws IOException {
    for (String wrong : List.of("whsec_", "good whsec_b-a-d")) {
      assertThat(faultOf("fulfillment.webhook-secret = " + wrong))
          .isEqualTo("fulfillment.webhook-secret: no secret in base64 stands behind whsec_");
    }
  }

  @Test
  void what_the_connector_file_does_not_say_how_to_do_is_told() throws IOException {
    copyMappings();
    String file = Files.readString(Path.of("mappings/fulfillment.connector.yaml"));
    Files.writeString(
        directory.resolve("fulfillment.connector.yaml"),
        file.replaceFirst("(?m)^token:.*\n", "").replaceFirst("(?s)\nwebhook:.*?\n\n", "\n"));
    String set =
        ALL
            + """
            fulfillment.auth = client-credentials
            fulfillment.client-id = hub
            fulfillment.client-secret = s
            fulfillment.webhook-secret = s
            """;

    assertThat(faults(set, Optional.of(directory)))
        .hasSize(2)
        .anyMatch(fault -> fault.contains("has no \"token\""))
        .anyMatch(fault -> fault.contains("has no \"webhook\""));
  }

  @Test
  void shares_of_calls_that_are_too_small_to_work_with_are_told() throws IOException {
    assertThat(
            faults(
                ALL
                    + "smartsheet.requests-per-minute = 39\n"
                    + "fulfillment.requests-per-minute = 11\n",
                MAPPINGS))
        .containsExactlyInAnyOrder(
            "The Smartsheet requests per minute must be at least 40",
            "The fulfillment API's requests per minute must be at least 12");
  }

  @Test
  void a_hub_does_not_open_its_store_before_its_files_are_in_order() throws IOException {
    Path data = directory.resolve("data");
    Path file =
        Files.writeString(
            directory.resolve("hub.properties"),
            ALL
                + """
                hub.mappings-dir = %s
                hub.data-dir = %s
                hub.http.keystore = none.p12
                hub.http.keystore-password = p
                fulfillment.truststore = none.p12
                fulfillment.truststore-password = p
                """
                    .formatted(MAPPINGS.orElseThrow().toAbsolutePath(), data));

    assertThatThrownBy(() -> new HubDaemon(Map.of()).runUntilStopped(file))
        .isInstanceOf(CommandFailure.class)
        .hasMessageStartingWith("The configuration has 2 faults:")
        .hasMessageContainingAll("hub.http.keystore: ", "fulfillment.truststore: ");
    assertThat(data).doesNotExist();
  }

  private void copyMappings() throws IOException {
    for (String type : List.of("partner", "order", "activation")) {
      Files.copy(Path.of("mappings", type + ".yaml"), directory.resolve(type + ".yaml"));
    }
  }

  /** The one fault of a configuration that has none but for these lines. */
  private String faultOf(String lines) throws IOException {
    List<String> faults = faults(ALL + lines, MAPPINGS);
    assertThat(faults).hasSize(1);
    return faults.get(0);
  }

  private List<String> faults(String text, Optional<Path> mappings) throws IOException {
    Path file = Files.writeString(directory.resolve("hub.properties"), text);
    return new FilesCheck(Map.of()).faults(file, mappings);
  }
}
