package io.partnerhub.sandbox;

import static io.partnerhub.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.sandbox.smartsheet.RowRef;
import io.partnerhub.store.Figures;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstSyncIT {

  @Test
  void partners_converge_in_both_directions(@TempDir Path dir) {
    try (Rig rig = new Rig(dir)) {
      rig.org().seed("Account", MadeUpPartners.accounts(1, 50));
      rig.desk()
          .addRow(
              Rig.SHEET, Map.of("Code", "typed1 ", "Company", "Typed by Ann"), "ann@example.com");

      rig.start();
      assertThat(rig.hub().mappingFaults()).isEmpty();

      await()
          .untilAsserted(
              () -> {
                assertThat(rig.desk().rows(Rig.SHEET)).hasSize(51);
                assertThat(rig.org().record("Account", "TYPED1")).isPresent();
                assertThat(rig.hub().figures().counts())
                    .allMatch(c -> c.standing() == Figures.Standing.IN_SYNC);
              });

      rig.desk()
          .edit(
              Rig.SHEET,
              RowRef.key("Code", "P000003"),
              Map.of("Phone", "+1 555 123 4567"),
              "ann@example.com");
      rig.org().edit("Account", "P000004", Map.of("Name", "Renamed"));

      await()
          .untilAsserted(
              () -> {
                assertThat(
                        rig.org().record("Account", "P000003").orElseThrow().path("Phone").asText())
                    .isEqualTo("+1 555 123 4567");
                assertThat(rig.desk().rows(Rig.SHEET))
                    .anyMatch(r -> "Renamed".equals(r.cells().get("Company")));
              });
    }
  }

  @Test
  void polls_that_are_an_hour_apart_begin_at_the_start_all_the_same(@TempDir Path dir) {
    try (Rig rig = new Rig(dir)) {
      rig.org().seed("Account", MadeUpPartners.accounts(1, 5));
      rig.set("SALESFORCE_POLL", "1h");
      rig.set("SMARTSHEET_POLL", "1h");
      rig.start();
      assertThat(rig.hub().mappingFaults()).isEmpty();

      await().untilAsserted(() -> assertThat(rig.desk().rows(Rig.SHEET)).hasSize(5));
    }
  }
}
