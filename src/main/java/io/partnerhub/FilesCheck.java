package io.partnerhub;

import io.partnerhub.cli.CheckCommand;
import io.partnerhub.cli.CommandFailure;
import io.partnerhub.cli.HubHome;
import io.partnerhub.config.ConfigFaults;
import io.partnerhub.config.HubConfig;
import io.partnerhub.mapping.MappingFaults;
import io.partnerhub.model.SystemName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Every fault of a hub's files that can be found without calling a system. */
final class FilesCheck implements CheckCommand.OfflineCheck {

  private final Map<String, String> environment;

  FilesCheck(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public List<String> faults(Path file, Optional<Path> mappings) {
    List<String> faults = new ArrayList<>();
    Path home = HubHome.directory();
    Path directory = mappings.orElseGet(() -> HubConfig.mappingsDir(home, file, environment));
    try {
      HubConfig config = HubConfig.load(home, Optional.of(file), environment);
      note(faults, () -> checkFiles(config, directory, faults));
    } catch (ConfigFaults e) {
      faults.addAll(e.faults());
      note(
          faults,
          () -> MappingFiles.in(directory, HubConfig.sheets(home, file, environment), any -> true));
    }
    return faults;
  }

  private static void checkFiles(HubConfig config, Path directory, List<String> faults) {
    Map<String, String> sheets = config.smartsheet().sheets();
    Set<SystemName> connected = Connectors.systems(config);
    Set<SystemName> mapped = new TreeSet<>();
    note(
        faults,
        () -> mapped.addAll(MappingFiles.in(directory, sheets, connected::contains).systems()));
    boolean unknown = mapped.isEmpty();
    if (mapped.contains(SystemName.FULFILLMENT)
        || (unknown && FulfillmentSystem.isDescribedIn(directory))) {
      note(faults, () -> FulfillmentSystem.definition(directory));
    }
    note(faults, () -> CamelSetup.routes(config, unknown ? connected : mapped));
  }

  private static void note(List<String> faults, Runnable check) {
    try {
      check.run();
    } catch (MappingFaults e) {
      e.faults().forEach(f -> faults.add(f.toString()));
    } catch (CommandFailure e) {
      faults.add(e.getMessage());
    }
  }
}
