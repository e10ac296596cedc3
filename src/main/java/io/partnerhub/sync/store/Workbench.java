package io.partnerhub.sync.store;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.AgreedRecord;
import io.partnerhub.sync.Attempt;
import io.partnerhub.sync.Decision;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.LedgerEntry;
import io.partnerhub.sync.Observation;
import io.partnerhub.sync.Origin;
import io.partnerhub.sync.Replica;
import io.partnerhub.sync.Stray;
import io.partnerhub.sync.Trouble;
import io.partnerhub.sync.merge.Due;
import io.partnerhub.sync.merge.Endings;
import io.partnerhub.sync.merge.Merged;
import io.partnerhub.sync.merge.SyncStatus;
import io.partnerhub.sync.merge.Unread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The dossiers of one transaction while they are being worked on. */
public final class Workbench {

  private final Mapping mapping;
  private final Map<Long, Dossier> before;
  private final Map<Long, Dossier> now;
  private final Set<Long> touched = new LinkedHashSet<>();
  private final Set<Long> restated = new LinkedHashSet<>();
  private final Set<Long> removed = new LinkedHashSet<>();
  private final Changes changes = new Changes();
  private long toldAt;

  /** A bench for one transaction, with the dossiers that it loaded, by their records. */
  public Workbench(Mapping mapping, Map<Long, Dossier> loaded) {
    this.mapping = mapping;
    this.before = loaded;
    this.now = new LinkedHashMap<>(loaded);
  }

  /** As it stands now; null where it was not loaded or is removed. */
  public Dossier get(long record) {
    return now.get(record);
  }

  /** What is gathered so far; more can be added to it. */
  public Changes changes() {
    return changes;
  }

  /** Takes a new or a changed dossier. */
  public void put(Dossier dossier) {
    now.put(dossier.record().id(), dossier);
    touched.add(dossier.record().id());
  }

  /** What each copy of the record is due is said anew, though nothing of it changed. */
  public void restate(long record) {
    touched.add(record);
    restated.add(record);
  }

  /** Takes a record away with all that belongs to it. */
  public void remove(long record) {
    now.remove(record);
    touched.remove(record);
    if (before.containsKey(record)) {
      removed.add(record);
    }
  }

  /** Takes a merge's result, and writes down its decisions. */
  public void take(
      SystemName system, Merged merged, LedgerEntry.Event event, Observation seen, long reading) {
    bury(get(merged.dossier().record().id()), merged.dossier());
    put(merged.dossier());
    List<Decision> telling =
        merged.decisions().stream().filter(d -> d.verdict() != Decision.Verdict.SAME).toList();
    if (!telling.isEmpty()) {
      changes.ledger(
          new LedgerEntry(
              merged.dossier().record().id(),
              system,
              event,
              reading,
              0,
              seen == null ? null : seen.stamp(),
              telling,
              null,
              seen == null ? null : seen.version(),
              seen == null ? null : seen.by()));
    }
  }

  /** Copies that people or the hub deleted, and that are to be made or were found again. */
  private void bury(Dossier old, Dossier merged) {
    if (old == null) {
      return;
    }
    for (Replica was : old.replicas().values()) {
      Replica is = merged.replica(was.system());
      if (was.id() != null && (is.id() == null || !is.id().id().equals(was.id().id()))) {
        long until = Math.max(was.fence().readEnded(), is.fence().readEnded());
        changes.bury(was.system(), new Stray(was.id(), null, Stray.Why.REPLACED, until, false));
      }
    }
  }

  /** The key by which the record is found; none once it is over. */
  private String key(Dossier dossier) {
    return new Endings(mapping, dossier).isOver() ? null : mapping.keyOf(dossier.record().agreed());
  }

  /** Everything that differs from what was loaded. */
  public Changes finish(Transaction tx) {
    removed.forEach(changes::remove);
    removed.forEach(id -> before.get(id).replicas().values().forEach(changes::gone));
    removed.forEach(id -> changes.mark(RollupMark.of(mapping, before.get(id), null)));
    for (long id : touched) {
      Dossier old = before.get(id);
      Dossier settled = told(tx, old == null ? now.get(id) : mended(old, now.get(id)));
      now.put(id, settled);
      compare(old, settled);
    }
    return changes;
  }

  /** All of them; once finished, as they are stored. */
  public Map<Long, Dossier> dossiers() {
    return now;
  }

