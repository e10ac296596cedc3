package io.partnerhub.mapping;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Mapping files that a test writes: types in Salesforce alone, and what is wrong with them. */
final class MappingTexts {

  private final Path directory;

  MappingTexts(Path directory) {
    this.directory = directory;
  }

  /** A file with a key {@code code} on line 6 and more fields from line 7. */
  static String type(String name, String... fields) {
    return """
        type: %s
        key: code
        systems:
          salesforce: {object: Thing__c, onDelete: ignore}
        fields:
          code: {kind: text, required: true, shared: hold, salesforce: Code__c}
        """
            .formatted(name)
        + String.join("", List.of(fields).stream().map(f -> "  " + f + "\n").toList());
  }

  MappingFile read(String yaml) {
    return read(yaml, Map.of());
  }

  private MappingFile read(String yaml, Map<String, String> sheets) {
    try {
      Path file = directory.resolve(yaml.lines().findFirst().orElseThrow().substring(6) + ".yaml");
      for (int twin = 2; Files.exists(file); twin++) {
        file = directory.resolve("file" + twin + ".yaml");
      }
      return MappingFile.read(Files.writeString(file, yaml), sheets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  MappingSet set(String... yamls) {
    List<MappingFile> files = new ArrayList<>();
    for (String yaml : yamls) {
      files.add(read(yaml));
    }
    return MappingSet.of(files);
  }

  Field field(String yaml, String name) {
    return read(yaml).mapping().field(name);
  }

  /** The faults of one file, each with its line. */
  List<String> faultsOf(String yaml) {
    return faultsOf(yaml, Map.of());
  }

  /** The same where sheets have ids in the configuration. */
  List<String> faultsOf(String yaml, Map<String, String> sheets) {
    MappingFaults thrown = catchThrowableOfType(MappingFaults.class, () -> read(yaml, sheets));
    return thrown == null
        ? List.of()
        : thrown.faults().stream()
            .map(f -> f.line() + ": " + f.what() + ". " + f.remedy())
            .toList();
  }

  /** The faults between files, each with its file and line. */
  List<String> faultsBetween(String... yamls) {
    MappingFaults thrown = catchThrowableOfType(MappingFaults.class, () -> set(yamls));
    return thrown == null
        ? List.of()
        : thrown.faults().stream()
            .map(
                f ->
                    Path.of(f.file()).getFileName().toString().replace(".yaml", "")
                        + " "
                        + f.line()
                        + ": "
                        + f.what()
                        + ". "
                        + f.remedy())
            .toList();
  }
}
