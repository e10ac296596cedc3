package io.partnerhub.connector.smartsheet;

import static io.partnerhub.model.SystemName.SMARTSHEET;

import io.partnerhub.intake.Subscription;
import io.partnerhub.intake.WebhookControl;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.sync.system.Backoff;
import io.partnerhub.sync.system.Hint;
import io.partnerhub.sync.system.Inbox;
import io.partnerhub.sync.system.Listening;
import io.partnerhub.sync.system.Notice;
import io.partnerhub.sync.system.SystemUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hub's webhooks, one for each mapped sheet over its mapped columns: made where they are
 * missing, enabled again where they were disabled. What a sheet's webhook did not tell meanwhile is
 * read by a hint about the whole sheet.
 */
final class Webhooks implements Listening {

  /** By it, and by its address, the hub knows its own after the store was lost. */
  static final String NAME = "Partner Hub";

  private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
  private static final int MOST_DOUBLINGS = 10;

  private final WebhookCalls calls;
  private final Layouts layouts;
  private final List<Mapping> mappings;
  private final Callbacks callbacks;
  private final SmartsheetDoorkeeper keeper;
  private final Inbox inbox;
  private final Runnable wake;
  private final Clock clock;
  private final Map<String, String> troubles = new TreeMap<>();
  private final Map<String, String> statuses = new ConcurrentHashMap<>();
  private Instant next = Instant.EPOCH;
  private int failures;
  private volatile Deaf deaf;

  /**
   * @param keeper is told by the service what became of a webhook
   * @param wake called after hints were stored; must return at once
   */
  Webhooks(
      Api api,
      Layouts layouts,
      List<Mapping> mappings,
      Callbacks callbacks,
      SmartsheetDoorkeeper keeper,
      Inbox inbox,
      Runnable wake,
      Clock clock) {
    this.calls = new WebhookCalls(api);
    this.layouts = layouts;
    this.mappings = mappings;
    this.callbacks = callbacks;
    this.keeper = keeper;
    this.inbox = inbox;
    this.wake = wake;
    this.clock = clock;
  }

  @Override
  public synchronized void keepUp() {
    Instant now = clock.instant();
    if (!keeper.takeChanged() && now.isBefore(next)) {
      return;
    }
    String trouble;
    try {
      look();
      trouble = troubles.isEmpty() ? null : String.join(" ", troubles.values());
    } catch (SystemUnavailable e) {
      trouble = "The webhooks cannot be looked at: " + e.getMessage();
    }
    failures = trouble == null ? 0 : Math.min(failures + 1, MOST_DOUBLINGS);
    next = now.plus(trouble == null ? callbacks.watch() : retry());
    Instant since = deaf == null ? now : deaf.since();
    deaf = trouble == null ? null : new Deaf(trouble, since, next);
  }

  private Duration retry() {
    return new Backoff(FIRST_RETRY, callbacks.watch()).after(failures);
  }

  /** They go on by themselves: what they tell waits in the inbox. */
  @Override
  public void stop() {}

  @Override
  public Optional<Deaf> deaf() {
    return Optional.ofNullable(deaf);
  }

  /**
   * Has every webhook sign by another secret; the last one stays good for a while, for what is
   * under way.
   *
   * @return how many there are
   */
  synchronized int renewSecrets() {
    List<Subscription> kept = callbacks.subscriptions().of(SMARTSHEET);
    kept.forEach(this::renewSecret);
    return kept.size();
  }

  List<WebhookControl.Standing> standings() {
    return callbacks.subscriptions().of(SMARTSHEET).stream()
        .map(
            s ->
                new WebhookControl.Standing(
                    s.place(), s.id(), statuses.getOrDefault(s.id(), ""), s.renewedAt()))
        .toList();
  }

  private void renewSecret(Subscription subscription) {
    callbacks.subscriptions().keep(subscription.beingRenewed());
    String secret = calls.renewSecret(subscription.id());
    callbacks.subscriptions().keep(subscription.renewed(secret, clock.instant()));
  }

