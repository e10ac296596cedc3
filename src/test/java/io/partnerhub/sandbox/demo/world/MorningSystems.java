package io.partnerhub.sandbox.demo.world;

import io.partnerhub.mapping.MappingFile;
import io.partnerhub.mapping.MappingSet;
import io.partnerhub.sandbox.Simulators;
import io.partnerhub.sandbox.demo.data.Morning;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The simulated systems of all three types, for tests. */
public final class MorningSystems {

  private MorningSystems() {}

  /** With what each holds in the morning. */
  public static Systems filled(Simulators simulators, Morning morning) {
    return Systems.fill(simulators, mappings(), morning);
  }

  /** Without records. */
  static Systems empty(Simulators simulators) {
    return Systems.of(simulators, mappings());
  }

  private static MappingSet mappings() {
    return MappingSet.of(
        Stream.of("partner", "order", "activation")
            .map(type -> MappingFile.read(Path.of("mappings", type + ".yaml"), Map.of(type, "1")))
            .toList());
  }
}
