package io.partnerhub.sandbox.demo.scene;

import io.partnerhub.sandbox.demo.show.Checks;
import io.partnerhub.sandbox.demo.show.Screen;
import io.partnerhub.sandbox.demo.world.Records;
import io.partnerhub.sandbox.demo.world.Systems;
import io.partnerhub.sandbox.demo.world.Traffic;
import io.partnerhub.sandbox.demo.world.Wait;
import io.partnerhub.store.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Shows a line for each edit of the day, once its effect is there or is known to stay away. */
final class Play {

  static final String SALESFORCE = "Salesforce";
  static final String TRACKER = "tracker";
  static final String FULFILLMENT = "fulfillment";
  static final String BOTH = "both";

  private static final Duration MOST = Duration.ofMinutes(2);
  private static final int MOST_REASONS = 1_000;
  private static final String LINE = "%-48s  %-10s  %8s  %s";

  private final Systems systems;
  private final Figures figures;
  private final Screen screen;
  private final Checks checks;
  private final List<Edit> edits = new ArrayList<>();
  private long began;

  Play(Systems systems, Figures figures, Screen screen, Checks checks) {
    this.systems = systems;
    this.figures = figures;
    this.screen = screen;
    this.checks = checks;
  }

  List<Edit> edits() {
    return List.copyOf(edits);
  }

  void head() {
    screen.dim("  " + LINE.formatted("edit", "made in", "seen in", "result on the other side"));
  }

  /** An edit whose effect must come. */
  void arrives(
      String what, String where, Runnable edit, BooleanSupplier effect, Supplier<String> result)
      throws InterruptedException {
    screen.pending(what);
    began = System.nanoTime();
    edit.run();
    seen(what, where, effect, result);
  }

  /** An edit made together with the last one. */
  void seen(String what, String where, BooleanSupplier effect, Supplier<String> result)
      throws InterruptedException {
    screen.pending(what);
    boolean came = Wait.until(MOST, effect).isPresent();
    OptionalLong millis = OptionalLong.of((System.nanoTime() - began) / 1_000_000);
    add(new Edit(what, where, came ? millis : OptionalLong.empty(), came, result.get()));
  }

  /**
   * An edit that must have no effect: looks when both systems were polled twice since.
   *
   * @param asBefore true as long as nothing happened
   */
  void stays(
      String what, String where, Runnable edit, BooleanSupplier asBefore, Supplier<String> result)
      throws InterruptedException {
    screen.pending(what);
    edit.run();
    boolean polled = Traffic.from(systems).waitForPolls(2);
    add(
        new Edit(
            what, where, OptionalLong.empty(), polled && asBefore.getAsBoolean(), result.get()));
  }

  /** Whether the hub says that a field waits for a person; no system shows that. */
  boolean isHeld(Records records, String key, String field) {
    return figures.reasons(MOST_REASONS).stream()
        .filter(reason -> reason.type().equals(records.type()))
        .anyMatch(r -> r.what().equals(key) && r.sentence().startsWith(field + ":"));
  }

  /** Whether the hub says that a record waits for another one, or for a person. */
  boolean isWaiting(Records records, String key) {
    return !reason(records, key).isEmpty();
  }

  /** Why it waits; empty when it does not. */
  String reason(Records records, String key) {
    return figures.reasons(MOST_REASONS).stream()
        .filter(reason -> reason.type().equals(records.type()) && reason.what().equals(key))
        .map(Figures.Reason::sentence)
        .findFirst()
        .orElse("");
  }

  private void add(Edit edit) {
    edits.add(edit);
    checks.note(edit.asExpected(), edit.what(), edit.result());
    String millis = edit.millis().isPresent() ? "%,d ms".formatted(edit.millis().getAsLong()) : "";
    screen.check(
        edit.asExpected(), LINE.formatted(edit.what(), edit.where(), millis, edit.result()));
  }
}
