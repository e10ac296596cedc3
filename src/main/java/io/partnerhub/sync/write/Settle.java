package io.partnerhub.sync.write;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import io.partnerhub.sync.Attempt;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.LedgerEntry;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.ReadTimes;
import io.partnerhub.sync.ReasonClass;
import io.partnerhub.sync.Replica;
import io.partnerhub.sync.Stray;
import io.partnerhub.sync.Suspect;
import io.partnerhub.sync.Trouble;
import io.partnerhub.sync.Write;
import io.partnerhub.sync.kin.Patience;
import io.partnerhub.sync.merge.Endings;
import io.partnerhub.sync.merge.Explanation;
import io.partnerhub.sync.merge.Merge;
import io.partnerhub.sync.merge.Merged;
import io.partnerhub.sync.store.Batch;
import io.partnerhub.sync.store.Store;
import io.partnerhub.sync.store.Transaction;
import io.partnerhub.sync.store.Workbench;
import io.partnerhub.sync.system.Connector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Stores what became of a batch of attempts: replica, ledger and checkpoint in one transaction. */
public final class Settle {

  private final Store store;
  private final Mapping mapping;
  private final Merge merge;
  private final Failing failing;

  public Settle(Store store, Mapping mapping, Merge merge, Timing timing) {
    this.store = store;
    this.mapping = mapping;
    this.merge = merge;
    this.failing = new Failing(mapping, timing);
  }

  /** Settles; gives the keys of adds that met a copy which has the key already. */
  List<String> settle(Connector connector, Push.Sent sent) {
    return store.inTransaction(mapping.type(), tx -> settle(tx, connector, sent));
  }

  private List<String> settle(Transaction tx, Connector connector, Push.Sent sent) {
    SystemName system = connector.system();
    List<Attempt> attempts = sent.armed().attempts();
    List<Long> records = attempts.stream().map(Attempt::record).toList();
    Along along = Along.of(tx, system, sent.answer());
    Set<Long> all = new LinkedHashSet<>(records);
    all.addAll(along.records());
    Workbench bench = new Workbench(mapping, tx.dossiers(all));
    List<String> duplicates = new ArrayList<>();
    Set<Long> lost = new HashSet<>();
    List<Suspect> toBeTold = new ArrayList<>();
    for (int i = 0; i < attempts.size(); i++) {
      Attempt attempt = attempts.get(i);
      Outcome outcome = sent.answer().outcomes().get(i);
      Dossier dossier = bench.get(attempt.record());
      if (dossier == null) {
        continue;
      }
      boolean overtaken = dossier.attempts().stream().noneMatch(a -> a.id() == attempt.id());
      if (overtaken) {
        overtaken(bench, dossier, attempt, outcome, tx.tick());
        continue;
      }
      settleOne(bench, dossier, attempt, outcome, sent, tx);
      if (outcome instanceof Outcome.Duplicate) {
        duplicates.add(attempt.key());
      }
      if (outcome instanceof Outcome.Unknown) {
        lost.add(attempt.id());
      }
      boolean update = attempt.action() == Write.Action.UPDATE;
      if (connector.tellsEdits() && update && outcome instanceof Outcome.Written) {
        toBeTold.add(Suspect.of(attempt, sent.armed().fresh().readAt(), true));
      }
    }
    along.settle(tx, bench);
    VersionGaps.settle(tx, system, sent);
    along.lookAtOthers(tx);
    tx.settle(system, bench.finish(tx), sent.armed().fresh().batch(), records);
    tx.lost(lost);
    tx.suspect(system, toBeTold);
    return duplicates;
  }

  private void settleOne(
      Workbench bench,
      Dossier dossier,
      Attempt attempt,
      Outcome outcome,
      Push.Sent sent,
      Transaction tx) {
    boolean delete = attempt.action() == Write.Action.DELETE;
    if (outcome instanceof Outcome.Written && delete) {
      deleted(bench, dossier, attempt, sent, tx);
    } else if (outcome instanceof Outcome.Written written) {
      written(bench, dossier, attempt, written, sent.answered());
    } else if (outcome instanceof Outcome.Gone gone) {
      Failing.note(bench, dossier, attempt, LedgerEntry.Event.GONE, gone.reason());
      gone(bench, dossier, attempt, sent, tx);
    } else {
      failed(bench, dossier, attempt, (Outcome.Failed) outcome, sent.armed().fresh().batch(), tx);
    }
  }

