package io.partnerhub.sandbox.salesforce;

import io.partnerhub.sandbox.sim.Call;
import io.partnerhub.sandbox.sim.SimAnswer;
import io.partnerhub.sandbox.sim.SimRequest;
import io.partnerhub.sandbox.sim.SimulatedService;
import java.time.Clock;

/** The REST API of a simulated Salesforce org. */
public final class SalesforceService implements SimulatedService {

  private final Org org;
  private final OrgCommands commands;

  /** An org with its users and no other records. */
  public SalesforceService(OrgSettings settings, Clock clock) {
    this.org = new Org(settings, clock);
    this.commands = new OrgCommands(org);
  }

  /** What people and administrators do in the org, without HTTP. */
  public Org org() {
    return org;
  }

  @Override
  public String name() {
    return "salesforce";
  }

  @Override
  public SimAnswer answer(SimRequest request) {
    return org.answer(request);
  }

  @Override
  public Call classify(SimRequest request) {
    return Calls.of(request);
  }

  @Override
  public SimAnswer failure(int status, String code, String message) {
    return new ApiError(status, code, message).answer();
  }

  @Override
  public SimAnswer rateLimited() {
    return ApiUsage.exceeded().answer();
  }

  @Override
  public SimAnswer command(SimRequest request) {
    return commands.answer(request);
  }

  @Override
  public void reset() {
    org.reset();
  }
}
