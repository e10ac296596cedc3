package io.partnerhub.sync.write;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.Values;
import io.partnerhub.sync.AgreedRecord;
import io.partnerhub.sync.Attempt;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.Replica;
import io.partnerhub.sync.Write;
import io.partnerhub.sync.merge.Due;
import io.partnerhub.sync.read.Intake;
import io.partnerhub.sync.store.Batch;
import io.partnerhub.sync.store.Claimed;
import io.partnerhub.sync.store.Store;
import io.partnerhub.sync.store.Transaction;
import io.partnerhub.sync.store.Workbench;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Turns copies that were read just now into attempts, in one transaction with their merge. */
final class Intents {

  private final Store store;
  private final Mapping mapping;
  private final Intake intake;
  private final Timing timing;
  private final Failing failing;

  Intents(Store store, Mapping mapping, Intake intake, Timing timing) {
    this.store = store;
    this.mapping = mapping;
    this.intake = intake;
    this.timing = timing;
    this.failing = new Failing(mapping, timing);
  }

  /**
   * Stores the intent of so many adds as one call takes, as far as there are as many.
   *
   * @param fresh of adds only
   */
  Push.Armed store(Push.Fresh fresh, int most) {
    List<Attempt> attempts = new ArrayList<>();
    Batch later = fresh.batch();
    Instant sendBefore = null;
    do {
      int some = most - attempts.size();
      Push.Armed armed = store(fresh.of(later.first(some)));
      attempts.addAll(armed.attempts());
      sendBefore = sendBefore == null ? armed.sendBefore() : sendBefore;
      later = later.after(some);
    } while (attempts.size() < most && !later.records().isEmpty());
    return new Push.Armed(fresh, attempts, sendBefore, later);
  }

  Push.Armed store(Push.Fresh fresh) {
    return store.inTransaction(mapping.type(), tx -> store(tx, fresh));
  }

  private Push.Armed store(Transaction tx, Push.Fresh fresh) {
    Batch batch = fresh.batch();
    Map<Long, Dossier> read = intake.merge(tx, batch.system(), fresh.rows(), fresh.read());
    Claimed claimed = tx.claimed(batch, mapping.resolvedIn(batch.system()));
    List<Attempt> attempts = new ArrayList<>();
    Set<Long> free = new HashSet<>();
    Set<Long> overtaken = new HashSet<>();
    List<Attempt> notShown = new ArrayList<>();
    Set<NativeId> missing = missing(fresh);
    Map<Long, Dossier> dossiers = dossiers(tx, claimed.mine(), read);
    for (Dossier dossier : dossiers.values()) {
      long record = dossier.record().id();
      Due due =
          Due.now(mapping, dossier, batch.system())
              .without(claimed.waiting().getOrDefault(record, Set.of()));
      if (claimed.barred().contains(record) || !isOf(batch, due)) {
        free.add(record);
      } else if (mayBeSent(dossier, fresh, due)) {
        attempts.add(attempt(dossier, due, batch, tx.now()));
      } else if (dossier.replica(batch.system()).fence().wasReadBeside(fresh.read().began())) {
        free.add(record);
      } else if (missing.contains(dossier.replica(batch.system()).id())) {
        notShown.add(attempt(dossier, due, batch, tx.now()));
      } else {
        overtaken.add(record);
      }
    }
    putOff(tx, fresh, notShown, dossiers);
    tx.release(batch, free, tx.now());
    tx.release(batch, overtaken, tx.now().plus(timing.firstRetry()));
    Instant lease = tx.now().plus(timing.lease());
    return new Push.Armed(fresh, tx.open(batch, attempts, lease), lease);
  }

  /** Copies that were asked for and are not in the answer, not even as deleted. */
  private static Set<NativeId> missing(Push.Fresh fresh) {
    Set<String> shown = fresh.rows().stream().map(row -> row.id().id()).collect(Collectors.toSet());
    Set<NativeId> missing = new HashSet<>(fresh.batch().copies());
    missing.removeIf(copy -> shown.contains(copy.id()));
    return missing;
  }

