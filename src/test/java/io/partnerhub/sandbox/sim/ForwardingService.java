package io.partnerhub.sandbox.sim;

/** Passes every call on to another service; a test overrides what it wants to see. */
public abstract class ForwardingService implements SimulatedService {

  private final SimulatedService service;

  protected ForwardingService(SimulatedService service) {
    this.service = service;
  }

  @Override
  public String name() {
    return service.name();
  }

  @Override
  public SimAnswer answer(SimRequest request) {
    return service.answer(request);
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
