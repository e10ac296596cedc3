package io.partnerhub.sync.system;

import java.util.List;

/**
 * One callback or event of a system.
 *
 * @param key by which its source names it, so that the same one is known when it comes again
 * @param hints what it says may have moved; none for one that says nothing of the kind
 * @param edits what it says people and programs changed; none where it has no values
 */
public record Notice(String key, List<Hint> hints, List<ToldEdit> edits) {

  /** One without values. */
  public Notice(String key, List<Hint> hints) {
    this(key, hints, List.of());
  }
}
