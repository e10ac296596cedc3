package io.partnerhub.sandbox.salesforce.pubsub;

import io.partnerhub.sandbox.sim.Losses;

/**
 * What goes wrong on command: refused subscriptions and schemas, streams that say nothing more,
 * lost events.
 */
final class BusFaults {

  private ErrorCode refusal;
  private int times;
  private ErrorCode schemaRefusal;
  private int schemaTimes;
  private boolean silent;
  private Losses losses = Losses.none();

  /** The next subscriptions are refused. */
  synchronized void refuse(ErrorCode code, int howOften) {
    refusal = code;
    times = howOften;
  }

  /** The next questions for a schema are refused. */
  synchronized void refuseSchemas(ErrorCode code, int howOften) {
    schemaRefusal = code;
    schemaTimes = howOften;
  }

  synchronized void checkSchema() {
    if (schemaTimes > 0) {
      schemaTimes--;
      throw schemaRefusal.with("refused on command");
    }
  }

  /** Streams stay open and carry nothing, keepalives included. */
  synchronized void silent(boolean on) {
    silent = on;
  }

  synchronized boolean isSilent() {
    return silent;
  }

  /** Which events never come to the bus. */
  synchronized void losses(Losses some) {
    losses = some;
  }

  synchronized boolean losesNext() {
    return losses.next();
  }

  synchronized void clear() {
    losses = Losses.none();
    times = 0;
    schemaTimes = 0;
    silent = false;
  }

  synchronized void check() {
    if (times > 0) {
      times--;
      throw refusal.with("refused on command");
    }
  }
}
