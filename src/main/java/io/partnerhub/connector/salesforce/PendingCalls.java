package io.partnerhub.connector.salesforce;

import io.partnerhub.connector.Batches;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The calls that a batch still needs, as few as Salesforce allows, and never many more. */
final class PendingCalls {

  /** Most collections that Salesforce takes in one composite call. */
  static final int MOST_GROUPS = 5;

  /**
   * So many find a row among 1,000 that makes Salesforce refuse whole calls, or three among 200
   * that make it refuse a part; what is not reached waits for a later try.
   */
  static final int MOST_EXTRA = 24;

  private final Deque<WriteGroup> waiting = new ArrayDeque<>();
  private final Deque<List<WriteGroup>> apart = new ArrayDeque<>();
  private int left;

  PendingCalls(List<WriteGroup> groups) {
    for (WriteGroup group : groups) {
      if (group.alone()) {
        apart.add(List.of(group));
      } else {
        waiting.add(group);
      }
    }
    this.left = apart.size() + (waiting.size() + MOST_GROUPS - 1) / MOST_GROUPS + MOST_EXTRA;
  }

  boolean hasNext() {
    return left > 0 && !(waiting.isEmpty() && apart.isEmpty());
  }

  /** The groups of the next call. */
  List<WriteGroup> next() {
    left--;
    if (!apart.isEmpty()) {
      return apart.poll();
    }
    List<WriteGroup> groups = new ArrayList<>();
    while (groups.size() < MOST_GROUPS && !waiting.isEmpty()) {
      groups.add(waiting.poll());
    }
    return groups;
  }

  /** A part of a call was refused: its halves may go in one call, beside others. */
  void halve(WriteGroup refused) {
    waiting.addAll(refused.halves());
  }

  /** A whole call was refused: each half of it goes in a call of its own. */
  void halve(List<WriteGroup> refused) {
    List<WriteGroup> all = refused.size() > 1 ? refused : refused.get(0).halves();
    apart.addAll(Batches.of(all, (all.size() + 1) / 2));
  }

  /** Groups that were not reached. */
  List<WriteGroup> rest() {
    List<WriteGroup> rest = new ArrayList<>(waiting);
    apart.forEach(rest::addAll);
    return rest;
  }
}
