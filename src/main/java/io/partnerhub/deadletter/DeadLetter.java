package io.partnerhub.deadletter;

import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.letter.LastTry;
import io.partnerhub.sync.store.Letter;
import java.time.Instant;
import java.util.Map;

/**
 * A write that was given up, as the queue keeps it.
 *
 * @param record the hub's number of the record, which may be gone by now
 * @param key the record's business key at that time; null where it had none
 * @param action what the last try was to do; null where nothing could even be tried
 * @param location where; null where nothing could be tried
 * @param nativeId of the copy; null for an add
 * @param sent what the last try sent, by the system's own names of the fields
 * @param attempts failed tries since the last success or replay
 * @param firstAt when the write failed first
 * @param version of the mapping at that time
 * @param since when it came into the queue
 * @param closedAt when it left the queue; null while it is there
 * @param assignedTo who cares for it; null for nobody
 */
public record DeadLetter(
    long id,
    RecordType type,
    long record,
    SystemName system,
    String key,
    String action,
    String location,
    String nativeId,
    Map<String, String> sent,
    Outcome.Reason reason,
    int attempts,
    Instant firstAt,
    Instant lastAt,
    String version,
    Letter.State state,
    Instant since,
    Instant closedAt,
    String assignedTo) {

  LastTry lastTry() {
    return new LastTry(id, action, sent, reason);
  }
}
