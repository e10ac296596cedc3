package io.partnerhub.sandbox;

import io.partnerhub.cli.ExitCode;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.MappingSet;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "simulators",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs a simulated Salesforce, Smartsheet and fulfillment API on 127.0.0.1 until Ctrl-C.",
      "Salesforce starts with made-up partners, Smartsheet with an empty partner tracker,",
      "fulfillment without orders and activations."
    })
final class SimulatorsCommand implements Callable<ExitCode> {

  private static final int MOST_PARTNERS = 100_000;
  private static final int LAST_PORT = 65_535;

  @Spec private CommandSpec spec;

  @Option(
      names = "--salesforce-port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "Port of Salesforce; 0 (default) takes a free one.")
  private int salesforcePort;

  @Option(
      names = "--pubsub-port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "Port of Salesforce's change events; 0 (default) takes a free one.")
  private int pubSubPort;

  @Option(
      names = "--smartsheet-port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "Port of Smartsheet; 0 (default) takes a free one.")
  private int smartsheetPort;

  @Option(
      names = "--fulfillment-port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "Port of the fulfillment API; 0 (default) takes a free one.")
  private int fulfillmentPort;

  @Option(
      names = "--partners",
      paramLabel = "N",
      defaultValue = "10",
      description = "Partners that Salesforce starts with; default ${DEFAULT-VALUE}.")
  private int partners;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same seed makes up the same partners; default ${DEFAULT-VALUE}.")
  private long seed;

  @Override
  public ExitCode call() throws InterruptedException {
    between("--salesforce-port", salesforcePort, LAST_PORT);
    between("--pubsub-port", pubSubPort, LAST_PORT);
    between("--smartsheet-port", smartsheetPort, LAST_PORT);
    between("--fulfillment-port", fulfillmentPort, LAST_PORT);
    between("--partners", partners, MOST_PARTNERS);
    MappingSet mappings = PublishedMappings.load();
    Simulators simulators =
        Simulators.start(
            new Simulators.Ports(salesforcePort, pubSubPort, smartsheetPort, fulfillmentPort),
            seed);
    Runtime.getRuntime().addShutdownHook(new Thread(simulators::close, "stop-simulators"));
    simulators.salesforce().org().seed("Account", MadeUpPartners.accounts(seed, partners));
    PrintWriter out = spec.commandLine().getOut();
    out.print(SimulatorsGuide.text(simulators, partners, trackers(simulators, mappings)));
    out.flush();
    new CountDownLatch(1).await();
    return ExitCode.OK;
  }

  /** Makes an empty tracker for each type; gives their ids. */
  private static Map<String, Long> trackers(Simulators simulators, MappingSet mappings) {
    Map<String, Long> ids = new LinkedHashMap<>();
    for (Mapping mapping : mappings.mappings()) {
      String title = TrackerSheet.titleOf(mapping.type());
      long id = simulators.smartsheet().desk().createSheet(TrackerSheet.of(title, mapping));
      ids.put(mapping.type().name(), id);
    }
    return ids;
  }

  private void between(String option, int value, int most) {
    if (value < 0 || value > most) {
      throw new ParameterException(
          spec.commandLine(),
          "%s takes a number from 0 to %d, and was given %d".formatted(option, most, value));
    }
  }
}
