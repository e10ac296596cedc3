package io.partnerhub.sandbox;

import com.github.tomakehurst.wiremock.common.FatalStartupException;
import io.partnerhub.cli.CommandFailure;
import io.partnerhub.cli.ExitCode;
import io.partnerhub.sandbox.fulfillment.ClientSettings;
import io.partnerhub.sandbox.fulfillment.FulfillmentService;
import io.partnerhub.sandbox.salesforce.OrgSettings;
import io.partnerhub.sandbox.salesforce.SalesforceService;
import io.partnerhub.sandbox.salesforce.pubsub.PubSubServer;
import io.partnerhub.sandbox.sim.SimulatedService;
import io.partnerhub.sandbox.sim.SimulatorServer;
import io.partnerhub.sandbox.smartsheet.SmartsheetService;
import io.partnerhub.sandbox.smartsheet.hook.HookSettings;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** A simulated Salesforce, Smartsheet and fulfillment API, running on 127.0.0.1. */
public final class Simulators implements AutoCloseable {

  public static final String SMARTSHEET_TOKEN = "sandbox-token";

  private final SalesforceService salesforce;
  private final SmartsheetService smartsheet;
  private final FulfillmentService fulfillment;
  private final List<SimulatorServer> servers;
  private PubSubServer pubSub;

  /**
   * Where they listen.
   *
   * @param salesforce 0 takes a free port, as with the others
   */
  public record Ports(int salesforce, int pubSub, int smartsheet, int fulfillment) {

    public static final Ports FREE = new Ports(0, 0, 0, 0);
  }

  private Simulators(
      SalesforceService salesforce,
      SmartsheetService smartsheet,
      FulfillmentService fulfillment,
      List<SimulatorServer> servers) {
    this.salesforce = salesforce;
    this.smartsheet = smartsheet;
    this.fulfillment = fulfillment;
    this.servers = servers;
  }

  /**
   * Starts them, without records and sheets.
   *
   * @param seed of the ids that Smartsheet gives
   * @throws CommandFailure when a port is taken; nothing is left running
   */
  public static Simulators start(Ports ports, long seed) {
    return start(ports, seed, Clock.systemUTC());
  }

  /** The same by another clock, which all stamp their records with. */
  public static Simulators start(Ports ports, long seed, Clock clock) {
    OrgSettings settings = OrgSettings.sandbox();
    SalesforceService salesforce = new SalesforceService(settings, clock);
    SmartsheetService smartsheet =
        new SmartsheetService(
            clock, seed, SMARTSHEET_TOKEN, settings.username(), HookSettings::beside);
    FulfillmentService fulfillment = new FulfillmentService(ClientSettings.sandbox(), clock);
    List<SimulatorServer> servers = new ArrayList<>();
    Simulators simulators = new Simulators(salesforce, smartsheet, fulfillment, servers);
    try {
      servers.add(serve(salesforce, ports.salesforce()));
      servers.add(serve(smartsheet, ports.smartsheet()));
      servers.add(serve(fulfillment, ports.fulfillment()));
      simulators.pubSub = servePubSub(salesforce, ports.pubSub());
      return simulators;
    } catch (CommandFailure e) {
      simulators.close();
      throw e;
    }
  }

  private static SimulatorServer serve(SimulatedService service, int port) {
    try {
      return SimulatorServer.start(service, port);
    } catch (FatalStartupException e) {
      throw taken(service.name(), port, e);
    }
  }

  private static PubSubServer servePubSub(SalesforceService salesforce, int port) {
    try {
      return salesforce.servePubSub(port);
    } catch (IOException e) {
      throw taken("Pub/Sub API of Salesforce", port, e);
    }
  }

  private static CommandFailure taken(String name, int port, Exception cause) {
    return new CommandFailure(
        ExitCode.WRONG_INPUT,
        "The simulated %s cannot listen on 127.0.0.1:%d: the port is taken or not allowed."
                .formatted(name, port)
            + " Give another one, or 0 for a free one.",
        cause);
  }

  public SalesforceService salesforce() {
    return salesforce;
  }

  public SmartsheetService smartsheet() {
    return smartsheet;
  }

  public FulfillmentService fulfillment() {
    return fulfillment;
  }

  public SimulatorServer salesforceServer() {
    return servers.get(0);
  }

  public SimulatorServer smartsheetServer() {
    return servers.get(1);
  }

  public SimulatorServer fulfillmentServer() {
    return servers.get(2);
  }

  /** Where Salesforce's change events are, by gRPC in plain text. */
  public int pubSubPort() {
    return pubSub.port();
  }

  /** What the hub's {@code fulfillment.base-url} is here. */
  public String fulfillmentUrl() {
    return fulfillmentServer().baseUrl() + FulfillmentService.BASE;
  }

  @Override
  public void close() {
    if (pubSub != null) {
      pubSub.close();
    }
    servers.forEach(SimulatorServer::close);
  }
}
