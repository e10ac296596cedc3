package io.partnerhub.sandbox.salesforce.pubsub;

/** What goes wrong on command: refused subscriptions, and streams that say nothing more. */
final class BusFaults {

  private ErrorCode refusal;
  private int times;
  private boolean silent;

  /** The next subscriptions are refused. */
  synchronized void refuse(ErrorCode code, int howOften) {
    refusal = code;
    times = howOften;
  }

  /** Streams stay open and carry nothing, keepalives included. */
  synchronized void silent(boolean on) {
    silent = on;
  }

  synchronized boolean isSilent() {
    return silent;
  }

  synchronized void clear() {
    times = 0;
    silent = false;
  }

  synchronized void check() {
    if (times > 0) {
      times--;
      throw refusal.with("refused on command");
    }
  }
}
