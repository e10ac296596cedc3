package io.partnerhub.sandbox;

import com.github.tomakehurst.wiremock.common.FatalStartupException;
import io.partnerhub.cli.CommandFailure;
import io.partnerhub.cli.ExitCode;
import io.partnerhub.sandbox.salesforce.OrgSettings;
import io.partnerhub.sandbox.salesforce.SalesforceService;
import io.partnerhub.sandbox.sim.SimulatedService;
import io.partnerhub.sandbox.sim.SimulatorServer;
import io.partnerhub.sandbox.smartsheet.SmartsheetService;
import java.time.Clock;

/** A simulated Salesforce and a simulated Smartsheet, running on 127.0.0.1. */
public final class Simulators implements AutoCloseable {

  public static final String SMARTSHEET_TOKEN = "sandbox-token";

  private final SalesforceService salesforce;
  private final SmartsheetService smartsheet;
  private final SimulatorServer salesforceServer;
  private final SimulatorServer smartsheetServer;

  private Simulators(
      SalesforceService salesforce,
      SmartsheetService smartsheet,
      SimulatorServer salesforceServer,
      SimulatorServer smartsheetServer) {
    this.salesforce = salesforce;
    this.smartsheet = smartsheet;
    this.salesforceServer = salesforceServer;
    this.smartsheetServer = smartsheetServer;
  }

  /**
   * Starts both, without records and sheets.
   *
   * @param salesforcePort 0 takes a free one
   * @param smartsheetPort 0 takes a free one
   * @param seed of the ids that Smartsheet gives
   * @throws CommandFailure when a port is taken; nothing is left running
   */
  public static Simulators start(int salesforcePort, int smartsheetPort, long seed) {
    return start(salesforcePort, smartsheetPort, seed, Clock.systemUTC());
  }

  /** The same by another clock, which both stamp their records with. */
  public static Simulators start(int salesforcePort, int smartsheetPort, long seed, Clock clock) {
    OrgSettings settings = OrgSettings.sandbox();
    SalesforceService salesforce = new SalesforceService(settings, clock);
    SmartsheetService smartsheet =
        new SmartsheetService(clock, seed, SMARTSHEET_TOKEN, settings.username());
    SimulatorServer first = serve(salesforce, salesforcePort);
    try {
      SimulatorServer second = serve(smartsheet, smartsheetPort);
      return new Simulators(salesforce, smartsheet, first, second);
    } catch (CommandFailure e) {
      first.close();
      throw e;
    }
  }

  private static SimulatorServer serve(SimulatedService service, int port) {
    try {
      return SimulatorServer.start(service, port);
    } catch (FatalStartupException e) {
      throw new CommandFailure(
          ExitCode.WRONG_INPUT,
          "The simulated %s cannot listen on 127.0.0.1:%d: the port is taken or not allowed."
                  .formatted(service.name(), port)
              + " Give another one, or 0 for a free one.",
          e);
    }
  }

  public SalesforceService salesforce() {
    return salesforce;
  }

  public SmartsheetService smartsheet() {
    return smartsheet;
  }

  public SimulatorServer salesforceServer() {
    return salesforceServer;
  }

  public SimulatorServer smartsheetServer() {
    return smartsheetServer;
  }

  @Override
  public void close() {
    salesforceServer.close();
    smartsheetServer.close();
  }
}
