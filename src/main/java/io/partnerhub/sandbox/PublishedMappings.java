package io.partnerhub.sandbox;

import io.partnerhub.cli.CommandFailure;
import io.partnerhub.cli.ExitCode;
import io.partnerhub.cli.HubHome;
import io.partnerhub.mapping.MappingFaults;
import io.partnerhub.mapping.MappingFile;
import io.partnerhub.mapping.MappingSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The mappings that come with the hub. */
public final class PublishedMappings {

  private static final List<String> TYPES = List.of("partner", "order", "activation");

  private PublishedMappings() {}

  /**
   * Reads them before their sheets are made: the layout of a sheet does not depend on its id.
   *
   * @throws CommandFailure with every fault, when they were changed to something that is none
   */
  public static MappingSet load() {
    try {
      return MappingSet.of(TYPES.stream().map(PublishedMappings::read).toList());
    } catch (MappingFaults e) {
      throw new CommandFailure(ExitCode.WRONG_INPUT, e.getMessage(), e);
    }
  }

  private static MappingFile read(String type) {
    Path file = HubHome.directory().resolve("mappings").resolve(type + ".yaml");
    return MappingFile.read(file, Map.of(type, "1"));
  }
}
