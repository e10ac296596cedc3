package io.partnerhub;

import io.partnerhub.cli.CommandFailure;
import io.partnerhub.cli.ExitCode;
import io.partnerhub.cli.RunCommand;
import io.partnerhub.config.ConfigFaults;
import io.partnerhub.config.HubConfig;
import io.partnerhub.mapping.Fault;
import io.partnerhub.mapping.MappingFaults;
import io.partnerhub.mapping.MappingSet;
import io.partnerhub.model.SystemName;
import io.partnerhub.store.StoreUnavailable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The hub as {@code hub run} and {@code hub check} see it. */
final class HubDaemon implements RunCommand.Daemon {

  private static final Logger LOG = LoggerFactory.getLogger(HubDaemon.class);

  private final Map<String, String> environment;

  HubDaemon(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public ExitCode runUntilStopped(Path config) throws InterruptedException {
    Hub hub = construct(config);
    CountDownLatch stopped = new CountDownLatch(1);
    Thread drain =
        new Thread(
            () -> {
              LOG.info("Draining: calls under way may end");
              hub.close();
              LOG.info("Stopped");
              stopped.countDown();
            },
            "drain");
    try {
      refuseFaults(hub.mappingFaults());
      hub.start();
    } catch (RuntimeException e) {
      hub.close();
      throw e;
    }
    Runtime.getRuntime().addShutdownHook(drain);
    LOG.info("Running; the store is {}", hub.storeAddress());
    stopped.await();
    return ExitCode.OK;
  }

  /** Every fault that can be found without calling a system. */
  List<String> offlineFaults(Path config, Path mappings) {
    List<String> faults = new ArrayList<>();
    Map<String, String> sheets = Map.of();
    Set<SystemName> systems = Set.of();
    try {
      HubConfig read = HubConfig.load(Optional.of(config), environment);
      sheets = read.smartsheet().sheets();
      systems = Connectors.systems(read);
    } catch (ConfigFaults e) {
      faults.addAll(e.faults());
    }
    try {
      MappingSet read = MappingFiles.in(mappings, sheets);
      LOG.debug("{} mapping files", read.files().size());
      if (faults.isEmpty()) {
        read.connectedTo(systems);
      }
    } catch (MappingFaults e) {
      e.faults().forEach(f -> faults.add(f.toString()));
    }
    return faults;
  }

  private Hub construct(Path config) {
    try {
      return HubWiring.construct(HubConfig.load(Optional.of(config), environment));
    } catch (ConfigFaults | MappingFaults e) {
      throw new CommandFailure(ExitCode.WRONG_INPUT, e.getMessage(), e);
    } catch (StoreUnavailable e) {
      throw new CommandFailure(ExitCode.UNAVAILABLE, e.getMessage(), e);
    }
  }

  private static void refuseFaults(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw new CommandFailure(
          ExitCode.WRONG_INPUT,
          "The mappings do not fit the systems:\n"
              + faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
    }
  }
}
