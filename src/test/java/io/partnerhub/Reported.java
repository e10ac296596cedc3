package io.partnerhub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A command of the packaged archive, run to its end, and the report that it wrote. */
record Reported(Launch launch, JsonNode report) {

  /**
   * Runs it in a directory that nothing but it uses.
   *
   * @param command without its {@code --report}
   */
  static Reported of(Path directory, String... command) throws IOException, InterruptedException {
    Path file = directory.resolve("report.json");
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--report", file.toString()));
    Launch launch =
        Launch.of(
            Distribution.prepared().hub(),
            directory,
            Map.of("JAVA_OPTS", "-Djava.io.tmpdir=" + directory),
            arguments.toArray(String[]::new));
    assertThat(file).as("%s", launch).exists();
    return new Reported(launch, new ObjectMapper().readTree(file.toFile()));
  }

  /** Whether a measurement met all that was promised. */
  boolean allTargetsMet() {
    JsonNode targets = report.path("targets");
    assertThat(targets).isNotEmpty();
    return StreamSupport.stream(targets.spliterator(), false)
        .allMatch(target -> target.path("met").asBoolean());
  }
}
