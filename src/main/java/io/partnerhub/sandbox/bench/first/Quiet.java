package io.partnerhub.sandbox.bench.first;

import java.util.Map;

/** Calls of one poll of each system while nothing changes. */
record Quiet(double salesforce, double smartsheet) {

  static Quiet of(Map<String, Double> calls) {
    return new Quiet(calls.get("salesforce"), calls.get("smartsheet"));
  }
}
