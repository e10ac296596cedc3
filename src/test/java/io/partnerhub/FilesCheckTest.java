package io.partnerhub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  void a_sheet_that_is_configured_is_not_missed_where_another_key_is_wrong() throws IOException {
    String wrong = ALL + "hub.grace = x\n";

    assertThat(faults(wrong, Optional.of(Path.of("mappings"))))
        .singleElement()
        .asString()
        .contains("hub.grace");
  }

  @Test
  void the_connector_file_is_checked_with_the_mappings_that_need_it() throws IOException {
    for (String type : List.of("partner", "order", "activation")) {
      Files.copy(Path.of("mappings", type + ".yaml"), directory.resolve(type + ".yaml"));
    }
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

  private List<String> faults(String text, Optional<Path> mappings) throws IOException {
    Path file = Files.writeString(directory.resolve("hub.properties"), text);
    return new FilesCheck(Map.of()).faults(file, mappings);
  }
}
