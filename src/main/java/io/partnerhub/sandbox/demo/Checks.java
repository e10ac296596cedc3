package io.partnerhub.sandbox.demo;

import java.util.ArrayList;
import java.util.List;

/** What was expected, and whether it held. */
final class Checks {

  private final Screen screen;
  private final List<Check> all = new ArrayList<>();

  /**
   * An expectation.
   *
   * @param what a sentence that is true when it held
   * @param found what was found instead; empty when it held
   */
  record Check(String what, boolean held, String found) {}

  Checks(Screen screen) {
    this.screen = screen;
  }

  /** Shows it and keeps it. */
  void check(boolean held, String what, String found) {
    all.add(new Check(what, held, held ? "" : found));
    screen.check(held, held ? what : what + ": " + found);
  }

  /** Keeps one that is shown otherwise. */
  void note(boolean held, String what, String found) {
    all.add(new Check(what, held, held ? "" : found));
  }

  List<Check> all() {
    return List.copyOf(all);
  }

  List<Check> failed() {
    return all.stream().filter(check -> !check.held()).toList();
  }
}
