package io.partnerhub.sandbox.smartsheet.hook;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.LongSupplier;

/** The webhooks of one simulated account. */
public final class Hooks implements AutoCloseable {

  private final Clock clock;
  private final LongSupplier ids;
  private final HookSettings settings;
  private final Map<Long, Hook> hooks = new ConcurrentSkipListMap<>();
  private final Caller caller;
  private final Courier courier;

  /**
   * @param clock by which callbacks and retries become due
   * @param ids gives ids that nothing else has
   * @param settling does what the clock has made due in the sheets
   */
  public Hooks(Clock clock, LongSupplier ids, HookSettings settings, Runnable settling) {
    this.clock = clock;
    this.ids = ids;
    this.settings = settings;
    this.caller = new Caller(settings);
    this.courier = new Courier(clock, settling, caller, hooks.values());
  }

  public HookSettings settings() {
    return settings;
  }

  /** Makes a webhook that is not verified. */
  public Hook make(Plan plan) {
    Hook hook = new Hook(ids.getAsLong(), plan, settings, clock.millis());
    hooks.put(hook.id(), hook);
    courier.start();
    return hook;
  }

  /** All of somebody, by their ids. */
  public List<Hook> ofOwner(long ownerId) {
    return hooks.values().stream().filter(hook -> hook.plan().ownerId() == ownerId).toList();
  }

  public Optional<Hook> find(long id) {
    return Optional.ofNullable(hooks.get(id));
  }

  public List<Hook> all() {
    return List.copyOf(hooks.values());
  }

  public void remove(Hook hook) {
    hooks.remove(hook.id());
  }

  /**
   * Gives it another name or address.
   *
   * @param name null leaves it
   * @param url null leaves it
   */
  public void rename(Hook hook, String name, String url) {
    hook.rename(name, url, clock.millis());
  }

  /** Enables it unless its callback URL fails the handshake; returns once that is known. */
  public void enable(Hook hook) {
    if (hook.isEnabled()) {
      return;
    }
    try {
      hook.verified(caller.verify(hook), clock.millis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      hook.verified(false, clock.millis());
    }
  }

  /**
   * Has it take another state.
   *
   * @param told whether its callback URL is told
   */
  public void put(Hook hook, Status status, boolean told) {
    hook.become(status, told, clock.millis());
    courier.wake();
  }

  /** Another secret. */
  public String resetSecret(Hook hook) {
    return hook.resetSecret(clock.millis());
  }

  /** Whether the owners of a sheet's webhooks can see it. */
  public void accessible(long sheetId, boolean accessible) {
    for (Hook hook : hooks.values()) {
      Status before = hook.status();
      boolean its = hook.plan().sheetId() == sheetId;
      if (its && accessible && before == Status.DISABLED_SCOPE_INACCESSIBLE) {
        put(hook, Status.ENABLED, true);
      } else if (its && !accessible && before == Status.ENABLED) {
        put(hook, Status.DISABLED_SCOPE_INACCESSIBLE, true);
      }
    }
  }

  /** Tells the webhooks of a sheet what happened there, as one change. */
  public void happened(long sheetId, List<Event> events) {
    hooks.values().stream()
        .filter(hook -> hook.plan().sheetId() == sheetId)
        .forEach(hook -> hook.happened(events, clock.millis()));
    courier.wake();
  }

  /** No callback is made any more. */
  @Override
  public void close() {
    courier.close();
  }
}
