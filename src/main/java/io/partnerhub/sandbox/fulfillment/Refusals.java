package io.partnerhub.sandbox.fulfillment;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Errors on command for single records. */
final class Refusals {

  private final List<Planned> planned = new ArrayList<>();

  private static final class Planned {
    private final String key;
    private final Problem problem;
    private int left;

    private Planned(String key, Problem problem, int times) {
      this.key = key;
      this.problem = problem;
      this.left = times;
    }
  }

  void add(String key, Problem problem, int times) {
    planned.add(new Planned(key, problem, times));
  }

  void clear() {
    planned.clear();
  }

  /** Throws what is planned for a record with this business key. */
  void check(String key) {
    for (Iterator<Planned> all = planned.iterator(); all.hasNext(); ) {
      Planned refusal = all.next();
      if (refusal.key.equals(key)) {
        if (--refusal.left <= 0) {
          all.remove();
        }
        throw refusal.problem;
      }
    }
  }
}