  /** What a change of the record, or of where it has copies, means for writes that failed. */
  private Dossier mended(Dossier old, Dossier dossier) {
    if (dossier.replicas().values().stream().allMatch(r -> r.trouble().equals(Trouble.NONE))) {
      return dossier;
    }
    Set<String> sync = mapping.syncFields();
    boolean isNews =
        !old.record().equals(dossier.record()) || !old.states().equals(dossier.states());
    Dossier mended = dossier;
    for (Replica replica : dossier.replicas().values()) {
      Replica retried = isNews ? replica.retriedNow() : replica;
      if (!retried.trouble().equals(Trouble.NONE)) {
        Due due = Due.of(mapping, dossier, replica.system());
        boolean tells = retried.trouble().fate() != Trouble.Fate.TRIED;
        boolean isOver = tells ? due.isOverBut(sync) : due.isOver();
        mended = mended.with(isOver ? retried.untroubled() : retried);
      }
    }
    return mended;
  }

  /** Says on the record what now stands in its way. */
  private Dossier told(Transaction tx, Dossier dossier) {
    List<Decision> news = new SyncStatus(mapping, dossier).news();
    if (news.isEmpty()) {
      return dossier;
    }
    if (toldAt == 0) { // once for all: a batch may be refused as one
      toldAt = tx.tick();
    }
    AgreedRecord record = dossier.record();
    for (Decision one : news) {
      Origin origin = new Origin(SystemName.HUB, toldAt, one.because(), tx.now(), tx.now());
      record = record.accept(one.field(), one.is(), origin);
    }
    changes.ledger(
        new LedgerEntry(
            record.id(), SystemName.HUB, LedgerEntry.Event.DERIVED, toldAt, 0, null, news, null));
    return dossier.with(record);
  }

  private void compare(Dossier old, Dossier dossier) {
    changes.mark(RollupMark.of(mapping, old, dossier));
    boolean recordChanged = old == null || !old.record().equals(dossier.record());
    if (recordChanged || !Objects.equals(key(old), key(dossier))) {
      changes.record(dossier.record(), key(dossier));
    }
    if (recordChanged) {
      changes.references(
          Reference.changed(mapping, old == null ? null : old.record(), dossier.record()));
      lookAtStrays(old, dossier);
    }
    boolean isNews =
        recordChanged
            || !old.states().equals(dossier.states())
            || Unread.isLessIn(mapping, old, dossier);
    boolean anew = restated.contains(dossier.record().id());
    for (Replica replica : dossier.replicas().values()) {
      Replica was = old == null ? null : old.replica(replica.system());
      boolean same = was != null && was.fenced(replica.fence()).equals(replica);
      if (!same || anew || (isNews && !staysInStep(was, old, replica, dossier))) {
        changes.standing(was, Changes.Standing.of(mapping, replica, dossier));
      } else if (!was.fence().equals(replica.fence())) {
        changes.fence(replica);
      }
      if (was != null && was.isLinked() && !replica.isLinked()) {
        changes.lookAt(mapping.keyOf(dossier.record().agreed()));
      }
      if (was != null && was.isLinked() && !Objects.equals(heldKey(was), heldKey(replica))) {
        changes.lookAt(was.holds().get(mapping.key()));
      }
    }
    settleAttempts(old, dossier);
  }

  /** Whether the copy lacked nothing and lacks nothing, so that its row says so already. */
  private boolean staysInStep(Replica was, Dossier old, Replica replica, Dossier dossier) {
    Changes.Standing now = Changes.Standing.of(mapping, replica, dossier);
    return now.due().isOver() && now.due().equals(Changes.Standing.of(mapping, was, old).due());
  }

  private String heldKey(Replica replica) {
    return replica.isLinked() ? replica.holds().get(mapping.key()) : null;
  }

  private void lookAtStrays(Dossier old, Dossier dossier) {
    String was = old == null ? null : mapping.keyOf(old.record().agreed());
    String is = mapping.keyOf(dossier.record().agreed());
    if (old != null && !Objects.equals(was, is)) {
      changes.lookAt(was);
      changes.lookAt(is);
    }
    if (was != null && is != null && !was.equals(is)) {
      Origin origin = dossier.record().origins().get(mapping.key());
      long record = dossier.record().id();
      Parent parent = new Parent(mapping.type(), was);
      mapping
          .relatives()
          .children()
          .forEach(
              children -> changes.renamed(new Rename(0, record, children, parent, is, origin)));
    }
  }

  private void settleAttempts(Dossier old, Dossier dossier) {
    if (old != null) {
      List<Attempt> settled = new ArrayList<>(old.attempts());
      settled.removeAll(dossier.attempts());
      settled.forEach(a -> changes.settled(a.id()));
    }
  }
}
