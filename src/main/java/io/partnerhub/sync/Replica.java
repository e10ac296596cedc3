package io.partnerhub.sync;

import io.partnerhub.model.NativeId;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * One system's copy of a record.
 *
 * @param id where it is; null while it is absent
 * @param holds what the system is known to hold
 * @param standsFor the agreed values that this stands for: other than {@code holds} where the
 *     system renders a value in its own way (cut, trimmed, rounded)
 * @param rendering fields written last whose rendering the system has not shown yet
 * @param rewrites how often a value that the system's side changed was put back, by field
 */
public record Replica(
    long record,
    SystemName system,
    State state,
    NativeId id,
    Values holds,
    Values standsFor,
    Fence fence,
    Set<String> rendering,
    Map<String, Rewrites> rewrites,
    Trouble trouble) {

  /** Whether the copy exists. */
  public enum State {
    ABSENT,
    LINKED,
    /** Its system's people deleted it. */
    GONE,
    /** The hub deleted it, since the record had ended elsewhere. */
    REMOVED
  }

  /** How often a field was put back, and when last. */
  public record Rewrites(int times, Instant last) {}

  /** A copy that does not exist yet. */
  public static Replica absent(long record, SystemName system) {
    return new Replica(
        record,
        system,
        State.ABSENT,
        null,
        Values.none(),
        Values.none(),
        Fence.OPEN,
        Set.of(),
        Map.of(),
        Trouble.NONE);
  }

  /** Whether the copy is known to be there. */
  public boolean isLinked() {
    return state == State.LINKED;
  }

  /** The same, found there or made there. */
  public Replica linked(NativeId newId) {
    return new Replica(
        record, system, State.LINKED, newId, holds, standsFor, fence, rendering, rewrites, trouble);
  }

  /** The same, deleted by people, as a look that ended at this tick showed. */
  public Replica gone(long tick) {
    return ended(State.GONE, id, tick);
  }

  /** The same, deleted by the hub, whose call had its answer at this tick. */
  public Replica removed(long tick) {
    return ended(State.REMOVED, id, tick);
  }

  /** To be made anew; what the old copy held tells an edit from a return of the old copy. */
  public Replica absent(long tick) {
    return ended(State.ABSENT, null, tick);
  }

  private Replica ended(State now, NativeId last, long tick) {
    return new Replica(
        record,
        system,
        now,
        last,
        holds,
        standsFor,
        fence.seenGone(tick),
        Set.of(),
        rewrites,
        Trouble.NONE);
  }

  /** It now holds a value, which stands for an agreed one. */
  public Replica holding(String field, String value, String standing) {
    return new Replica(
        record,
        system,
        state,
        id,
        holds.with(field, value),
        standsFor.with(field, standing),
        fence,
        rendering,
        rewrites,
        trouble);
  }

  /** The same, of which nothing but these fields is known. */
  public Replica knowing(Predicate<String> fields) {
    return new Replica(
        record,
        system,
        state,
        id,
        holds.only(fields),
        standsFor.only(fields),
        fence,
        rendering,
        rewrites,
        trouble);
  }

  /** The same behind another fence. */
  public Replica fenced(Fence newFence) {
    return new Replica(
        record, system, state, id, holds, standsFor, newFence, rendering, rewrites, trouble);
  }

  /** The same, where these written fields have yet to be read back. */
  public Replica rendering(Set<String> fields) {
    return new Replica(
        record, system, state, id, holds, standsFor, fence, Set.copyOf(fields), rewrites, trouble);
  }

  /** The same, where this field was put back so often. */
  public Replica rewritten(String field, Rewrites count) {
    Map<String, Rewrites> more = new TreeMap<>(rewrites);
    more.put(field, count);
    return new Replica(
        record, system, state, id, holds, standsFor, fence, rendering, more, trouble);
  }

  /** As if a field had never been put back. */
  public Replica notRewritten(String field) {
    if (!rewrites.containsKey(field)) {
      return this;
    }
    Map<String, Rewrites> fewer = new TreeMap<>(rewrites);
    fewer.remove(field);
    return new Replica(
        record, system, state, id, holds, standsFor, fence, rendering, fewer, trouble);
  }

  /** The same with this in the way of its write. */
  public Replica troubled(Trouble newTrouble) {
    return new Replica(
        record, system, state, id, holds, standsFor, fence, rendering, rewrites, newTrouble);
  }

  /** Nothing is to be written: what stood in the way of it does no more. */
  public Replica untroubled() {
    return trouble.equals(Trouble.NONE) ? this : troubled(Trouble.NONE);
  }

  /** Newer values may succeed where the last ones failed. */
  public Replica retriedNow() {
    return trouble.tryAt() == null && !trouble.fate().rests()
        ? this
        : troubled(trouble.retriedNow());
  }
}
