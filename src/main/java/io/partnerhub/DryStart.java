package io.partnerhub;

import io.partnerhub.cli.HubHome;
import io.partnerhub.cli.PrepareCommand;
import io.partnerhub.cli.UntilStopped;
import io.partnerhub.config.HubConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts a hub on a store of its own whose systems do not answer, and stops it. */
final class DryStart implements PrepareCommand.Rehearsal {

  private static final String NOBODY = "http://127.0.0.1:1";
  private static final String ANY_PORT = "127.0.0.1:0";

  @Override
  public void rehearse() throws IOException {
    Path directory = Files.createTempDirectory("partner-hub-prepare");
    try {
      HubConfig config = HubConfig.load(Optional.of(configuration(directory)), Map.of());
      try (var dry = UntilStopped.start(() -> HubWiring.construct(config), Hub::close)) {
        dry.get().mappingFaults();
        dry.then(Hub::start);
      }
    } finally {
      remove(directory);
    }
  }

  private static Path configuration(Path directory) throws IOException {
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
