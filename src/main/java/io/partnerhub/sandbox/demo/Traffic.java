package io.partnerhub.sandbox.demo;

import io.partnerhub.sandbox.Simulators;
import io.partnerhub.sandbox.sim.Counters;
import java.time.Duration;

/** What the simulators counted since a moment: the hub's calls and its polls. */
final class Traffic {

  private static final String SALESFORCE_POLL = "GET queryAll";
  private static final String SMARTSHEET_POLL = "GET /sheets";
  private static final Duration MOST_PER_CYCLE = Duration.ofSeconds(15);

  private final Counters salesforce;
  private final Counters smartsheet;
  private final Calls salesforceBefore;
  private final Calls smartsheetBefore;
  private final long salesforcePolls;
  private final long smartsheetPolls;

  private Traffic(Simulators simulators) {
    salesforce = simulators.salesforceServer().counters();
    smartsheet = simulators.smartsheetServer().counters();
    salesforceBefore = Calls.of(salesforce);
    smartsheetBefore = Calls.of(smartsheet);
    salesforcePolls = salesforce.snapshot().of(SALESFORCE_POLL);
    smartsheetPolls = smartsheet.snapshot().of(SMARTSHEET_POLL);
  }

  /** Counts from now on. */
  static Traffic from(Simulators simulators) {
    return new Traffic(simulators);
  }

  Calls salesforce() {
    return Calls.of(salesforce).since(salesforceBefore);
  }

  Calls smartsheet() {
    return Calls.of(smartsheet).since(smartsheetBefore);
  }

  /** Calls that change something, in both systems. */
  long writes() {
    return salesforce().writes() + smartsheet().writes();
  }

  /**
   * Waits until both systems were polled so often, each time after the count began, and the last
   * poll of each is over.
   *
   * @return false when the hub does not poll
   */
  boolean waitForPolls(int cycles) throws InterruptedException {
    return Wait.until(MOST_PER_CYCLE.multipliedBy(cycles), () -> polls() > cycles).isPresent();
  }

  /** A poll that has begun tells that the one before it is over. */
  private long polls() {
    return Math.min(
        salesforce.snapshot().of(SALESFORCE_POLL) - salesforcePolls,
        smartsheet.snapshot().of(SMARTSHEET_POLL) - smartsheetPolls);
  }
}
