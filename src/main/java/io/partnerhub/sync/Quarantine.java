package io.partnerhub.sync;

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
   * How many there are in one location.
   *
   * @param waiting copies that wait
   * @param known linked copies
   */
  record Census(int waiting, int known) {}

  /** The marks of those among some copies that are kept. */
  Map<String, Mark> marks(Collection<String> nativeIds);

  Census census(String location);

  /** Whether a person is to decide anywhere in the system. */
  boolean isStopped();

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

  /** Ends the stop of a location, if there is one; whether there was. */
  boolean resume(String location);

  /** What waits in a location is read again, and merged or put back. */
  int release(String location, Mark mark);
}
