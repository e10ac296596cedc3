package io.partnerhub.sync.store;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Attempt;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.Stray;
import io.partnerhub.sync.Suspect;
import io.partnerhub.sync.system.Checkpoint;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One transaction on the records of one type; there is only one at a time for a type. */
public interface Transaction {

  /** The next tick. */
  long tick();

  /** The store's clock. */
  Instant now();

  /**
   * What is known about these copies and keys.
   *
   * @param sources all sources of the system for the type
   */
  Known known(
      SystemName system,
      Set<String> sources,
      Collection<String> nativeIds,
      Collection<String> keys);

  /** Dossiers by record id; those that do not exist are missing. */
  Map<Long, Dossier> dossiers(Collection<Long> records);

  /** Ids for records to come. */
  List<Long> newRecordIds(int count);

  void save(SystemName system, Changes changes);

  /** Saves what a batch came to and gives its replicas back, to be tried when they say. */
  default void settle(SystemName system, Changes changes, Batch batch, Collection<Long> records) {
    save(system, changes);
    release(batch, records, null);
  }

  /** The derived fields of the type. */
  Rollups rollups();

  /** Which systems the type's mapping names. */
  Sides sides(Mapping mapping);

  /** By which mapping the type was read. */
  FieldForms forms();

  /** How far a source has been read; the start when it never was. */
  Checkpoint checkpoint(SystemName system, String source);

  void checkpoint(SystemName system, Checkpoint checkpoint, Instant readUntil);

  /**
   * How the records of a claim stand now.
   *
   * @param resolved fields that name a parent there
   */
  Claimed claimed(Batch batch, Set<String> resolved);

  /** The dead letters of the type. */
  Letters letters();

  /** What refers to what. */
  References references();

  /** Gives claimed replicas back, not to be tried before an instant. */
  void release(Batch batch, Collection<Long> records, Instant tryAt);

  /** Stores attempts before their calls; gives them their ids. */
  List<Attempt> open(Batch batch, List<Attempt> attempts, Instant leaseUntil);

  /** The answers of these attempts were lost; they may still land. */
  void lost(Collection<Long> attempts);

  /** Edits that may have been overwritten unseen are looked for later. */
  void suspect(SystemName system, List<Suspect> suspects);

  void cleared(Collection<Long> suspects);

  /** What was told of copies up to an edit, by the copy's id, is of no more use. */
  void heard(SystemName system, Map<String, Long> untilEdit);

  /** Linked copies in a location, last read and written before a tick, that are not in a set. */
  Map<Long, NativeId> missing(SystemName system, String location, Set<String> ids, long before);

  /** Strays of a location, last read before a tick, that are not in a set. */
  List<Stray> missingStrays(SystemName system, String location, Set<String> ids, long before);

  /**
   * How many known copies of a location, strays included, are not in a set, and were read or
   * written since a tick, or are just now: whether they are still there the set does not tell.
   */
  int unjudged(SystemName system, String location, Set<String> ids, long before);

  /** How many copies are known in a location, strays included. */
  int knownRows(SystemName system, String location);

  /** What the guard on mass change keeps of a system. */
  Quarantine quarantine(SystemName system);
}
