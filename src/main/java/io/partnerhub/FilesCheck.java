package io.partnerhub;

import io.partnerhub.cli.CheckCommand;
import io.partnerhub.cli.CommandFailure;
import io.partnerhub.cli.HubHome;
import io.partnerhub.config.ConfigFaults;
import io.partnerhub.config.HubConfig;
import io.partnerhub.connector.fulfillment.Definition;
import io.partnerhub.mapping.MappingFaults;
import io.partnerhub.mapping.MappingSet;
import io.partnerhub.model.SystemName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Every fault of a hub's files that can be found without calling a system. */
final class FilesCheck implements CheckCommand.OfflineCheck {

  /**
   * What files say.
   *
   * @param config null where it cannot be used
   * @param mappings null where they cannot be used
   */
  record Files(HubConfig config, MappingSet mappings, List<String> faults) {}

  private final Map<String, String> environment;

  FilesCheck(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public List<String> faults(Path file, Optional<Path> mappings) {
    return files(file, mappings).faults();
  }

  private Files files(Path file, Optional<Path> mappings) {
    Path home = HubHome.directory();
    try {
      HubConfig config = HubConfig.load(home, Optional.of(file), environment);
      return files(config, mappings.orElse(config.hub().mappingsDir()));
    } catch (ConfigFaults e) {
      Set<String> faults = new LinkedHashSet<>(e.faults()); // a broken file is told at each look
      note(
          faults,
          () ->
              MappingFiles.in(
                  mappings.orElseGet(() -> HubConfig.mappingsDir(home, file, environment)),
                  HubConfig.sheets(home, file, environment),
                  any -> true));
      return new Files(null, null, List.copyOf(faults));
    }
  }

  /**
   * The configuration and the mappings of a hub that has no such fault.
   *
   * @param file the properties file, which exists
   * @throws ConfigFaults with every fault at once, of the mappings too
   */
  Files require(Path file) {
    Files files = files(file, Optional.empty());
    if (!files.faults().isEmpty()) {
      throw new ConfigFaults(files.faults());
    }
    return files;
  }

  private static Files files(HubConfig config, Path directory) {
    List<String> faults = new ArrayList<>();
    Map<String, String> sheets = config.smartsheet().sheets();
    Set<SystemName> connected = Connectors.systems(config);
    MappingSet mappings =
        noted(faults, () -> MappingFiles.in(directory, sheets, connected::contains));
    Set<SystemName> mapped = mappings == null ? connected : mappings.systems();
    if (mapped.contains(SystemName.FULFILLMENT)
        || (mappings == null && FulfillmentSystem.isDescribedIn(directory))) {
      note(faults, () -> checkFulfillment(config, directory));
    }
    note(faults, () -> Connectors.smartsheet(config));
    NamedFiles.checks(config).forEach(check -> note(faults, check));
    note(faults, () -> CamelSetup.routes(config, mapped));
    return new Files(config, mappings, faults);
  }

  private static void checkFulfillment(HubConfig config, Path directory) {
    Definition definition = FulfillmentSystem.definition(directory);
    config
        .fulfillment()
        .ifPresent(set -> FulfillmentSystem.requireFit(set, config.hub().id(), definition));
  }

  private static void note(Collection<String> faults, Runnable check) {
    noted(
        faults,
        () -> {
          check.run();
          return null;
        });
  }

  /** What it gives; null where it has faults. */
  private static <T> T noted(Collection<String> faults, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (MappingFaults e) {
      e.faults().forEach(f -> faults.add(f.toString()));
    } catch (ConfigFaults e) {
      faults.addAll(e.faults());
    } catch (CommandFailure e) {
      faults.add(e.getMessage());
    }
    return null;
  }
}
