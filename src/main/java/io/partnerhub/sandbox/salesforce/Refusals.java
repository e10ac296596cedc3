package io.partnerhub.sandbox.salesforce;

import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;

/** Refusals on command. */
final class Refusals {

  private final List<Refusal> refusals = new ArrayList<>();

  void add(Refusal refusal) {
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
