package io.partnerhub.sync;

import io.partnerhub.model.NativeId;
import io.partnerhub.model.Values;
import java.time.Instant;
import java.util.Set;

/**
 * A write between whose pre-read and answer someone else changed the same location, or whose answer
 * was lost: an edit may have been overwritten unseen.
 *
 * @param id from the store; 0 before it is stored
 * @param before what the written fields held at the pre-read
 * @param since begin of the pre-read
 * @param wrote what was written to them
 * @param answered whether the write is known to have happened
 */
public record Suspect(
    long id,
    long record,
    NativeId copy,
    Set<String> fields,
    Values before,
    Instant since,
    Values wrote,
    boolean answered) {

  /** Of an attempt before which the copy was read at this instant of the store's clock. */
  public static Suspect of(Attempt attempt, Instant since, boolean answered) {
    return new Suspect(
        0,
        attempt.record(),
        attempt.target(),
        attempt.fields(),
        attempt.before(),
        since,
        attempt.values(),
        answered);
  }
}
