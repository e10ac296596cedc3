package io.partnerhub.sandbox.sim;

import java.time.Duration;
import java.util.Optional;

/** Counts each call, slows it down, and applies the fault that waits for it. */
final class FaultyService {

  private final SimulatedService service;
  private final Counters counters;
  private final Faults faults;
  private volatile Duration latency = Duration.ZERO;

  FaultyService(SimulatedService service, Counters counters, Faults faults) {
    this.service = service;
    this.counters = counters;
    this.faults = faults;
  }

  void latency(Duration each) {
    latency = each;
  }

  SimAnswer answer(SimRequest request) {
    counters.begin(service.classify(request));
    try {
      Thread.sleep(latency.toMillis());
      Optional<Fault> fault = faults.next(request);
      return fault.isPresent()
          ? fault.get().meet(request, service, faults)
          : service.answer(request);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return SimAnswer.reset();
    } finally {
      counters.end();
    }
  }
}
