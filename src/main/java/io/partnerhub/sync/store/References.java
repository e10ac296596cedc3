package io.partnerhub.sync.store;

import io.partnerhub.model.SystemName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one transaction sees of the references of its type. */
public interface References {

  /**
   * Records whose write has been waiting for a parent since before an instant, with that parent;
   * those that are marked already are left out, those whose parent is going to be written, and
   * those that rest: a refused or discarded write is tried no more, so that it waits for nothing.
   */
  Map<Long, Parent> overdue(SystemName system, Instant dueBefore, int limit);

  /** Records of this type that refer to a parent. */
  List<Long> children(Parent parent, int limit);

  /**
   * The oldest rename that the references of this type can follow: none waits for a key that is
   * another record's, or under which another record's children still are.
   */
  Optional<Rename> nextRename();

  /** No reference under the old key is left. */
  void followed(Rename rename);
}
