package io.partnerhub.sandbox.smartsheet.hook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One webhook; thread safe. */
public final class Hook {

  /** After so many callbacks the handshake is due again. */
  private static final int VERIFIED_FOR = 100;

  private final long id;
  private final HookSettings settings;
  private final long createdMillis;
  private final List<Event> pending = new ArrayList<>();
  private final Deque<byte[]> news = new ArrayDeque<>();
  private Plan plan;
  private Status status = Status.NEW_NOT_VERIFIED;
  private String secret = newSecret();
  private long modifiedMillis;
  private long pendingDueMillis;
  private Callback current;
  private boolean inFlight;
  private int sinceVerified;
  private Stats stats = new Stats(null, null, 0);

  /**
   * How its callbacks went.
   *
   * @param attemptMillis the last attempt; null before the first
   * @param successMillis the last that was acknowledged; null before the first
   * @param retries of the last attempt
   */
  public record Stats(Long attemptMillis, Long successMillis, int retries) {}

  Hook(long id, Plan plan, HookSettings settings, long nowMillis) {
    this.id = id;
    this.plan = plan;
    this.settings = settings;
    this.createdMillis = nowMillis;
    this.modifiedMillis = nowMillis;
  }

  public long id() {
    return id;
  }

  public synchronized Plan plan() {
    return plan;
  }

  public synchronized Status status() {
    return status;
  }

  public synchronized boolean isEnabled() {
    return status == Status.ENABLED;
  }

  public synchronized String secret() {
    return secret;
  }

  public synchronized Stats stats() {
    return stats;
  }

  public long createdMillis() {
    return createdMillis;
  }

  public synchronized long modifiedMillis() {
    return modifiedMillis;
  }

  /** Signs with another secret from now on, also what is sent again. */
  public synchronized String resetSecret(long nowMillis) {
    secret = newSecret();
    modifiedMillis = nowMillis;
    return secret;
  }

  /** Another name or address; null leaves it. A new address has to be verified anew. */
  synchronized void rename(String name, String url, long nowMillis) {
    boolean moved = url != null && !url.equals(plan.callbackUrl());
    plan = plan.called(name == null ? plan.name() : name, url == null ? plan.callbackUrl() : url);
    modifiedMillis = nowMillis;
    if (moved) {
      become(Status.NEW_NOT_VERIFIED, nowMillis);
    }
  }

  /** What happens while it is disabled is lost. */
  synchronized void happened(List<Event> events, long nowMillis) {
    List<Event> heard = isEnabled() ? plan.heard(events) : List.of();
    if (!heard.isEmpty() && pending.isEmpty()) {
      pendingDueMillis = nowMillis + settings.debounce().toMillis() + settings.delay().toMillis();
    }
    pending.addAll(heard);
  }

  /** The callback to send now; until it is answered there is no other. */
  synchronized Optional<Callback> take(long nowMillis) {
    if (inFlight || !isEnabled()) {
      return Optional.empty();
    }
    if (current == null && !pending.isEmpty() && pendingDueMillis <= nowMillis) {
      current = new Callback(Bodies.events(this, List.copyOf(pending), nowMillis), nowMillis, 0);
      pending.clear();
    }
    if (current == null || current.dueMillis() > nowMillis) {
      return Optional.empty();
    }
    inFlight = true;
    return Optional.of(current);
  }

  /** What to tell about itself; told once, whatever is answered [I]. */
  synchronized Optional<byte[]> takeNews() {
    return Optional.ofNullable(news.poll());
  }

  synchronized boolean mustVerify() {
    return sinceVerified >= VERIFIED_FOR;
  }

  /** How the handshake went. */
  synchronized void verified(boolean echoed, long nowMillis) {
    sinceVerified = 0;
    if (echoed) {
      become(Status.ENABLED, nowMillis);
    } else {
      boolean was = isEnabled();
      become(Status.DISABLED_VERIFICATION_FAILED, nowMillis);
      tellIf(was, nowMillis);
    }
  }

  /** How the callback that was taken went. */
  synchronized void answered(Acknowledgement how, long nowMillis) {
    inFlight = false;
    if (current == null) {
      return; // disabled meanwhile
    }
    boolean received = how == Acknowledgement.RECEIVED;
    Long success = received ? Long.valueOf(nowMillis) : stats.successMillis();
    stats = new Stats(nowMillis, success, current.retries());
    sinceVerified++;
    switch (how) {
      case RECEIVED, GONE -> current = null;
      case REFUSED -> fail(nowMillis);
      case FAILED ->
          Retries.pause(current.retries())
              .ifPresentOrElse(
                  pause -> current = current.again(nowMillis + pause.toMillis()),
                  () -> fail(nowMillis));
    }
  }

  private void fail(long nowMillis) {
    become(Status.DISABLED_CALLBACK_FAILED, nowMillis);
    tellIf(true, nowMillis);
  }

  /**
   * Takes another state.
   *
   * @param told whether its callback URL is told, as of what Smartsheet does by itself
   */
  public synchronized void become(Status next, boolean told, long nowMillis) {
    become(next, nowMillis);
    tellIf(told, nowMillis);
  }

  private void become(Status next, long nowMillis) {
    status = next;
    modifiedMillis = nowMillis;
    if (next != Status.ENABLED) {
      pending.clear();
      current = null;
    }
  }

  private void tellIf(boolean told, long nowMillis) {
    if (told) {
      news.add(Bodies.status(this, nowMillis));
    }
  }

  private static String newSecret() {
    return UUID.randomUUID().toString().replace("-", "").substring(6);
  }
}
