package io.partnerhub.sandbox.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ContractTest {

  @Test
  void what_the_simulator_keeps_to_is_the_published_file_in_openapi_3_1() throws IOException {
    String published = Files.readString(Path.of("deploy/fulfillment-openapi.yaml"));
    JsonNode document =
        Wire.MAPPER.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(published));

    assertThat(Contract.read().document()).isEqualTo(document);
    assertThat(document.path("openapi").asText()).startsWith("3.1.");
    assertThat(document.path("paths")).isNotEmpty();
  }
}
