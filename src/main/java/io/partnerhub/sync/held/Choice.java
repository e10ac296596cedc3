package io.partnerhub.sync.held;

import io.partnerhub.model.SystemName;

/** What a person decides about a held field. */
public sealed interface Choice {

  /** The agreed value stays. */
  record Agreed() implements Choice {}

  /** What this system's users want; it must be one of the hold's candidates. */
  record Candidate(SystemName system) implements Choice {}

  /**
   * A value of the person's own.
   *
   * @param text in the field's canonical form or an alias of it; empty to empty the field
   */
  record Value(String text) implements Choice {}
}
