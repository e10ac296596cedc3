package io.partnerhub.sandbox.salesforce;

import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;

/** Refusals on command. */
final class Refusals {

  private static final int MOST = 1_000;

  private final List<Refusal> refusals = new ArrayList<>();

  void add(Refusal refusal) {
    if (refusals.size() == MOST) {
      throw new IllegalArgumentException("already " + MOST + " refusals: clear them first");
    }
    refusals.add(refusal);
  }

  void clear() {
    refusals.clear();
  }

  void check(Row row) throws RowRefused {
    for (ListIterator<Refusal> it = refusals.listIterator(); it.hasNext(); ) {
      Refusal refusal = it.next();
      if (refusal.meets(row)) {
        if (refusal.times() == 1) {
          it.remove();
        } else if (refusal.times() != Integer.MAX_VALUE) {
          it.set(refusal.withTimes(refusal.times() - 1));
        }
        throw new RowRefused(refusal.statusCode(), refusal.message(), refusal.fields());
      }
    }
  }
}
