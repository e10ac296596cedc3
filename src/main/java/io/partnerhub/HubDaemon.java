package io.partnerhub;

import io.partnerhub.cli.CommandFailure;
import io.partnerhub.cli.ExitCode;
import io.partnerhub.cli.RunCommand;
import io.partnerhub.cli.UntilStopped;
import io.partnerhub.config.ConfigFaults;
import io.partnerhub.mapping.Fault;
import io.partnerhub.mapping.MappingFaults;
import io.partnerhub.store.StoreUnavailable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The hub as {@code hub run} sees it. */
final class HubDaemon implements RunCommand.Daemon {

  private static final Logger LOG = LoggerFactory.getLogger(HubDaemon.class);

  private final Map<String, String> environment;

  HubDaemon(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public ExitCode runUntilStopped(Path config) throws InterruptedException {
    UntilStopped<Hub> running = UntilStopped.start(() -> construct(config), HubDaemon::drain);
    Hub hub = running.get();
    try {
      refuseFaults(hub.mappingFaults()); // asks systems that may never answer: no stop waits
      running.then(Hub::start);
    } catch (UncheckedIOException e) {
      hub.close();
      throw new CommandFailure(ExitCode.WRONG_INPUT, e.getMessage(), e);
    } catch (RuntimeException e) {
      hub.close();
      throw e;
    }
    LOG.info("Running; the store is {}", hub.storeAddress());
    running.awaitStop();
    return ExitCode.OK;
  }

  private static void drain(Hub hub) {
    if (hub.isClosed()) {
      return; // it could not start
    }
    LOG.info("Draining: calls under way may end");
    hub.close();
    LOG.info("Stopped");
  }

  private Hub construct(Path config) {
    try {
      FilesCheck.Files files = new FilesCheck(environment).require(config);
      return HubWiring.construct(files.config(), files.mappings());
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