  private void look() {
    WantedHooks wanted = WantedHooks.of(mappings, layouts);
    Map<String, Subscription> kept =
        callbacks.subscriptions().of(SMARTSHEET).stream()
            .collect(Collectors.toMap(Subscription::place, Function.identity()));
    troubles.keySet().retainAll(wanted.sheets());
    troubles.putAll(wanted.unjudged());
    Map<String, Webhook> usable = new TreeMap<>();
    for (Webhook hook : calls.all()) {
      Subscription known = kept.get(hook.sheet());
      boolean ours = known != null && known.id().equals(hook.id());
      if (ours && isAsWanted(hook, wanted)) {
        usable.put(hook.sheet(), hook);
      } else if (ours
          || hook.name().equals(NAME) && hook.callbackUrl().startsWith(callbacks.base())) {
        remove(hook);
      }
    }
    kept.values().stream()
        .filter(known -> !usable.containsKey(known.place()))
        .forEach(known -> callbacks.subscriptions().forget(SMARTSHEET, known.id()));
    wanted
        .columns()
        .forEach((sheet, columns) -> see(sheet, columns, usable.get(sheet), kept.get(sheet)));
  }

  /**
   * Scope and subscope of a webhook never change: another one is needed for others. That of a sheet
   * which cannot be judged may be needed again.
   */
  private boolean isAsWanted(Webhook hook, WantedHooks wanted) {
    return wanted.unjudged().containsKey(hook.sheet())
        || hook.columns().equals(wanted.columns().get(hook.sheet()))
            && hook.callbackUrl().equals(callbacks.url());
  }

  private void remove(Webhook hook) {
    try {
      calls.delete(hook.id());
    } catch (ApiFault fault) {
      troubled("webhook " + hook.id(), fault); // no sheet is called so
      return;
    }
    callbacks.subscriptions().forget(SMARTSHEET, hook.id());
    statuses.remove(hook.id());
    LOG.info("The webhook {} of sheet {} is deleted: it is not needed", hook.id(), hook.sheet());
  }

  private void troubled(String by, ApiFault fault) {
    troubles.put(by, fault.getMessage() + ".");
    if (fault.meaning().reach() == FaultClass.Reach.SYSTEM) {
      throw fault;
    }
  }

  private void see(String sheet, Set<Long> columns, Webhook found, Subscription known) {
    try {
      Webhook hook = found == null ? made(sheet, columns) : found;
      if (found != null) {
        settleSecret(found, known);
      }
      boolean told = hook.isEnabled();
      if (!told && hook.canBeEnabled()) {
        hook = calls.enable(hook.id());
      }
      note(sheet, hook, told);
    } catch (ApiFault fault) {
      troubled(sheet, fault); // it may be enabled all the same
    }
  }

  /** The store may be older than the secret: it was put back, or another node renewed it too. */
  private void settleSecret(Webhook hook, Subscription known) {
    boolean unfit = keeper.takeUnfit(known.id()) && hook.secret().isEmpty();
    if (known.unsure() || unfit) {
      renewSecret(known);
    } else if (!hook.secret().isEmpty() && !hook.secret().equals(known.secret())) {
      callbacks.subscriptions().keep(known.renewed(hook.secret(), clock.instant()));
    }
  }

  private Webhook made(String sheet, Set<Long> columns) {
    Webhook made = calls.make(NAME, callbacks.url(), sheet, columns);
    callbacks
        .subscriptions()
        .keep(Subscription.made(SMARTSHEET, sheet, made.id(), made.secret(), clock.instant()));
    LOG.info("The webhook {} of sheet {} is made", made.id(), sheet);
    return made;
  }

  /** What happened while it was disabled is told by nobody. */
  private void note(String sheet, Webhook hook, boolean toldBefore) {
    statuses.put(hook.id(), hook.status());
    if (!hook.isEnabled()) {
      troubles.put(
          sheet,
          "The webhook %s of sheet %s is %s: %s"
              .formatted(hook.id(), sheet, hook.status(), hook.details()));
    } else if (troubles.remove(sheet) != null || !toldBefore) {
      Notice notice = new Notice("missed/" + UUID.randomUUID(), List.of(Hint.somewhereIn(sheet)));
      inbox.take(SMARTSHEET, SmartsheetDoorkeeper.source(sheet), List.of(notice), null);
      wake.run();
    }
  }
}
