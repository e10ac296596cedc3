package io.partnerhub.sandbox.smartsheet.hook;

import io.partnerhub.sandbox.sim.Losses;
import java.time.Duration;

/** How callbacks are made; may be changed while the service runs. */
public final class HookSettings {

  /** About a minute on commercial plans, by the guide "Webhook callbacks". */
  private static final Duration DEBOUNCE = Duration.ofMinutes(1);

  /** [I] How long an answer is waited for is not published. */
  private static final Duration TIME_OUT = Duration.ofSeconds(10);

  private volatile Duration debounce = DEBOUNCE;
  private volatile Duration delay = Duration.ZERO;
  private volatile Duration timeOut = TIME_OUT;
  private volatile boolean loopback;
  private volatile boolean dropping;
  private volatile Losses losses = Losses.none();

  /** Without a debounce, and also to this machine: for a hub beside the simulator. */
  public static HookSettings beside() {
    HookSettings settings = new HookSettings();
    settings.loopback(true);
    settings.debounce(Duration.ZERO);
    return settings;
  }

  /** How long events are gathered before they are told. */
  public Duration debounce() {
    return debounce;
  }

  public void debounce(Duration time) {
    debounce = time;
  }

  /** How much later than that a callback is sent; zero unless set. */
  public Duration delay() {
    return delay;
  }

  public void delay(Duration time) {
    delay = time;
  }

  /** How long an answer is waited for, by the real clock. */
  public Duration timeOut() {
    return timeOut;
  }

  public void timeOut(Duration time) {
    timeOut = time;
  }

  /** Whether plain HTTP to this machine may be called, on any port; not so unless set. */
  public boolean loopback() {
    return loopback;
  }

  public void loopback(boolean allowed) {
    loopback = allowed;
  }

  /** Whether all callbacks get lost on their way, as if they had been acknowledged. */
  public void dropping(boolean lost) {
    dropping = lost;
  }

  /** Which of the others get lost in the same way; none unless set. */
  public void losses(Losses some) {
    losses = some;
  }

  boolean losesNext() {
    return dropping || losses.next();
  }
}
