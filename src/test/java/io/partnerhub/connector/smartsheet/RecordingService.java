package io.partnerhub.connector.smartsheet;

import io.partnerhub.sandbox.sim.ForwardingService;
import io.partnerhub.sandbox.sim.SimAnswer;
import io.partnerhub.sandbox.sim.SimRequest;
import io.partnerhub.sandbox.sim.SimulatedService;
import java.util.List;

/** Notes each call's method and change agent before it passes the call on. */
final class RecordingService extends ForwardingService {

  private final List<String> calls;

  RecordingService(SimulatedService service, List<String> calls) {
    super(service);
    this.calls = calls;
  }

  @Override
  public SimAnswer answer(SimRequest request) {
    calls.add(request.method() + " " + request.header("smartsheet-change-agent").orElse("none"));
    return super.answer(request);
  }
}
