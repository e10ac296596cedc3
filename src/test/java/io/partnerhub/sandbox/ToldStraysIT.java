package io.partnerhub.sandbox;

import static io.partnerhub.model.SystemName.SALESFORCE;
import static io.partnerhub.model.SystemName.SMARTSHEET;
import static org.assertj.core.api.Assertions.assertThat;

import io.partnerhub.SettableClock;
import io.partnerhub.SteppedHub;
import io.partnerhub.cli.HubHome;
import io.partnerhub.config.HubConfig;
import io.partnerhub.sandbox.demo.world.Traffic;
import io.partnerhub.sandbox.smartsheet.RowRef;
import io.partnerhub.sandbox.smartsheet.RowState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see on rows that could not be made anybody's copy, where they typed them. */
class ToldStraysIT {

  private static final String STATUS = "Sync status";
  private static final String MESSAGE = "Sync message";

  @TempDir private static Path dir;
  private static final SettableClock CLOCK = new SettableClock("2026-03-02T09:00:00Z");
  private static Rig rig;
  private static SteppedHub hub;

  @BeforeAll
  static void start() {
    rig = new Rig(dir, Path.of("mappings"), CLOCK);
    rig.org().seed("Account", MadeUpPartners.accounts(1, 3));
    hub =
        new SteppedHub(
            HubConfig.load(HubHome.directory(), Optional.empty(), rig.environment()), CLOCK);
    rounds(2);
  }

  @AfterAll
  static void stop() {
    hub.close();
    rig.close();
  }

  private static void rounds(int rounds) {
    for (int i = 0; i < rounds; i++) {
      CLOCK.advance(Duration.ofSeconds(70));
      rig.systems().names().forEach(hub::poll);
      rig.systems().names().forEach(system -> hub.push(system));
    }
  }

  private static long typed(Map<String, Object> cells) {
    return rig.desk().addRows(Rig.SHEET, List.of(cells), People.ANN).get(0);
  }

  private static Map<String, String> shown(long row) {
    RowState state = rig.desk().row(Rig.SHEET, RowRef.id(row));
    return state.cells();
  }

  @Test
  void a_row_without_a_code_says_so_once_and_no_more_once_it_has_one() {
    long row = typed(Map.of("Company", "Codeless"));
    rounds(2);

    assertThat(shown(row))
        .containsEntry(STATUS, "Held")
        .containsEntry(MESSAGE, "This copy has no key: fill it in, or delete the row");
    Traffic traffic = Traffic.from(rig.systems());
    rounds(2);
    assertThat(traffic.writes()).isZero();

    rig.desk().edit(Rig.SHEET, RowRef.id(row), Map.of("Code", "NOWCODED"), People.ANN);
    rounds(2);

    assertThat(shown(row)).doesNotContainKeys(STATUS, MESSAGE);
    assertThat(rig.systems().partners().salesforce().find("NOWCODED")).isPresent();
  }

  @Test
  void the_second_row_with_a_code_says_so_and_the_first_and_salesforce_do_not() {
    long twin = typed(Map.of("Company", "Twin", "Code", People.code(1)));
    rounds(2);

    assertThat(shown(twin)).containsEntry(STATUS, "Held");
    assertThat(shown(twin).get(MESSAGE)).contains("another copy in this system has too");
    assertThat(rig.systems().partners().value(SALESFORCE, People.code(1), "syncStatus"))
        .isNullOrEmpty();
    rig.desk().deleteRows(Rig.SHEET, List.of(RowRef.id(twin)), People.ANN);
    hub.sweep(SMARTSHEET);
    rounds(1);
  }
}
