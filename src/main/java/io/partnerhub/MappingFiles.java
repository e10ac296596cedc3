package io.partnerhub;

import io.partnerhub.mapping.Fault;
import io.partnerhub.mapping.MappingFaults;
import io.partnerhub.mapping.MappingFile;
import io.partnerhub.mapping.MappingSet;
import io.partnerhub.model.SystemName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Every mapping file of a directory. */
final class MappingFiles {

  private MappingFiles() {}

  /**
   * Reads them all, and what they say of each other.
   *
   * @param connected whether the hub is connected to a system that they name
   * @throws MappingFaults with every fault of every file
   */
  static MappingSet in(
      Path directory, Map<String, String> sheets, Predicate<SystemName> connected) {
    List<MappingFile> files = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (Path path : yamlFiles(directory)) {
      try {
        files.add(MappingFile.read(path, sheets, connected));
      } catch (MappingFaults e) {
        faults.addAll(e.faults());
      }
    }
    if (!faults.isEmpty()) {
      throw new MappingFaults(faults);
    }
    if (files.isEmpty()) {
      throw new MappingFaults(
          List.of(
              new Fault(
                  directory.toString(),
                  1,
                  "There is no mapping file (*.yaml) in this directory",
                  "Put one there, or set hub.mappings-dir")));
    }
    return MappingSet.of(files);
  }

  /** A connector file lies beside the mappings and is none. */
  private static boolean isMapping(String file) {
    return file.endsWith(".yaml") && !file.endsWith(".connector.yaml");
  }

  private static List<Path> yamlFiles(Path directory) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(f -> isMapping(f.toString())).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + directory, e);
    }
  }
}
