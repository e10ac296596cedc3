package io.partnerhub.sandbox.sim;

/** A stateful double of one outside service; thread safe, in memory, as strict as the real one. */
public interface SimulatedService {

  /** The system's name as in the mappings, such as {@code salesforce}. */
  String name();

  /** Answers a request of the real API. */
  SimAnswer answer(SimRequest request);

  /** Answers a request under {@code /__sim/} that the server itself does not handle. */
  SimAnswer command(SimRequest request);

  /** Back to the state after construction. */
  void reset();
}
