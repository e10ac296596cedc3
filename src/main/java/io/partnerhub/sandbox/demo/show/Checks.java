package io.partnerhub.sandbox.demo.show;

import java.util.ArrayList;
import java.util.List;

/** What was expected, and whether it held. */
public final class Checks {

  private final Screen screen;
  private final List<Check> all = new ArrayList<>();

  /**
   * An expectation.
   *
   * @param what a sentence that is true when it held
   * @param found what was found instead; empty when it held
   */
  public record Check(String what, boolean held, String found) {}

  public Checks(Screen screen) {
    this.screen = screen;
  }

  /** Shows it and keeps it. */
  public void check(boolean held, String what, String found) {
    all.add(new Check(what, held, held ? "" : found));
    screen.check(held, held ? what : what + ": " + found);
  }

  /** Keeps one that is shown otherwise. */
  public void note(boolean held, String what, String found) {
    all.add(new Check(what, held, held ? "" : found));
  }

  public List<Check> all() {
    return List.copyOf(all);
  }

  public List<Check> failed() {
    return all.stream().filter(check -> !check.held()).toList();
  }
}
