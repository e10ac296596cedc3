package io.partnerhub;

import io.partnerhub.config.HubConfig;
import io.partnerhub.model.SystemName;
import io.partnerhub.step.DeriveStep;
import io.partnerhub.step.EscalationStep;
import io.partnerhub.step.ListenStep;
import io.partnerhub.step.PatienceStep;
import io.partnerhub.step.PullStep;
import io.partnerhub.step.PushStep;
import io.partnerhub.step.TellStep;
import io.partnerhub.sync.store.Batch;
import io.partnerhub.sync.system.Hint;
import io.partnerhub.sync.system.Inbox;
import io.partnerhub.sync.system.Notice;
import io.partnerhub.sync.write.Push;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.health.HealthCheck;

/** A whole hub whose routes stand still: a test makes their steps itself, by its own clock. */
public final class SteppedHub implements AutoCloseable {

  private final Hub hub;
  private final CamelContext camel;

  public SteppedHub(HubConfig config, Clock clock) {
    hub = HubWiring.construct(config, clock);
    camel = hub.camel();
  }

  /** What {@code pull-*} does. */
  public void poll(SystemName system) {
    PullStep pull = step("pull", system, PullStep.class);
    pull.closeLost();
    pull.news();
    derive();
    step("patience", system, PatienceStep.class).missingParents();
  }

  /** A system tells of something: it waits in the inbox. */
  public void tell(SystemName system, List<Hint> hints) {
    Notice notice = new Notice(UUID.randomUUID().toString(), hints);
    bean("inbox", Inbox.class).take(system, "a test", List.of(notice), null);
  }

  /** What {@code receive-*} does. */
  public void receive(SystemName system) {
    step("pull", system, PullStep.class).told();
    derive();
  }

  /** What {@code receive-*-again} does. */
  public void receiveAgain(SystemName system) {
    PullStep pull = step("pull", system, PullStep.class);
    pull.closeLost();
    pull.leftovers();
    derive();
  }

  /** What {@code second-pass-*} does. */
  public void secondPass(SystemName system) {
    step("pull", system, PullStep.class).secondPass();
  }

  /** What {@code sweep-*} does. */
  public void sweep(SystemName system) {
    step("pull", system, PullStep.class).sweep();
  }

  public void push(SystemName system) {
    push(system, () -> {});
  }

  /**
   * What {@code push-*} does.
   *
   * @param readAndNotSent runs in each batch that is sent, between its read and its call
   */
  public void push(SystemName system, Runnable readAndNotSent) {
    PushStep push = step("push", system, PushStep.class);
    for (Batch next = push.claim(camel); next != null; next = push.claim(camel)) {
      Push.Fresh fresh = push.readFirst(next);
      if (fresh != null) {
        Push.Armed armed = push.storeIntent(fresh);
        if (!armed.attempts().isEmpty()) {
          readAndNotSent.run();
        }
        push.settle(push.send(armed, camel));
        derive();
      }
    }
    step("tell", system, TellStep.class).strays();
  }

  /** Systems may call from now on. */
  public void openDoor() {
    hub.door().open();
  }

  /** What {@code listen-*} does. */
  public void listen(SystemName system) {
    step("listen", system, ListenStep.class).keepUp();
  }

  /** Whether {@code /observe/health} says that a system tells of its changes by itself. */
  public boolean isTold(SystemName system) {
    HealthCheck health = bean(system + "-listening-health", HealthCheck.class);
    return !health.call().getDetails().containsKey("changes");
  }

  /** What {@code escalate} does: tells people of dead letters, by the published route. */
  public void escalate() {
    EscalationStep escalation = bean("escalation", EscalationStep.class);
    try {
      for (String route : List.of("escalate-task", "escalate-one")) {
        camel.getRouteController().startRoute(route);
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    try (ProducerTemplate template = camel.createProducerTemplate()) {
      escalation.due().forEach(message -> template.sendBody("direct:escalate-one", message));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether {@code /observe/health} says that people could be told. */
  public boolean toldPeople() {
    return bean("escalation-health", HealthCheck.class).call().getState() == HealthCheck.State.UP;
  }

  /** What is wrong with a system or a place of it; empty where nothing is. */
  public Optional<String> fault(SystemName system) {
    return hub.availabilities().stream()
        .filter(a -> a.system().equals(system))
        .findFirst()
        .flatMap(a -> a.fault().or(a.impairment()::what));
  }

  private void derive() {
    bean("derive", DeriveStep.class).marked(camel);
  }

  private <T> T step(String verb, SystemName system, Class<T> type) {
    String name = system.value();
    return bean(verb + Character.toUpperCase(name.charAt(0)) + name.substring(1), type);
  }

  private <T> T bean(String name, Class<T> type) {
    return camel.getRegistry().lookupByNameAndType(name, type);
  }

  @Override
  public void close() {
    hub.close();
  }
}
