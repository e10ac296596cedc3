package io.partnerhub.ops;

import io.partnerhub.model.SystemName;
import io.partnerhub.step.Availability;
import io.partnerhub.store.ConnectorActs;
import io.partnerhub.sync.Chooser;
import io.partnerhub.sync.ConnectorAct.Act;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What administrators do to connectors: each act is stored with the name and the reason. */
public final class ConnectorControl {

  private static final String BEGINNING = "start";

  private final List<Availability> systems;
  private final ConnectorActs acts;
  private final Consumer<SystemName> poll;

  /**
   * @param poll fires the poll of a system
   */
  public ConnectorControl(
      List<Availability> systems, ConnectorActs acts, Consumer<SystemName> poll) {
    this.systems = List.copyOf(systems);
    this.acts = acts;
    this.poll = poll;
  }

  /** It stays paused over a restart; what is under way ends. */
  String pause(String name, Chooser by) {
    Availability system = system(name);
    system.lookUpPause();
    refuse(system.paused().isPresent(), name + " is paused already, " + system.paused().orElse(""));
    acts.keep(system.system(), Act.PAUSED, by, null);
    system.lookUpPause();
    return name + " is paused, and stays so until it is resumed. The other systems go on.";
  }

  String resume(String name, Chooser by) {
    Availability system = system(name);
    system.lookUpPause();
    refuse(system.paused().isEmpty(), name + " is not paused");
    acts.keep(system.system(), Act.RESUMED, by, null);
    system.lookUpPause();
    poll.accept(system.system());
    return name + " goes on, and is polled now.";
  }

  /** Also probes a system that is left alone. */
  String pollNow(String name, Chooser by) {
    Availability system = system(name);
    refuse(
        system.paused().isPresent(),
        name + " is paused " + system.paused().orElse("") + ". Resume it first");
    acts.keep(system.system(), Act.POLLED, by, null);
    system.probeNow();
    poll.accept(system.system());
    return name + " is polled now.";
  }

  /**
   * Sets a source's checkpoint back.
   *
   * @param to an instant, or {@code start}
   */
  String resetCheckpoint(String name, String source, String to, Chooser by) {
    Availability system = system(name);
    Instant instant = instant(to);
    refuse(
        system.paused().isEmpty(),
        "Pause " + name + " first: a read that ends meanwhile would undo it");
    refuse(!system.isQuiet(), name + " is still being called. Try again in a moment");
    int reset = acts.reset(system.system(), String.valueOf(source).strip(), instant, by);
    refuse(reset == 0, nothingReset(system.system(), source, to));
    return "%s of %s is read again from %s once the connector is resumed."
        .formatted(source, name, instant == null ? "its beginning" : instant);
  }

  private String nothingReset(SystemName system, String source, String to) {
    List<String> known =
        acts.sources(system).stream().map(s -> s.checkpoint().source()).distinct().toList();
    return known.contains(String.valueOf(source).strip())
        ? "%s was not read beyond %s, or goes by a cursor that has no time. Use %s to read all of it"
            .formatted(source, to, BEGINNING)
        : "%s has no source \"%s\". It has %s".formatted(system, source, String.join(", ", known));
  }

  private Availability system(String name) {
    return systems.stream()
        .filter(s -> s.system().value().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no system \"%s\". There are %s."
                        .formatted(
                            name,
                            systems.stream()
                                .map(s -> s.system().value())
                                .collect(Collectors.joining(", ")))));
  }

  private static Instant instant(String to) {
    if (BEGINNING.equals(to)) {
      return null;
    }
    try {
      return Instant.parse(String.valueOf(to));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "\"%s\" is no place to read from. Write start, or a time such as 2026-03-01T08:00:00Z."
              .formatted(to),
          e);
    }
  }

  private static void refuse(boolean refused, String why) {
    if (refused) {
      throw new IllegalArgumentException(why + ".");
    }
  }
}
