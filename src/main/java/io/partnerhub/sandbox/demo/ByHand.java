package io.partnerhub.sandbox.demo;

import io.partnerhub.cli.HubHome;
import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.TrackerSheet;
import io.partnerhub.sandbox.demo.show.Screen;
import io.partnerhub.sandbox.demo.show.ShellWord;
import io.partnerhub.sandbox.demo.world.Comparison;
import io.partnerhub.sandbox.demo.world.Copy;
import io.partnerhub.sandbox.demo.world.Records;
import io.partnerhub.sandbox.demo.world.Systems;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Runs on: says how to edit a record by hand, and shows every change as it arrives. */
final class ByHand {

  private static final Duration LOOK_EVERY = Duration.ofMillis(500);
  private static final int LONGEST_SHOWN = 60;
  private static final Set<String> WAITING = Set.of("Ready", "Accepted", "Picked");

  private final Systems systems;
  private final Screen screen;

  ByHand(Systems systems, Screen screen) {
    this.systems = systems;
    this.screen = screen;
  }

  /**
   * Says what can be typed.
   *
   * @param dataDir where commands find the hub
   */
  void explain(Path dataDir) {
    Records partners = systems.partners();
    List<String> codes = List.copyOf(Comparison.of(partners).inStep());
    String account = codes.get(0);
    Copy row =
        codes.stream()
            .skip(1)
            .map(code -> partners.tracker().find(code).orElseThrow())
            .filter(copy -> copy.key().equals(copy.shown().get("Code")))
            .findFirst()
            .orElseThrow();
    screen.title("Your turn: edit a record, and see it arrive");
    screen.line(
        "curl %s/__sim/edit -d '{\"key\": \"%s\", \"fields\": {\"Phone\": \"+49 30 5550 123\"}}'"
            .formatted(systems.simulators().salesforceServer().baseUrl(), account));
    screen.line(
        "curl %s/__sim/edit -d '{\"sheet\": \"%s\", \"keyColumn\": \"Code\", \"key\": \"%s\", \"cells\": {\"Contact\": \"Pat Lee\"}}'"
            .formatted(
                systems.simulators().smartsheetServer().baseUrl(),
                TrackerSheet.titleOf(partners.mapping().type()),
                row.key()));
    explainFulfillment();
    screen.line("");
    screen.line("and ask the hub, in another terminal:");
    questions(HubHome.launcher(), account, dataDir).forEach(screen::line);
    screen.line("");
    screen.line("Ctrl-C drains, and stops everything that was started.");
    screen.line("");
  }

  /** Lines for a shell in any directory. */
  static List<String> questions(String launcher, String account, Path dataDir) {
    String hub = ShellWord.of(launcher);
    String where = " --data-dir " + ShellWord.of(dataDir.toAbsolutePath().toString());
    return List.of(hub + " status" + where, hub + " why partner " + ShellWord.of(account) + where);
  }

  /** An order of which the warehouse has a step to do. */
  private void explainFulfillment() {
    systems.orders().fulfillment().all().stream()
        .filter(order -> WAITING.contains(order.values().get("status")))
        .findFirst()
        .ifPresent(
            order ->
                screen.line(
                    "curl %s/__sim/advance -d '{\"order\": \"%s\"}'"
                        .formatted(
                            systems.simulators().fulfillmentServer().baseUrl(), order.key())));
  }

  /** Shows changes until the thread is interrupted. */
  void watch() throws InterruptedException {
    Map<String, Map<String, String>> before = picture();
    while (!Thread.currentThread().isInterrupted()) {
      Thread.sleep(LOOK_EVERY.toMillis());
      Map<String, Map<String, String>> now = picture();
      show(before, now);
      before = now;
    }
  }

  private Map<String, Map<String, String>> picture() {
    Map<String, Map<String, String>> picture = new TreeMap<>();
    for (Records records : systems.all()) {
      for (SystemName system : records.systems()) {
        records
            .in(system)
            .all()
            .forEach(
                copy -> picture.put(name(records, system, copy), visible(records, system, copy)));
      }
    }
    return picture;
  }

  private static String name(Records records, SystemName system, Copy copy) {
    String key = copy.key() == null ? "row " + copy.id() : copy.key();
    return "%-11s  %s %s".formatted(Standings.nameOf(system), records.type(), key);
  }

  private static Map<String, String> visible(Records records, SystemName system, Copy copy) {
    Map<String, String> visible = new TreeMap<>();
    records.mapping().fieldsIn(system).stream()
        .map(field -> field.names().get(system))
        .filter(copy.shown()::containsKey)
        .forEach(name -> visible.put(name, copy.shown().get(name).toString()));
    visible.put("", copy.byHub() ? "by the hub" : "by a person");
    return visible;
  }

  private void show(Map<String, Map<String, String>> before, Map<String, Map<String, String>> now) {
    now.forEach(
        (copy, fields) -> {
          Map<String, String> old = before.get(copy);
          if (old == null) {
            say(copy, "is new", fields.get(""));
          } else {
            changes(copy, old, fields);
          }
        });
    before.keySet().stream()
        .filter(copy -> !now.containsKey(copy))
        .forEach(copy -> say(copy, "is gone", ""));
  }

  private void changes(String copy, Map<String, String> before, Map<String, String> now) {
    Map<String, String> all = new TreeMap<>(before);
    all.putAll(now);
    all.remove("");
    all.keySet().stream()
        .filter(field -> !Objects.equals(before.get(field), now.get(field)))
        .forEach(
            field ->
                say(copy, field + ": " + cut(now.getOrDefault(field, "(empty)")), now.get("")));
  }

  private void say(String copy, String what, String by) {
    LocalTime time = LocalTime.now().truncatedTo(ChronoUnit.MILLIS);
    screen.line("%tT.%<tL  %s  %s  %s".formatted(time, copy, what, by).stripTrailing());
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
  }
}
