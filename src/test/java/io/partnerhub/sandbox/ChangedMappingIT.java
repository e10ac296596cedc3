package io.partnerhub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.SettableClock;
import io.partnerhub.SteppedHub;
import io.partnerhub.cli.HubHome;
import io.partnerhub.config.HubConfig;
import io.partnerhub.sandbox.demo.world.Traffic;
import io.partnerhub.sandbox.smartsheet.RowRef;
import io.partnerhub.sandbox.smartsheet.RowState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hub that starts with other mappings than before, between systems that were full already. */
class ChangedMappingIT {

  private static final SettableClock CLOCK = new SettableClock("2026-03-02T09:00:00Z");

  @TempDir private Path dir;

  private static SteppedHub start(Rig rig, Path mappings) {
    rig.set("HUB_MAPPINGS_DIR", mappings.toString());
    return new SteppedHub(
        HubConfig.load(HubHome.directory(), Optional.empty(), rig.environment()), CLOCK);
  }

  private static void rounds(Rig rig, SteppedHub hub, int rounds) {
    for (int i = 0; i < rounds; i++) {
      CLOCK.advance(Duration.ofSeconds(70));
      rig.systems().names().forEach(hub::poll);
      rig.systems().names().forEach(system -> hub.push(system));
    }
  }

  /** The mappings that ship, without the fields whose lines begin so. */
  private Path mappingsWithout(List<String> fields) throws IOException {
    Path without = Files.createDirectory(dir.resolve("without"));
    try (Stream<Path> files = Files.list(Path.of("mappings"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        List<String> lines = Files.readAllLines(file);
        Files.write(
            without.resolve(file.getFileName()),
            lines.stream().filter(l -> fields.stream().noneMatch(l::startsWith)).toList());
      }
    }
    return without;
  }

  @Test
  void a_new_field_is_its_owners_everywhere_and_what_is_not_concerned_is_left_alone()
      throws IOException {
    try (Rig rig = new Rig(dir.resolve("data"), Path.of("mappings"), CLOCK)) {
      rig.org().seed("Account", MadeUpPartners.accounts(1, 3));
      try (SteppedHub hub = start(rig, mappingsWithout(List.of("  city:", "  shippedOn:")))) {
        rounds(rig, hub, 3);
      }
      List<RowState> rows = rig.desk().rows(Rig.SHEET);
      assertThat(rows).hasSize(3).noneMatch(row -> row.cells().containsKey("City"));
      rig.desk().edit(Rig.SHEET, RowRef.id(rows.get(0).id()), Map.of("City", "TYPED"), People.ANN);

      try (SteppedHub hub = start(rig, Path.of("mappings"))) {
        rounds(rig, hub, 3);
        for (RowState row : rig.desk().rows(Rig.SHEET)) {
          String city =
              rig.org()
                  .record("Account", account(rig, row))
                  .orElseThrow()
                  .at("/BillingCity")
                  .asText();
          assertThat(row.cells()).containsEntry("City", city);
        }
        Traffic traffic = Traffic.from(rig.systems());
        rounds(rig, hub, 2);
        assertThat(traffic.writes()).isZero();
      }
    }
  }

  private static String account(Rig rig, RowState row) {
    return rig.org().records("Account").stream()
        .filter(a -> row.cells().get("Code").equals(a.path("Partner_Code__c").asText()))
        .map(a -> a.path("Id").asText())
        .findFirst()
        .orElseThrow();
  }
}
