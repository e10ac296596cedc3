package io.partnerhub.sync.store;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Stray;
import io.partnerhub.sync.Suspect;
import io.partnerhub.sync.system.Checkpoint;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What the heart needs of the hub's store. Time and order here are the store's own. */
public interface Store {

  long tick();

  Instant now();

  /** Runs work in one transaction; one at a time for a type, on all nodes. */
  <T> T inTransaction(RecordType type, Function<Transaction, T> work);

  /**
   * The same for what was read and can be read again: it may reach the disk a moment later. A power
   * cut takes back the whole of it, and never keeps an intent that came after it.
   */
  default <T> T reading(RecordType type, Function<Transaction, T> work) {
    return inTransaction(type, work);
  }

  /**
   * The same beside others of the type, and with no order among them: for what no merge looks at.
   */
  default <T> T beside(RecordType type, Function<Transaction, T> work) {
    return inTransaction(type, work);
  }

  /** The checkpoints of some sources; a source never read has one at the start. */
  List<Checkpoint> checkpoints(RecordType type, SystemName system, Collection<String> sources);

  /** Whether every source of a type was read completely once, in all its systems. */
  default boolean readCompletely(Mapping mapping) {
    return mapping.sides().values().stream()
        .map(side -> checkpoints(mapping.type(), side.system(), side.placement().locations()))
        .flatMap(List::stream)
        .allMatch(Checkpoint::complete);
  }

  /** Sources that were read completely showed no news of others up to an instant. */
  void quiet(RecordType type, SystemName system, Collection<String> sources, Instant until);

  /**
   * Those of these types in which something may be due there; asks little, for it is asked often.
   */
  Set<RecordType> mayBeDue(Collection<RecordType> types, SystemName system);

  /** Takes a batch of one location under a lease, most urgent first. */
  Optional<Batch> claim(Claim claim);

  /** Whether such a claim would take anything, anywhere. */
  boolean isClaimable(Claim claim);

  /** Whether parents of this type were renamed and its references have yet to follow. */
  boolean hasRenames(RecordType type);

  /** Those of these copies that were seen before, strays included. */
  Set<String> seen(RecordType type, SystemName system, Collection<String> nativeIds);

  /** Copies known in a location, strays included. */
  int knownRows(RecordType type, SystemName system, String location);

  /** Copies that are to be read again, strays included. */
  List<NativeId> toReadAgain(RecordType type, SystemName system, int limit);

  /**
   * Copies of no record on which the reason is to be told by now, longest first.
   *
   * @param whys only those with one of these reasons
   */
  List<NativeId> untold(RecordType type, SystemName system, Set<Stray.Why> whys, int limit);

  /**
   * Copies that a read did not find, though nothing says they are deleted, are left for a while.
   */
  void lookLater(RecordType type, SystemName system, Collection<String> nativeIds, Instant at);

  /** Attempts whose lease ended without an answer count as lost. */
  int expire(RecordType type);

  /** This hub just started: claims from before are free, attempts from before count as lost. */
  int expireAllOf(String hubId);

  /** Lost attempts that can no longer land: their replicas are to be read again. */
  int close(RecordType type, Instant lostBefore);

  /**
   * Keys of lost adds that can no longer land, and of moves whose copies are not where they were:
   * they are to be looked for.
   */
  Map<String, Long> lostAdds(RecordType type, SystemName system, int limit);

  /** Whether some record's derived fields are to be worked out again. */
  boolean isMarkedForRollup(RecordType type);

  /** Oldest first, but for those in some locations. */
  List<Suspect> suspects(RecordType type, SystemName system, Set<String> without, int limit);

  /** Suspects of a system that tells edits by events: those of which events have told. */
  Told told(RecordType type, SystemName system, int limit);

  /** Records with a held field and a greater id than {@code after}, in the order of their ids. */
  List<Long> heldRecords(RecordType type, long after, int limit);

  /** Copies of no record that people have to mend, longest first. */
  List<HeldCopy> heldCopies(RecordType type, int limit);

  /** Business keys of several records, in their order. */
  List<HeldKey> heldKeys(RecordType type, int limit);

  /** Where the guard on mass change waits for a person. */
  List<Stop> stops(RecordType type);

  /** Locations where copies were released by the guard that only a sweep can tell to be deleted. */
  Set<String> toSweep(RecordType type, SystemName system);

  /** Whether the guard on mass change keeps anything of a system, or waits for a person. */
  boolean isKeeping(RecordType type, SystemName system);
}
