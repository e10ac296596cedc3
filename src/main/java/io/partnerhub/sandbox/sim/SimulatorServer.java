package io.partnerhub.sandbox.sim;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.time.Duration;

/** Runs a simulated service on a port of 127.0.0.1, with counters and faults on command. */
public final class SimulatorServer implements AutoCloseable {

  /** Above the longest URI that a service accepts, so that the service itself refuses it. */
  private static final int HEADER_BYTES = 128 * 1024;

  private static final int THREADS = 32;

  private final SimulatedService service;
  private final Counters counters = new Counters();
  private final Faults faults = new Faults();
  private final FaultyService faulty;
  private final WireMockServer server;

  private SimulatorServer(SimulatedService service, int port) {
    this.service = service;
    this.faulty = new FaultyService(service, counters, faults);
    this.server =
        new WireMockServer(
            wireMockConfig()
                .bindAddress("127.0.0.1")
                .port(port)
                .containerThreads(THREADS)
                .jettyHeaderRequestSize(HEADER_BYTES)
                .jettyStopTimeout(1_000L)
                .gzipDisabled(true)
                .http2PlainDisabled(true)
                .stubRequestLoggingDisabled(true)
                .disableRequestJournal()
                .httpServerFactory(new Listener())
                .extensions(new Door(new AdminApi(this), faulty)));
  }

  /**
   * Starts a service.
   *
   * @param port 0 takes a free one
   */
  public static SimulatorServer start(SimulatedService service, int port) {
    SimulatorServer simulator = new SimulatorServer(service, port);
    simulator.server.start();
    simulator.server.stubFor(any(anyUrl()).willReturn(ok()));
    return simulator;
  }

  public int port() {
    return server.port();
  }

  /** Scheme, host and port, without a slash at the end. */
  public String baseUrl() {
    return "http://127.0.0.1:" + port();
  }

  public SimulatedService service() {
    return service;
  }

  public Counters counters() {
    return counters;
  }

  public Faults faults() {
    return faults;
  }

  /** Time that every call takes on top, from now on; admin calls excepted. */
  public void latency(Duration each) {
    faulty.latency(each);
  }

  /** Tells someone of every call from now on; admin calls excepted. */
  public void watch(CallWatch by) {
    faulty.watch(by);
  }

  /**
   * The service's state, counters, faults, latency and watch back to what they were at the start.
   */
  public void reset() {
    faults.clear();
    faulty.latency(Duration.ZERO);
    faulty.watch(CallWatch.NONE);
    service.reset();
    counters.reset();
  }

  /** Releases held calls and stops. */
  @Override
  public void close() {
    faults.clear();
    service.stop();
    server.stop();
  }
}
