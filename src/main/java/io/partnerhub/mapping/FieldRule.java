package io.partnerhub.mapping;

import io.partnerhub.model.SystemName;

/** Whose edit of a field counts. */
public sealed interface FieldRule {

  /** The rule as people read it in the ledger. */
  String inWords();

  /** Only this system's users decide; an edit elsewhere is put back. */
  record Owner(SystemName system) implements FieldRule {
    @Override
    public String inWords() {
      return "owner " + system;
    }
  }

  /**
   * Shared; of two concurrent edits the later one counts, if it certainly is later; else both are
   * held.
   */
  record Latest() implements FieldRule {
    @Override
    public String inWords() {
      return "shared, latest";
    }
  }

  /** Shared; of two concurrent edits this system's one counts. */
  record Prefer(SystemName system) implements FieldRule {
    @Override
    public String inWords() {
      return "shared, prefer " + system;
    }
  }

  /** Shared; two concurrent edits are held until an admin chooses. */
  record Hold() implements FieldRule {
    @Override
    public String inWords() {
      return "shared, hold";
    }
  }

  /** Shared; what each side adds to or removes from a set of choices counts. */
  record Union() implements FieldRule {
    @Override
    public String inWords() {
      return "shared, union";
    }
  }

  /** Shared; a status moves only along its transitions, whoever tells of a step and when. */
  record Advance(Transitions transitions) implements FieldRule {
    @Override
    public String inWords() {
      return "shared, advance";
    }
  }

  /** The hub works the value out from other records; an edit in any system is put back. */
  record Derived(Rollup rollup) implements FieldRule {
    @Override
    public String inWords() {
      return "derived from " + rollup.children();
    }
  }
}
