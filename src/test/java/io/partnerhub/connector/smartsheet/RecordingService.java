package io.partnerhub.connector.smartsheet;

import io.partnerhub.sandbox.sim.Call;
import io.partnerhub.sandbox.sim.SimAnswer;
import io.partnerhub.sandbox.sim.SimRequest;
import io.partnerhub.sandbox.sim.SimulatedService;
import java.util.List;

/** Notes each call's method and change agent before it passes the call on. */
record RecordingService(SimulatedService service, List<String> calls) implements SimulatedService {

  @Override
  public SimAnswer answer(SimRequest request) {
    calls.add(request.method() + " " + request.header("smartsheet-change-agent").orElse("none"));
    return service.answer(request);
  }

  @Override
  public String name() {
    return service.name();
  }

  @Override
  public Call classify(SimRequest request) {
    return service.classify(request);
  }

  @Override
  public SimAnswer failure(int status, String code, String message) {
    return service.failure(status, code, message);
  }

  @Override
  public SimAnswer rateLimited() {
    return service.rateLimited();
  }

  @Override
  public SimAnswer command(SimRequest request) {
    return service.command(request);
  }

  @Override
  public void reset() {
    service.reset();
  }
}
