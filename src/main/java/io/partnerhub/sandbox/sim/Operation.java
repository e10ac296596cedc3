package io.partnerhub.sandbox.sim;

/** What a call to an outside service is for; the counters keep one figure for each. */
public enum Operation {
  READ,
  WRITE,
  LOGIN,
  OTHER
}
