package io.partnerhub.sync.system;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Metadata;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Observation;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Write;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One outside system. Stateless but for its login and its rate limit: what was read so far is in
 * the checkpoint. Reads throw {@link SystemUnavailable}; writes never throw for what a system may
 * answer, they give an {@link Outcome} a record.
 */
public interface Connector {

  SystemName system();

  /** What the system says about each place that the mapping names; places it lacks are left out. */
  List<Metadata> metadata(Mapping mapping);

  /**
   * Whether what a system tells of its places and copies, by {@link #metadata} and {@link #find},
   * shows if the cause of a refusal is gone. False for what only a try tells, such as a rule of the
   * system's people.
   */
  default boolean describes(Outcome.Reason reason) {
    return false;
  }

  /**
   * What is new in these sources, which may be of several types: at most one call, often none.
   *
   * @param now the store's clock at the beginning of the read
   * @return one for each source, in their order
   */
  List<News> news(List<Source> sources, Instant now);

  /**
   * The next page of what changed.
   *
   * @param cursor the last page's cursor; null to begin at the checkpoint
   * @param now the store's clock at the beginning of the read
   */
  Page changes(Mapping mapping, Checkpoint from, String cursor, Instant now);

  /** The slow second pass: what changed long behind the watermark; empty where none is needed. */
  Optional<Page> secondPass(Mapping mapping, Checkpoint from, String cursor, Instant now);

  /** All ids of a source; empty when it changed during the read or the system reports deletes. */
  Optional<Sweep> sweep(Mapping mapping, String source);

  /** Reads copies by their ids, in as few calls as the system allows. */
  RowsRead read(Mapping mapping, Collection<NativeId> ids);

  /** Live copies whose business key is one of these, in any place. */
  List<Observation> find(Mapping mapping, Collection<String> keys);

  /**
   * Writes a batch, as many records a call as the system takes, one call at a time a location. What
   * is due for several locations may come in one batch.
   *
   * <p>A {@link Write.Action#DELETE} has no fields. It is {@link Outcome.Written} under the copy's
   * own id once the copy is gone by this call, {@link Outcome.Gone} when it was gone before, and
   * {@link Outcome.Rejected} where the system cannot delete. Only the copy itself may go: where a
   * delete would take other copies along, it is rejected.
   *
   * @param sendBefore no call begins from then on: whatever was not sent is {@link
   *     Outcome.RetryLater}, for it may be settled by others
   */
  Answer write(Mapping mapping, List<Write> writes, Instant sendBefore);

  /** The same, however long its calls take. */
  default Answer write(Mapping mapping, List<Write> writes) {
    return write(mapping, writes, Instant.MAX);
  }

  /**
   * Past values of some fields of one copy, newest first, by field; empty where the system keeps
   * none.
   */
  Map<String, List<Edit>> history(Mapping mapping, NativeId id, Set<String> fields, Instant since);

  /**
   * Whether the system's events tell what its people change: then writes are judged by them, and
   * {@link #history} is not asked.
   */
  default boolean tellsEdits() {
    return false;
  }

  /**
   * Whether a place may hold copies that are none of the type and therefore have no key, as an
   * object of a CRM does: then a copy without a key is nobody's slip.
   */
  default boolean holdsOthers() {
    return false;
  }

  /** From so many copies of one place on, its news are fewer calls than the copies by their ids. */
  default int enoughForNews() {
    return Integer.MAX_VALUE;
  }

  /** How many writes of one action to one place go in one call; no more than a batch has. */
  default int callSize(Mapping mapping) {
    return batchSize();
  }

  /** How many records of a claim make full calls: the common multiple of read and write sizes. */
  int batchSize();

  /**
   * The system's own telling of changes; {@link Listening#NONE} where it is only polled.
   *
   * @param mappings those that name the system
   * @param wake to be called after hints were stored; returns at once
   */
  default Listening listening(List<Mapping> mappings, Inbox inbox, Runnable wake) {
    return Listening.NONE;
  }

  /** Calls used and allowed, as last known; empty while nothing is, or where nobody counts. */
  default Optional<CallBudget> calls() {
    return Optional.empty();
  }

  /** Calls that the hub itself makes and may make; empty where nobody counts. */
  default Optional<CallBudget> budget() {
    return Optional.empty();
  }

  /** Until when the budget has no call of this urgency left; empty while it has. */
  default Optional<Instant> spentUntil(Urgency urgency) {
    return Optional.empty();
  }
}