  /** No call is made for a copy that no read shows, though nothing says that it is gone. */
  private void putOff(
      Transaction tx, Push.Fresh fresh, List<Attempt> notShown, Map<Long, Dossier> dossiers) {
    if (notShown.isEmpty()) {
      return;
    }
    Batch batch = fresh.batch();
    Workbench bench = new Workbench(mapping, dossiers);
    for (Attempt one : notShown) {
      Dossier dossier = dossiers.get(one.record());
      bench.put(failing.after(bench, dossier, one, reason(one, fresh), batch.claim(), tx.now()));
    }
    tx.settle(
        batch.system(), bench.finish(tx), batch, notShown.stream().map(Attempt::record).toList());
  }

  private static Outcome.RetryLater reason(Attempt attempt, Push.Fresh fresh) {
    Outcome.Reason ofPlace = fresh.unread().get(attempt.target().location());
    if (ofPlace != null) {
      return new Outcome.RetryLater(ofPlace, null);
    }
    return new Outcome.RetryLater(
        new Outcome.Reason(
            ReasonClass.GONE,
            "NOT_SHOWN",
            ("%s shows the copy %s to the hub no more, but does not say that it was deleted: it was"
                    + " removed for good, or the hub's user may not see it")
                .formatted(attempt.system(), attempt.target().id())),
        null);
  }

  /** Gives a batch back whose intent was not stored, not to be tried before an instant. */
  void giveBack(Batch batch, Instant tryAt) {
    store.inTransaction(
        mapping.type(),
        tx -> {
          tx.release(batch, batch.records(), tryAt);
          return null;
        });
  }

  /** The same, for as long as what failed before it, or for a while where that is null. */
  void giveBack(Batch batch, Duration wait) {
    giveBack(batch, store.now().plus(wait == null ? timing.firstRetry() : wait));
  }

  /** Those of a claim; none of a record that is not there any more. */
  private static Map<Long, Dossier> dossiers(
      Transaction tx, Set<Long> records, Map<Long, Dossier> read) {
    Map<Long, Dossier> dossiers = new TreeMap<>(read);
    dossiers.keySet().retainAll(records);
    Set<Long> others = new HashSet<>(records);
    others.removeAll(read.keySet());
    dossiers.putAll(tx.dossiers(others));
    return dossiers;
  }

  /** A copy that was found gone is added again by a later batch, which looks for new rows first. */
  private static boolean isOf(Batch batch, Due due) {
    return due.isDue()
        && due.location().equals(batch.location())
        && (due.action() != Write.Action.ADD || batch.hasAdds());
  }

  /** An update goes out only on this very read; an add only while its key is free. */
  private boolean mayBeSent(Dossier dossier, Push.Fresh fresh, Due due) {
    Replica replica = dossier.replica(fresh.batch().system());
    if (!dossier.attemptsOn(fresh.batch().system()).isEmpty()) {
      return false;
    }
    return due.action() == Write.Action.ADD
        ? !fresh.taken().contains(mapping.keyOf(dossier.record().agreed()))
        : (replica.isLinked() && replica.fence().readBegan() == fresh.read().began());
  }

  private Attempt attempt(Dossier dossier, Due due, Batch batch, Instant now) {
    AgreedRecord record = dossier.record();
    Replica replica = dossier.replica(batch.system());
    boolean add = due.action() == Write.Action.ADD;
    boolean move = due.action() == Write.Action.MOVE;
    return new Attempt(
        0,
        record.id(),
        batch.system(),
        due.action(),
        add ? NativeId.toBeCreatedIn(due.location()) : replica.id(),
        move ? due.location() : null,
        mapping.keyOf(record.agreed()),
        due.fields(),
        due.values(mapping, batch.system(), record),
        add ? Values.none() : replica.holds().only(due.fields()::contains),
        now,
        0);
  }
}
