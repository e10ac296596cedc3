package io.partnerhub.sync.store;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.AgreedRecord;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.LedgerEntry;
import io.partnerhub.sync.Replica;
import io.partnerhub.sync.Stray;
import io.partnerhub.sync.merge.Due;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What one transaction is to store; filled by the merge, written in a few set-based statements. */
public final class Changes {

  /**
   * A replica with what it is due from now on.
   *
   * @param heldKey the business key that the copy holds, or null
   * @param telling while its write rests, what tells of that is due
   */
  public record Standing(Replica replica, Due due, String heldKey, boolean telling) {

    static Standing of(Mapping mapping, Replica replica, Dossier dossier) {
      boolean rests = replica.trouble().fate().rests();
      Due now = Due.now(mapping, dossier, replica.system());
      boolean telling = rests && now.isDue();
      Due shown = rests && !telling ? Due.of(mapping, dossier, replica.system()) : now;
      return new Standing(replica, shown, replica.holds().get(mapping.key()), telling);
    }
  }

  /**
   * Copies whose changes the guard lets pass: they count for a while.
   *
   * @param until what passed until then counts no more
   */
  public record Passed(List<NativeId> copies, Instant until) {}

  private final List<AgreedRecord> records = new ArrayList<>();
  private final Map<Long, String> keys = new LinkedHashMap<>();
  private final List<Reference> references = new ArrayList<>();
  private final Set<RollupMark> marks = new LinkedHashSet<>();
  private final List<Rename> renames = new ArrayList<>();
  private final List<Standing> standings = new ArrayList<>();
  private final List<Replica> fences = new ArrayList<>();
  private final LinkedCopies linked = new LinkedCopies();
  private final Set<Long> removedRecords = new LinkedHashSet<>();
  private final Set<Long> settledAttempts = new LinkedHashSet<>();
  private final List<Stray> strays = new ArrayList<>();
  private final Map<SystemName, List<Stray>> buried = new TreeMap<>();
  private final Set<String> removedStrays = new LinkedHashSet<>();
  private final Set<String> keysToLookAt = new LinkedHashSet<>();
  private final List<GivenUp> givenUp = new ArrayList<>();
  private final List<Replica> letterless = new ArrayList<>();
  private final List<LedgerEntry> ledger = new ArrayList<>();
  private Passed passed = new Passed(List.of(), Instant.EPOCH);

  void record(AgreedRecord record, String key) {
    records.add(record);
    keys.put(record.id(), key);
  }

  void renamed(Rename rename) {
    renames.add(rename);
  }

  /** What fields of records refer to from now on. */
  public void references(List<Reference> changed) {
    references.addAll(changed);
  }

  void mark(List<RollupMark> more) {
    marks.addAll(more);
  }

  /**
   * Takes a replica as it stands now.
   *
   * @param was as it stood before; null for a new one
   */
  void standing(Replica was, Standing standing) {
    linked.changed(was, standing.replica());
    if (was != null && !standing.replica().trouble().fate().hasLetter()) {
      noLetter(was);
    }
    standings.add(standing);
  }

  /** A replica goes with its record. */
  void gone(Replica replica) {
    linked.changed(replica, null);
    noLetter(replica);
  }

  void fence(Replica replica) {
    fences.add(replica);
  }

  void remove(long record) {
    removedRecords.add(record);
  }

  void settled(long attempt) {
    settledAttempts.add(attempt);
  }

  /** Stores a copy that belongs to no record, or what is new of it. */
  public void stray(Stray stray) {
    strays.add(stray);
  }

  /** A copy that is no replica's any more: pictures from before are to be ignored. */
  void bury(SystemName system, Stray tombstone) {
    buried.computeIfAbsent(system, s -> new ArrayList<>()).add(tombstone);
  }

  /** The copy of this native id is no stray any more. */
  public void noStray(String nativeId) {
    removedStrays.add(nativeId);
  }

  /** Strays with this key are judged again. */
  public void lookAt(String key) {
    if (key != null) {
      keysToLookAt.add(key);
    }
  }

  /** Makes a dead letter of a write. */
  public void giveUp(GivenUp write) {
    givenUp.add(write);
  }

  /** The cause of its dead letter is gone, if it has one. */
  private void noLetter(Replica replica) {
    if (replica.trouble().fate().hasLetter()) {
      letterless.add(replica);
    }
  }

  /** Notes what the guard lets pass. */
  public void passed(Passed copies) {
    passed = copies;
  }

  public Passed passed() {
    return passed;
  }

  /** Adds a line to the ledger. */
  public void ledger(LedgerEntry entry) {
    ledger.add(entry);
  }

  public List<AgreedRecord> records() {
    return records;
  }

  /** The business key of a changed record, or null. */
  public String keyOf(AgreedRecord record) {
    return keys.get(record.id());
  }

  /** References of these records that changed. */
  public List<Reference> references() {
    return references;
  }

  /** Records whose derived fields follow from these changes. */
  public Set<RollupMark> marks() {
    return marks;
  }

  /** Keys that changed, once for each type that refers to this one. */
  public List<Rename> renames() {
    return renames;
  }

  public List<Standing> standings() {
    return standings;
  }

  /** Replicas of which only the fence moved. */
  public List<Replica> fences() {
    return fences;
  }

  /** Places that have more linked copies than before, or fewer. */
  public LinkedCopies linked() {
    return linked;
  }

  public Set<Long> removedRecords() {
    return removedRecords;
  }

  public Set<Long> settledAttempts() {
    return settledAttempts;
  }

  public List<Stray> strays() {
    return strays;
  }

  /** Tombstones, by system. */
  public Map<SystemName, List<Stray>> buried() {
    return buried;
  }

  public Set<String> removedStrays() {
    return removedStrays;
  }

  public Set<String> keysToLookAt() {
    return keysToLookAt;
  }

  /** Writes that became dead letters, or whose dead letters are to say so once more. */
  public List<GivenUp> givenUp() {
    return givenUp;
  }

  /** Replicas whose dead letters leave the queue. */
  public List<Replica> letterless() {
    return letterless;
  }

  public List<LedgerEntry> ledger() {
    return ledger;
  }
}
