package io.partnerhub.sandbox.salesforce;

import java.util.ArrayList;
import java.util.List;

/** The org's automations. */
final class Triggers {

  private static final int MOST = 1_000;

  private final List<Trigger> triggers = new ArrayList<>();

  void add(Trigger trigger) {
    if (triggers.size() == MOST) {
      throw new IllegalArgumentException("already " + MOST + " triggers: clear them first");
    }
    triggers.add(trigger);
  }

  void clear() {
    triggers.clear();
  }

  /** The row after the automations of the same transaction. */
  Row rewritten(Row row) {
    Row after = row;
    for (Trigger trigger : triggers) {
      if (trigger.delay().isEmpty()) {
        after = trigger.apply(after);
      }
    }
    return after;
  }

  /** The automations that come after the commit and will change something. */
  List<Trigger> later(Row row) {
    return triggers.stream().filter(t -> t.delay().isPresent() && t.changes(row)).toList();
  }
}
