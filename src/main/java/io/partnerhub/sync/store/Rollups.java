package io.partnerhub.sync.store;

import io.partnerhub.mapping.Derivation;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What the store does for the derived fields of one type, within a transaction on that type. */
public interface Rollups {

  /**
   * Takes keys of marked records, the longest marked first, and ends their marks. A mark that is
   * set from now on stays.
   */
  Set<String> takeMarks(int limit);

  /**
   * Works derived fields out for the records with these keys, from their children alone.
   *
   * <p>A child counts as long as it stands: it has a copy somewhere, or is still to get its first
   * one, and was not deleted where that deletes all its copies.
   */
  List<RolledUp> workOut(List<Derivation> derivations, Collection<String> keys);

  /**
   * Marks all records of the type once, unless this was done for the same roll-ups before.
   *
   * @param form all that decides what the type's derived fields come to
   */
  void markAllFor(String form);
}
