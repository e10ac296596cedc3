package io.partnerhub.sandbox.sim;

import java.time.Duration;
import java.util.Optional;

/** Counts each call, slows it down, and applies the fault that waits for it. */
final class FaultyService {

  private final SimulatedService service;
  private final Counters counters;
  private final Faults faults;
  private volatile Duration latency = Duration.ZERO;
  private volatile CallWatch watch = CallWatch.NONE;

  FaultyService(SimulatedService service, Counters counters, Faults faults) {
    this.service = service;
    this.counters = counters;
    this.faults = faults;
  }

  void latency(Duration each) {
    latency = each;
  }

  void watch(CallWatch by) {
    watch = by;
  }

  SimAnswer answer(SimRequest request) {
    Call call = service.classify(request);
    counters.begin(call);
    try {
      if (!watch.arrives(call)) {
        return SimAnswer.reset();
      }
      SimAnswer answer = met(request);
      counters.answered(answer);
      watch.answered(call);
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return SimAnswer.reset();
    } finally {
      counters.end();
    }
  }

  private SimAnswer met(SimRequest request) throws InterruptedException {
    Thread.sleep(latency.toMillis());
    Optional<Fault> fault = faults.next(request);
    return fault.isPresent() ? fault.get().meet(request, service, faults) : service.answer(request);
  }
}
