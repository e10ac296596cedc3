package io.partnerhub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.cli.CommandFailure;
import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.MappingFile;
import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.smartsheet.SheetPlan;
import io.partnerhub.sandbox.smartsheet.SheetPlan.ColumnPlan;
import io.partnerhub.sandbox.smartsheet.hook.HookSettings;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SimulatorsTest {

  private final Mapping mapping =
      MappingFile.load(Path.of("mappings/partner.yaml"), Map.of("partner", "1"));

  @Test
  void a_taken_port_is_named_and_leaves_nothing_running() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      free = socket.getLocalPort();
    }
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(
              () -> Simulators.start(new Simulators.Ports(free, 0, taken.getLocalPort(), 0), 1))
          .isInstanceOf(CommandFailure.class)
          .hasMessageContaining("smartsheet cannot listen on 127.0.0.1:" + taken.getLocalPort());
    }
    new ServerSocket(free, 1, InetAddress.getByName("127.0.0.1")).close();
  }

  @Test
  void the_org_takes_the_partners_and_the_workspace_takes_the_tracker() {
    try (Simulators simulators = Simulators.start(Simulators.Ports.FREE, 1)) {
      simulators.salesforce().org().seed("Account", MadeUpPartners.accounts(1, 50));
      simulators.smartsheet().desk().createSheet(TrackerSheet.of("Tracker", mapping));

      assertThat(simulators.salesforce().org().records("Account"))
          .hasSize(50)
          .extracting(SimulatorsTest::code)
          .doesNotHaveDuplicates()
          .contains("P000001", "P000050");
      assertThat(simulators.smartsheet().desk().rows("Tracker")).isEmpty();
    }
  }

  @Test
  void a_reset_tracker_calls_this_machine_at_once_as_it_did_at_the_start() {
    try (Simulators simulators = Simulators.start(Simulators.Ports.FREE, 1)) {
      simulators.smartsheet().hooks().settings().debounce(Duration.ofHours(1));

      simulators.smartsheetServer().reset();

      HookSettings settings = simulators.smartsheet().hooks().settings();
      assertThat(settings.loopback()).isTrue();
      assertThat(settings.debounce()).isZero();
    }
  }

  @Test
  void the_same_seed_makes_up_the_same_partners() {
    assertThat(MadeUpPartners.accounts(7, 20))
        .containsExactlyElementsOf(MadeUpPartners.accounts(7, 20));
    assertThat(List.of(MadeUpPartners.accounts(7, 20).iterator().next()))
        .isNotEqualTo(List.of(MadeUpPartners.accounts(8, 20).iterator().next()));
  }

  @Test
  void the_tracker_has_the_columns_of_the_mapping_with_the_key_first_class() {
    SheetPlan plan = TrackerSheet.of("Tracker", mapping);

    assertThat(plan.columns())
        .extracting(ColumnPlan::title)
        .containsExactlyElementsOf(
            mapping.fieldsIn(SystemName.SMARTSHEET).stream().map(SimulatorsTest::title).toList());
    assertThat(plan.columns().stream().filter(ColumnPlan::primary))
        .extracting(ColumnPlan::title)
        .containsExactly("Code");
    assertThat(plan.columns())
        .contains(
            ColumnPlan.of("Onboarded on", "DATE"),
            ColumnPlan.of(
                "Region", "PICKLIST", "Europe", "North America", "South America", "Other"));
  }

  private static String title(Field field) {
    return field.names().get(SystemName.SMARTSHEET);
  }

  private static String code(JsonNode account) {
    return account.get("Partner_Code__c").textValue();
  }
}
