package io.partnerhub.sync.store;

import io.partnerhub.model.NativeId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Copies of one type and system whose changes the guard keeps from being merged, within one
 * transaction. Such a copy is neither written nor read again until it is released.
 */
public interface Quarantine {

  /** What becomes of a kept copy when it is read. */
  enum Mark {
    /** It waits: its cycle goes on, or a person is to decide. */
    WAITS,
    /** Its change is merged without being counted. */
    APPLY,
    /** Its change is put back. */
    PUT_BACK
  }

  /**
   * What is kept now.
   *
   * @param marks of those of the copies asked for that are kept
   * @param waiting how many copies wait, by location
   * @param passed how many changes passed lately, by location; several of one copy count each
   * @param stopped a person is to decide anywhere in the system
   */
  record Standing(
      Map<String, Mark> marks,
      Map<String, Integer> waiting,
      Map<String, Integer> passed,
      boolean stopped) {

    /** How many changes wait there; 0 where none do. */
    public int waitingIn(String location) {
      return waiting.getOrDefault(location, 0);
    }

    /** How many changes wait there or passed lately, at most: a copy may count several times. */
    public int changedIn(String location) {
      return waitingIn(location) + passed.getOrDefault(location, 0);
    }
  }

  /** What is kept, and what passed after an instant. */
  Standing standing(Collection<String> nativeIds, Instant since);

  /**
   * How many copies of a location wait, passed after an instant, or are these; each counts once.
   */
  int changed(String location, Instant since, Collection<String> these);

  /** How many linked copies there are in a location. */
  int known(String location);

  /**
   * Keeps copies; those that are kept already stay as they are.
   *
   * @param missing they were deleted, as far as a sweep can tell
   */
  void keep(Collection<NativeId> copies, boolean missing);

  /** These are merged, or need not be. */
  void remove(Collection<String> nativeIds);

  /** Copies waiting as deleted that a sweep found there: they need not wait. */
  void found(String location, Set<String> nativeIds);

  /** Locations with copies that were kept before an instant and still wait, or with a stop. */
  List<String> unsettled(Instant keptBefore);

  void stop(String location, int limit);

  /** Ends the stop of a location, where the count begins anew; whether there was one. */
  boolean resume(String location);

  /** What waits in a location is read again, and merged or put back; gives the copies. */
  List<NativeId> release(String location, Mark mark);
}
