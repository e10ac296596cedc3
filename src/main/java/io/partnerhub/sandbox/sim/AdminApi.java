package io.partnerhub.sandbox.sim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;

/** The commands under {@code /__sim/} that all simulators share; the others go to the service. */
final class AdminApi {

  static final String PREFIX = "/__sim/";

  private final SimulatorServer server;

  AdminApi(SimulatorServer server) {
    this.server = server;
  }

  SimAnswer answer(SimRequest request) {
    try {
      return command(request);
    } catch (IllegalArgumentException e) {
      return SimAnswer.json(400, Map.of("error", String.valueOf(e.getMessage())));
    }
  }

  private SimAnswer command(SimRequest request) {
    String command = request.method() + " " + request.path().substring(PREFIX.length());
    switch (command) {
      case "GET counters":
        return SimAnswer.json(200, server.counters().snapshot());
      case "POST counters/reset":
        server.counters().reset();
        return done();
      case "GET faults":
        return faults();
      case "POST faults":
        server.faults().add(FaultJson.read(Json.object(request.body())));
        return done();
      case "DELETE faults":
        server.faults().clear();
        return done();
      case "POST release":
        server.faults().release();
        return done();
      case "POST latency":
        ObjectNode latency = Json.object(request.body());
        server.latency(Duration.ofMillis(FaultJson.milliseconds(latency)));
        return done();
      case "POST reset":
        server.reset();
        return done();
      default:
        return server.service().command(request);
    }
  }

  private SimAnswer faults() {
    return SimAnswer.json(
        200,
        Map.of(
            "held",
            server.faults().held(),
            "rules",
            server.faults().rules().stream().map(FaultJson::write).toList()));
  }

  private static SimAnswer done() {
    return SimAnswer.json(200, Map.of("done", true));
  }
}
