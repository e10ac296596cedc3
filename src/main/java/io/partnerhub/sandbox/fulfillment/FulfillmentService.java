package io.partnerhub.sandbox.fulfillment;

import io.partnerhub.sandbox.sim.Call;
import io.partnerhub.sandbox.sim.SimAnswer;
import io.partnerhub.sandbox.sim.SimRequest;
import io.partnerhub.sandbox.sim.SimulatedService;
import java.time.Clock;

/** The reference fulfillment API under {@link #BASE}, in memory. Empty at the start. */
public final class FulfillmentService implements SimulatedService {

  /** What stands before every path of the contract. */
  public static final String BASE = FrontDoor.BASE;

  private final Warehouse warehouse;
  private final WarehouseCommands commands;

  /**
   * @param clock the time of the service, with milliseconds
   */
  public FulfillmentService(ClientSettings client, Clock clock) {
    this.warehouse = new Warehouse(client, clock);
    this.commands = new WarehouseCommands(warehouse);
  }

  /** What people do in the warehouse, without HTTP. */
  public Warehouse warehouse() {
    return warehouse;
  }

  @Override
  public String name() {
    return "fulfillment";
  }

  @Override
  public SimAnswer answer(SimRequest request) {
    return warehouse.answer(request);
  }

  @Override
  public Call classify(SimRequest request) {
    return FrontDoor.classify(request);
  }

  @Override
  public SimAnswer failure(int status, String code, String message) {
    return Problem.onCommand(status, code, message).answer();
  }

  @Override
  public SimAnswer rateLimited() {
    return Problem.onCommand(429, "too-many-requests", "Too many calls").answer();
  }

  @Override
  public SimAnswer command(SimRequest request) {
    return commands.answer(request);
  }

  @Override
  public void reset() {
    warehouse.reset();
  }
}
