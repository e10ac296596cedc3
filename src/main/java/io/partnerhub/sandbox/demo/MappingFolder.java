package io.partnerhub.sandbox.demo;

import io.partnerhub.cli.HubHome;
import io.partnerhub.mapping.MappingFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The published mappings, read before their sheets are made: a layout does not depend on an id. */
final class MappingFolder {

  private static final List<String> TYPES = List.of("partner", "order", "activation");

  private MappingFolder() {}

  /** One file for each of the types that are mapped. */
  static List<MappingFile> files() {
    return TYPES.stream()
        .map(type -> HubHome.directory().resolve("mappings/" + type + ".yaml"))
        .filter(Files::exists)
        .map(MappingFolder::read)
        .toList();
  }

  private static MappingFile read(Path file) {
    String type = file.getFileName().toString().replace(".yaml", "");
    return MappingFile.read(file, Map.of(type, "1"));
  }
}