  /** What is elsewhere by now, since it went along with another copy, was not deleted. */
  private void gone(
      Workbench bench, Dossier dossier, Attempt attempt, Push.Sent sent, Transaction tx) {
    Dossier settled = dossier.without(List.of(attempt));
    if (attempt.target().equals(dossier.replica(attempt.system()).id())) {
      ReadTimes read = new ReadTimes(sent.answered(), sent.answered(), tx.now());
      Merged merged = merge.deleted(settled, attempt.system(), read);
      bench.take(attempt.system(), merged, LedgerEntry.Event.OBSERVED, null, sent.answered());
    } else {
      bench.put(settled.readAgain(attempt.system(), tx.tick()));
    }
  }

  private void deleted(
      Workbench bench, Dossier dossier, Attempt attempt, Push.Sent sent, Transaction tx) {
    bench.changes().ledger(Explanation.deleted(new Endings(mapping, dossier), attempt));
    ReadTimes read = new ReadTimes(sent.answered(), sent.answered(), tx.now());
    bench.take(
        attempt.system(),
        merge.removed(dossier.without(List.of(attempt)), attempt.system(), read),
        LedgerEntry.Event.OBSERVED,
        null,
        sent.answered());
  }

  /** The attempt stays open while its call may still land; its replica is then read again. */
  private void failed(
      Workbench bench,
      Dossier dossier,
      Attempt attempt,
      Outcome.Failed failed,
      Batch batch,
      Transaction tx) {
    Dossier now = failing.after(bench, dossier, attempt, failed, batch.claim(), tx.now());
    bench.put(
        failed.mayHaveLanded()
            ? now.readAgain(attempt.system(), tx.tick())
            : now.without(List.of(attempt)));
  }

  private void written(
      Workbench bench, Dossier dossier, Attempt attempt, Outcome.Written written, long answered) {
    Replica replica = dossier.replica(attempt.system());
    NativeId id = written.id() == null ? attempt.target() : written.id();
    Set<String> rendering = new HashSet<>(replica.rendering());
    boolean add = attempt.action() == Write.Action.ADD;
    Map<String, String> holds = new HashMap<>(add ? Map.of() : replica.holds().asMap());
    Map<String, String> standsFor = new HashMap<>(add ? Map.of() : replica.standsFor().asMap());
    for (String field : attempt.fields()) {
      String value = attempt.values().get(field);
      boolean shows = written.shown() != null;
      holds.put(field, shows ? written.shown().get(field) : value);
      standsFor.put(field, value);
      if (!shows) {
        rendering.add(field);
      }
    }
    Replica wrote =
        new Replica(
            replica.record(),
            replica.system(),
            Replica.State.LINKED,
            id,
            Values.of(holds),
            Values.of(standsFor),
            replica.fence().wrote(answered),
            rendering,
            replica.rewrites(),
            replica.trouble());
    Dossier now = dossier.with(wrote).without(List.of(attempt));
    boolean asideOfIt = failing.tells(attempt) || Patience.isAside(mapping, now, attempt);
    bench.put(now.with(wrote.troubled(asideOfIt ? wrote.trouble().aside() : Trouble.NONE)));
    bench.changes().noStray(id.id());
    bench.changes().ledger(Explanation.of(dossier.record(), attempt));
  }

  /** The replica was settled by a read meanwhile; a copy that came of it anyway is looked at. */
  private void overtaken(
      Workbench bench, Dossier dossier, Attempt attempt, Outcome outcome, long tick) {
    Failing.note(
        bench,
        dossier,
        attempt,
        LedgerEntry.Event.SUPERSEDED,
        new Outcome.Reason(
            ReasonClass.CONFLICT,
            "superseded",
            "a later read had settled it before its answer came"));
    Replica replica = dossier.replica(attempt.system());
    if (outcome instanceof Outcome.Written written
        && written.id() != null
        && (replica.id() == null || !Objects.equals(replica.id().id(), written.id().id()))) {
      bench
          .changes()
          .stray(new Stray(written.id(), attempt.key(), Stray.Why.OVERTAKEN, tick, true));
    }
    bench.put(dossier.readAgain(attempt.system(), tick));
  }
}
