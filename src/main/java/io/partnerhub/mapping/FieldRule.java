package io.partnerhub.mapping;

import io.partnerhub.model.SystemName;
import java.util.Locale;

/** Whose edit of a field counts. */
public sealed interface FieldRule {

  /** The rule as people read it in the ledger. */
  String inWords();

  /**
   * Whether it tells what an edit comes to that a write of the hub replaced before it was read; the
   * other rules would have to know which of the two came first.
   */
  default boolean judgesOverwritten() {
    return false;
  }

  /** Only this system's users decide; an edit elsewhere is put back. */
  record Owner(SystemName system) implements FieldRule {
    @Override
    public String inWords() {
      return "owner " + system;
    }

    @Override
    public boolean judgesOverwritten() {
      return true;
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

    @Override
    public boolean judgesOverwritten() {
      return true;
    }
  }

  /** Shared; a status moves only along its transitions, whoever tells of a step and when. */
  record Advance(Transitions transitions) implements FieldRule {
    @Override
    public String inWords() {
      return "shared, advance";
    }

    @Override
    public boolean judgesOverwritten() {
      return true;
    }
  }

  /** The hub says here what stands in the record's way; an edit in any system is put back. */
  record Sync(Part part) implements FieldRule {

    /** What it says of it. */
    public enum Part {
      /** In a word or two, for filters; empty when nothing stands in the way. */
      STATUS,
      /** In sentences. */
      MESSAGE
    }

    @Override
    public String inWords() {
      return "sync " + part.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean judgesOverwritten() {
      return true;
    }
  }

  /** The hub works the value out from other records; an edit in any system is put back. */
  record Derived(Rollup rollup) implements FieldRule {
    @Override
    public String inWords() {
      return "derived from " + rollup.children();
    }

    @Override
    public boolean judgesOverwritten() {
      return true;
    }
  }
}
