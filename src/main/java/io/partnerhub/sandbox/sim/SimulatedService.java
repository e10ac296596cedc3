package io.partnerhub.sandbox.sim;

/** A stateful double of one outside service; thread safe, in memory, as strict as the real one. */
public interface SimulatedService {

  /** The system's name as in the mappings, such as {@code salesforce}. */
  String name();

  /** Answers a request of the real API. */
  SimAnswer answer(SimRequest request);

  /** How the counters name a request of the real API; never fails, whatever the request. */
  Call classify(SimRequest request);

  /**
   * An error in the form of the real API.
   *
   * @param code the service's own error code, may be empty
   */
  SimAnswer failure(int status, String code, String message);

  /** What the real API answers when there were too many calls. */
  SimAnswer rateLimited();

  /**
   * Answers a request under {@code /__sim/} that the server itself does not handle.
   *
   * @throws IllegalArgumentException for a command that cannot be carried out; the server answers
   *     400 with its message
   */
  SimAnswer command(SimRequest request);

  /** Back to the state after construction. */
  void reset();

  /** Ends what it does by itself, before its server stops. */
  default void stop() {}
}
