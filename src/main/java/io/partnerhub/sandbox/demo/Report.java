package io.partnerhub.sandbox.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.partnerhub.cli.CommandFailure;
import io.partnerhub.cli.ExitCode;
import io.partnerhub.sandbox.demo.scene.Edit;
import io.partnerhub.sandbox.demo.show.Checks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of a run as JSON. */
final class Report {

  private static final long MEBIBYTE = 1 << 20;

  private final Map<String, Object> json = new LinkedHashMap<>();

  Report(long seed, long pollMillis) {
    json.put("converged", false);
    json.put("seed", seed);
    json.put("pollMillis", pollMillis);
    json.put("machine", machine());
  }

  void put(String name, Object value) {
    json.put(name, value);
  }

  void edits(List<Edit> edits) {
    json.put("edits", edits.stream().map(Report::edit).toList());
  }

  void checks(Checks checks) {
    json.put("checks", checks.all());
  }

  /**
   * Writes it.
   *
   * @throws CommandFailure when the file cannot be written
   */
  void write(Path file) {
    try {
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), json);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.WRONG_INPUT,
          "The report cannot be written to %s: %s".formatted(file, e.getMessage()),
          e);
    }
  }

  private static Map<String, Object> edit(Edit edit) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("what", edit.what());
    json.put("where", edit.where());
    json.put("millis", edit.millis().isPresent() ? edit.millis().getAsLong() : null);
    json.put("asExpected", edit.asExpected());
    json.put("result", edit.result());
    return json;
  }

  private static Map<String, Object> machine() {
    Runtime runtime = Runtime.getRuntime();
    Map<String, Object> machine = new LinkedHashMap<>();
    machine.put("processors", runtime.availableProcessors());
    machine.put("maxHeapMiB", runtime.maxMemory() / MEBIBYTE);
    machine.put("java", Runtime.version().toString());
    machine.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    return machine;
  }
}
