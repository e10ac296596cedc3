package io.partnerhub.sandbox.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** The partners that are edited on the day: each in one scene only, the same for the same seed. */
final class Cast {

  private final List<Copy> left;

  private Cast(List<Copy> left) {
    this.left = left;
  }

  /** From the partners that are in step. */
  static Cast of(Systems systems, Comparison now, long seed) {
    List<Copy> accounts = new ArrayList<>(systems.accounts());
    accounts.removeIf(account -> !now.inStep().contains(account.code()));
    accounts.sort(Comparator.comparing(Copy::code));
    Collections.shuffle(accounts, new Random(seed));
    return new Cast(accounts);
  }

  /** The code of the next partner. */
  String next() {
    return next(account -> true);
  }

  /** The code of the next partner whose account is as wished. */
  String next(Predicate<Copy> wish) {
    Copy chosen = left.stream().filter(wish).findFirst().orElseThrow();
    left.remove(chosen);
    return chosen.code();
  }
}
