package io.partnerhub;

import io.partnerhub.cli.CommandFailure;
import io.partnerhub.cli.ExitCode;
import io.partnerhub.cli.HubHome;
import io.partnerhub.cli.PrepareCommand;
import io.partnerhub.cli.UntilStopped;
import io.partnerhub.config.HubConfig;
import io.partnerhub.model.SystemName;
import io.partnerhub.store.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts a hub on a store of its own, lets it copy a few partners between the simulators where they
 * are installed, and stops it.
 */
final class DryStart implements PrepareCommand.Rehearsal {

  private static final int PARTNERS = 20;
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Duration A_LOOK = Duration.ofMillis(200);
  private static final String NOBODY = "http://127.0.0.1:1";
  private static final String ANY_PORT = "127.0.0.1:0";

  @Override
  public int rehearse() throws IOException {
    Path directory = Files.createTempDirectory("partner-hub-prepare");
    try (var systems =
        UntilStopped.start(
            () -> RehearsalSystems.start(PARTNERS),
            started -> started.ifPresent(RehearsalSystems::close))) {
      Map<String, String> settings = systems.get().map(RehearsalSystems::settings).orElse(Map.of());
      Path file = configuration(directory, settings);
      HubConfig config = HubConfig.load(HubHome.directory(), Optional.of(file), Map.of());
      try (var dry = UntilStopped.start(() -> HubWiring.construct(config), Hub::close)) {
        dry.get().mappingFaults();
        dry.then(Hub::start);
        return settings.isEmpty() ? 0 : requireAll(copied(dry.get()), dry.get());
      }
    } finally {
      remove(directory);
    }
  }

  /** Waits, not for ever, until all partners are in the tracker. */
  private static int copied(Hub hub) {
    Instant end = Instant.now().plus(LONGEST);
    int copied = 0;
    while (copied < PARTNERS && !hub.isClosed() && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(A_LOOK.toNanos());
      copied =
          hub.figures().counts().stream()
              .filter(count -> count.system().equals(SystemName.SMARTSHEET.value()))
              .filter(count -> count.standing() == Figures.Standing.IN_SYNC)
              .mapToInt(Figures.Count::replicas)
              .sum();
    }
    return copied;
  }

  private static int requireAll(int copied, Hub hub) {
    if (copied < PARTNERS && !hub.isClosed()) {
      throw new CommandFailure(
          ExitCode.CHECK_FAILED,
          "Only %d of %d partners were copied between the simulated systems within %d s: what a"
                  .formatted(copied, PARTNERS, LONGEST.toSeconds())
              + " first sync needs may be missing in hub.jsa. Prepare again when less else runs.");
    }
    return copied;
  }

  private static Path configuration(Path directory, Map<String, String> systems)
      throws IOException {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("hub.data-dir", directory.resolve("data"));
    settings.put("hub.mappings-dir", HubHome.directory().resolve("deploy/examples/partner-alone"));
    settings.put("hub.http.port", ANY_PORT);
    settings.put("hub.management.port", ANY_PORT);
    settings.put("salesforce.login-url", NOBODY);
    settings.put("salesforce.client-id", "nobody");
    settings.put("salesforce.client-secret", "none");
    settings.put("smartsheet.base-url", NOBODY);
    settings.put("smartsheet.token", "none");
    settings.put("smartsheet.sheet.partner", "1");
    settings.putAll(systems);
    String text =
        settings.entrySet().stream()
            .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
            .collect(Collectors.joining());
    return Files.writeString(directory.resolve("hub.properties"), text);
  }

  private static void remove(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
