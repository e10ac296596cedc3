package io.partnerhub.sync.system;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What this hub used of one system's budget, kept so that a restart does not begin it anew. */
public interface UsedCalls {

  /**
   * Calls that were made within a part of the budget's window.
   *
   * @param calls by what they were for; an urgency that is absent had none
   */
  record Slice(Instant begin, Map<Urgency, Long> calls) {}

  /** The slices that began at that time or later, oldest first; none where nothing was kept. */
  List<Slice> since(Instant begin);

  /**
   * Keeps a slice, in place of what was kept of it, and forgets those that began earlier.
   *
   * @param forgetBefore when slices began that are out of the window
   * @throws RuntimeException when the store is away; nothing is kept then
   */
  void keep(Slice slice, Instant forgetBefore);
}
