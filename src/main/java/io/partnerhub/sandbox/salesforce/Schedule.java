package io.partnerhub.sandbox.salesforce;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What happens in the org later, by its clock; never on a thread of its own. */
final class Schedule {

  private static final int MOST = 1_000_000;

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparing(Task::due).thenComparing(Task::number));
  private long number;

  /** Something to do at a moment; those of one moment go in the order they were added. */
  record Task(Instant due, long number, Runnable action) {}

  Task add(Instant due, Runnable action) {
    if (tasks.size() == MOST) {
      throw new IllegalStateException("more than " + MOST + " tasks wait for the clock");
    }
    Task task = new Task(due, number++, action);
    tasks.add(task);
    return task;
  }

  void remove(Task task) {
    tasks.remove(task);
  }

  void runDue(Instant now) {
    while (!tasks.isEmpty() && !tasks.peek().due().isAfter(now)) {
      tasks.poll().action().run();
    }
  }
}
