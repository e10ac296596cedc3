package io.partnerhub.sync.held;

import io.partnerhub.model.NativeId;
import io.partnerhub.sync.merge.Merge;
import io.partnerhub.sync.store.Changes;
import io.partnerhub.sync.store.Quarantine;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which copies of a page are merged, and how, as the guard on mass change has it. */
public final class Passage {

  private final Map<String, Quarantine.Mark> marks;
  private final Set<String> kept;
  private final Changes.Passed passed;
  private final Set<String> done = new HashSet<>();

  /**
   * @param marks of the copies that were kept before
   * @param kept copies that are not merged now
   * @param passed changed copies that are merged now
   */
  Passage(Map<String, Quarantine.Mark> marks, Set<String> kept, Changes.Passed passed) {
    this.marks = marks;
    this.kept = kept;
    this.passed = passed;
  }

  /** Whether this copy's change is merged, not kept for a person. */
  public boolean admits(NativeId copy) {
    return !kept.contains(copy.id());
  }

  /** The merge as it is, or the one that puts everything back. */
  public Merge merge(Merge usual, NativeId copy) {
    return marks.get(copy.id()) == Quarantine.Mark.PUT_BACK ? usual.puttingBack() : usual;
  }

  /** What was kept of this copy is merged. */
  public void done(NativeId copy) {
    if (marks.containsKey(copy.id())) {
      done.add(copy.id());
    }
  }

  /** Has what passes counted, with all that is stored of it. */
  public void note(Changes changes) {
    changes.passed(passed);
  }

  /** Copies that were kept before and are merged now. */
  Set<String> done() {
    return done;
  }
}
