package io.partnerhub.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.partnerhub.cli.HubHome;
import io.partnerhub.config.HubConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people copy from the screen of {@code hub simulators}. */
class SimulatorsGuideTest {

  @Test
  void the_configuration_it_shows_is_one_as_it_stands(@TempDir Path directory) throws Exception {
    List<String> lines = configuration();

    assertThat(lines)
        .contains("  smartsheet.sheet.partner=7")
        .allMatch(line -> line.matches(" {2}[a-z].*=.+"));
    Path file = Files.write(directory.resolve("hub.properties"), lines);
    assertThatCode(() -> HubConfig.load(HubHome.directory(), Optional.of(file), Map.of()))
        .doesNotThrowAnyException();
  }

  private static List<String> configuration() {
    try (Simulators simulators = Simulators.start(Simulators.Ports.FREE, 1)) {
      return SimulatorsGuide.text(simulators, 10, Map.of("partner", 7L))
          .lines()
          .dropWhile(line -> !line.startsWith("A hub's configuration"))
          .skip(1)
          .takeWhile(line -> !line.isEmpty())
          .toList();
    }
  }
}
