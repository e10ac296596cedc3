package io.partnerhub.sandbox.salesforce;

import io.partnerhub.sandbox.salesforce.outbound.Outbox;
import io.partnerhub.sandbox.salesforce.pubsub.PubSubServer;
import io.partnerhub.sandbox.sim.Call;
import io.partnerhub.sandbox.sim.SimAnswer;
import io.partnerhub.sandbox.sim.SimRequest;
import io.partnerhub.sandbox.sim.SimulatedService;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The REST API of a simulated Salesforce org, and its Pub/Sub API beside it. */
public final class SalesforceService implements SimulatedService {

  /** The org's id, 18 characters. */
  public static final String ORG_ID = Ids.to18(TokenEndpoint.ORG_ID);

  private static final System.Logger LOG = System.getLogger(SalesforceService.class.getName());

  /** How often the clock is looked at, in real milliseconds: a test's clock does not say. */
  private static final long LOOK_MILLIS = 20;

  private final Outbox outbox;
  private final Org org;
  private final OrgCommands commands;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(SalesforceService::thread);

  /** An org with its users and no other records. */
  public SalesforceService(OrgSettings settings, Clock clock) {
    this.outbox = new Outbox(ORG_ID, clock);
    this.org = new Org(settings, new OutboundFeed(outbox), clock);
    this.commands = new OrgCommands(org, outbox);
    timer.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "salesforce-clock");
    thread.setDaemon(true);
    return thread;
  }

  /** Whoever listens hears of a commit when it is made, not when somebody calls next. */
  private void look() {
    try {
      org.settle();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "What the clock had made due broke off", e);
    }
  }

  /** What people and administrators do in the org, without HTTP. */
  public Org org() {
    return org;
  }

  /** Where the org's Outbound Messages go. */
  public Outbox outbox() {
    return outbox;
  }

  /**
   * Serves the org's change events by gRPC.
   *
   * @param port 0 takes a free one
   * @throws IOException when it is taken or not allowed
   */
  public PubSubServer servePubSub(int port) throws IOException {
    return servePubSub(port, PubSubServer.KEEPALIVE);
  }

  /**
   * The same with signs of life at another pace.
   *
   * @param keepalive longest that a subscriber hears nothing; more than zero
   */
  public PubSubServer servePubSub(int port, Duration keepalive) throws IOException {
    return PubSubServer.start(org.bus(), org::isOpen, ORG_ID, port, keepalive);
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
    outbox.sendTo(null);
    org.reset();
  }

  @Override
  public void stop() {
    timer.shutdownNow();
    outbox.sendTo(null);
  }
}
