package io.partnerhub.sync;

import static io.partnerhub.sync.Replica.State.GONE;

import io.partnerhub.ledger.Fate;
import io.partnerhub.ledger.Past;
import io.partnerhub.ledger.Tally;
import io.partnerhub.mapping.DeleteRule;
import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.FieldRule;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.merge.Due;
import io.partnerhub.sync.merge.Endings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Judges a history that came to rest by what the systems saw, not by what the hub thinks. */
final class Oracle {

  private final History history;
  private final World world;
  private final Map<Long, Dossier> dossiers;
  private final List<String> faults = new ArrayList<>();

  Oracle(History history) {
    this.history = history;
    this.world = history.world;
    this.dossiers = world.dossiers();
  }

  /** Everything that must hold and does not, in words. */
  List<String> faults() {
    for (FakeSystem system : world.systems) {
      for (String id : system.ids()) {
        noEditIsOverwrittenUnseen(system, id);
      }
      everyLiveRowIsKnown(system);
      noRowIsAddedBesideAnotherOfItsKey(system);
      if (!(rule() instanceof DeleteRule.Restore)) {
        noDeletedRecordComesBack(system);
      }
    }
    history.witness.garbled().forEach(text -> faults.add("agreed, though no value: " + text));
    strangersAreNotWritten();
    everyWriteIsExplained();
    statusesMoveAlongTheirTransitions();
    faults.addAll(changesWithoutAFate());
    for (Dossier dossier : dossiers.values()) {
      world.systems.forEach(s -> theHubKnowsTheRow(s, dossier));
      if (isAloneWithItsKey(dossier)) {
        deletionsAreCarriedOut(dossier);
      }
      if (isAloneWithItsKey(dossier) && !new Endings(world.mapping, dossier).isEnded()) {
        allShowOneValue(dossier);
        setsKeepWhatPeopleAddedAndLackWhatTheyRemoved(dossier);
        noHoldWithoutTwoEditors(dossier);
        noHoldOfWhatWasTakenBack(dossier);
        ownersHaveTheLastWord(dossier);
        theLatestCounts(dossier);
      }
    }
    return faults;
  }

  /** Observed changes that are neither written nor anything else; there are none at any moment. */
  List<String> changesWithoutAFate() {
    List<String> lost = new ArrayList<>();
    for (Dossier dossier : dossiers.values()) {
      Past past = Pasts.of(dossier, world.mapping, history.witness.ledger());
      new Tally(world.mapping, past)
          .count(
              (target, fate) -> {
                if (fate == Fate.LOST) {
                  lost.add("a change vanished on its way to " + target + ": " + past);
                }
              });
    }
    return lost;
  }

  private DeleteRule rule() {
    return world.mapping.side(SystemName.SMARTSHEET).onDelete();
  }

  private void statusesMoveAlongTheirTransitions() {
    for (LedgerEntry entry : history.witness.ledger()) {
      for (Decision d : entry.decisions()) {
        if (d.verdict() == Decision.Verdict.ACCEPTED
            && "step".equals(d.field())
            && d.was() != null
            && !d.because().equals("all systems agree")
            && (d.is() == null || !World.STEPS.reaches(d.was(), d.is()))) {
          faults.add("an illegal step: " + d);
        }
      }
    }
  }

  /** What people deleted is gone everywhere, or there again, as the rule says; or it is held. */
  private void deletionsAreCarriedOut(Dossier dossier) {
    boolean gone = dossier.replicas().values().stream().anyMatch(r -> r.state() == GONE);
    Map<FakeSystem, String> rows = rows(dossier);
    boolean held = !dossier.record().held().isEmpty();
    if (rule() instanceof DeleteRule.Propagate && gone && !rows.isEmpty() && !held) {
      faults.add("not deleted everywhere: " + rows.values());
    }
    if (rule() instanceof DeleteRule.Restore && !rows.isEmpty()) {
      for (Replica replica : dossier.replicas().values()) {
        boolean blocked = Due.of(world.mapping, dossier, replica.system()).blocked() != null;
        if (!replica.isLinked() && !blocked) {
          faults.add("not made again in " + replica.system() + ": " + rows.values());
        }
      }
    }
  }

  /** Where no call was lost and no edit fell into a gap, nothing is ambiguous about a set. */
  private void setsKeepWhatPeopleAddedAndLackWhatTheyRemoved(Dossier dossier) {
    Map<FakeSystem, String> rows = rows(dossier);
    boolean fromTheStart =
        history.start == History.Start.IN_STEP
            && rows.size() == world.systems.size()
            && rows.values().stream().allMatch(id -> id.matches("[a-z]+[12]"));
    if (!fromTheStart
        || history.callsWereLost
        || !history.originalOf.isEmpty()
        || dossier.record().held().containsKey("tags")) {
      return;
    }
    Set<String> added = new HashSet<>();
    Set<String> removed = new HashSet<>();
    for (Map.Entry<FakeSystem, String> row : rows.entrySet()) {
      List<FakeSystem.Change> changes =
          row.getKey().changes(row.getValue(), "tags").stream()
              .filter(c -> !History.isGarbled(c.edit().value()))
              .toList();
      for (int i = 1; i < changes.size(); i++) {
        if (!changes.get(i).edit().byHub()) {
          Set<String> was = tags(changes.get(i - 1));
          Set<String> is = tags(changes.get(i));
          is.stream().filter(t -> !was.contains(t)).forEach(added::add);
          was.stream().filter(t -> !is.contains(t)).forEach(removed::add);
        } else if (row.getKey() == world.salesforce
            && !history.events
            && fellIntoTheGap(changes, i)) {
          return;
        }
      }
    }
    Set<String> shown = tagsOf(world.sheet.get(rows.get(world.sheet), "tags"));
    added.stream()
        .filter(t -> !removed.contains(t) && !shown.contains(t))
        .forEach(t -> faults.add("added to a set and lost: " + t + " " + rows.values()));
    removed.stream()
        .filter(shown::contains)
        .forEach(t -> faults.add("removed from a set and back: " + t + " " + rows.values()));
  }

  private static boolean fellIntoTheGap(List<FakeSystem.Change> changes, int write) {
    FakeSystem.Change before = changes.get(write - 1);
    return !before.edit().byHub() && before.seq() > changes.get(write).sawUntil();
  }

  private static Set<String> tags(FakeSystem.Change change) {
    return tagsOf(change.edit().value());
  }

  private static Set<String> tagsOf(String value) {
    return value == null ? Set.of() : Set.of(value.split(";"));
  }

  private void noEditIsOverwrittenUnseen(FakeSystem system, String id) {
    for (Field field : world.mapping.fields()) {
      List<FakeSystem.Change> changes = system.changes(id, field.name());
      for (int i = 0; i + 1 < changes.size(); i++) {
        FakeSystem.Change change = changes.get(i);
        FakeSystem.Change next = changes.get(i + 1);
        String value = change.edit().value();
        boolean lost =
            !change.edit().byHub()
                && next.edit().byHub()
                && history.fresh.contains(value)
                && !Objects.equals(next.edit().value(), value)
                && !history.witness.isJudged(field.name(), value);
        boolean noHistoryTells =
            system == world.salesforce && !history.events && change.seq() > next.sawUntil();
        if (lost && !noHistoryTells) {
          faults.add(
              "overwritten unseen: "
                  + id
                  + "."
                  + field.name()
                  + " = "
                  + value
                  + " by "
                  + next.edit().value());
        }
      }
    }
  }

  private void everyLiveRowIsKnown(FakeSystem system) {
    Set<String> known = new HashSet<>();
    for (Dossier dossier : dossiers.values()) {
      Replica replica = dossier.replica(system.system());
      if (replica.isLinked()) {
        known.add(replica.id().id());
        if (system.isDeleted(replica.id().id())) {
          faults.add("still linked though deleted: " + replica.id().id());
        }
      }
    }
    Set<String> strays = new HashSet<>();
    world.strays().forEach(s -> strays.add(s.split(" ")[0]));
    for (String id : system.liveIds()) {
      if (!known.contains(id) && !strays.contains(id)) {
        faults.add("never picked up: " + id);
      }
      if (strays.contains(id)
          && !world.strays().contains(id + " OVERTAKEN")
          && system.liveWith("key", system.get(id, "key")).size() == 1
          && isInNoRecord(system.get(id, "key"))) {
        faults.add("set aside for nothing: " + id + " " + world.strays());
      }
    }
  }

  private boolean isInNoRecord(String key) {
    return dossiers.values().stream()
        .noneMatch(
            d ->
                Objects.equals(d.record().agreed().get("key"), key)
                    || d.replicas().values().stream()
                        .anyMatch(r -> Objects.equals(r.holds().get("key"), key)));
  }

  private void noRowIsAddedBesideAnotherOfItsKey(FakeSystem system) {
    for (String id : system.liveIds()) {
      FakeSystem.Change added = system.changes(id, "key").get(0);
      if (system.isByHub(id)) {
        if (system == world.sheet && added.sawUntil() == 0) {
          faults.add("added without a look at what is new: " + id);
        }
        for (String other : system.liveIds()) {
          if (!other.equals(id)
              && Objects.equals(keyAt(system, other, added.sawUntil()), added.edit().value())
              && Objects.equals(keyAt(system, other, added.seq()), added.edit().value())) {
            faults.add("added beside " + other + " of the same key: " + id);
          }
        }
      }
    }
  }

  private static String keyAt(FakeSystem system, String id, long seq) {
    String key = null;
    for (FakeSystem.Change change : system.changes(id, "key")) {
      key = change.seq() <= seq ? change.edit().value() : key;
    }
    return key;
  }

  private void noDeletedRecordComesBack(FakeSystem system) {
    for (String deleted : system.ids()) {
      if (system.isDeleted(deleted)
          && !history.witness.recordsOf(deleted).isEmpty()
          && history.undeleted.stream().noneMatch(again -> wereOneRecord(again, deleted))) {
        for (String id : system.liveIds()) {
          FakeSystem.Change added = system.changes(id, "key").get(0);
          boolean later =
              added.seq() > system.changes(deleted, "key").get(0).seq()
                  && added.sawUntil() > system.deletedAt(deleted);
          if (system.isByHub(id) && later && wereOneRecord(deleted, id)) {
            faults.add("brought back: " + deleted + " as " + id);
          }
        }
      }
    }
  }

  private void everyWriteIsExplained() {
    Set<Long> explained = new HashSet<>();
    for (LedgerEntry entry : history.witness.ledger()) {
      explained.add(entry.attempt());
      if (entry.event() == LedgerEntry.Event.WRITTEN
          && entry.decisions().stream().anyMatch(d -> !isExplained(d))) {
        faults.add("written without a reason: " + entry);
      }
    }
    for (FakeSystem system : world.systems) {
      for (long attempt : system.effects()) {
        if (!explained.contains(attempt) && !history.died) {
          faults.add("a write without a ledger entry: " + attempt);
        }
      }
    }
  }

  /** An emptied field has no origin to name. */
  private static boolean isExplained(Decision decision) {
    return decision.because().matches(".+, from \\w+, read \\d+") || decision.is() == null;
  }

  private boolean wereOneRecord(String one, String other) {
    return !Collections.disjoint(history.witness.recordsOf(one), history.witness.recordsOf(other));
  }

  private void strangersAreNotWritten() {
    for (Map.Entry<String, String> copy : history.originalOf.entrySet()) {
      boolean apart =
          world.sheet.changes(copy.getKey(), "key").size() > 1
              || world.sheet.changes(copy.getValue(), "key").size() > 1
              || world.sheet.isDeleted(copy.getValue());
      boolean written =
          world.mapping.fields().stream()
              .flatMap(f -> world.sheet.changes(copy.getKey(), f.name()).stream())
              .anyMatch(c -> c.edit().byHub());
      if (written && !apart) {
        faults.add("a stray copy was written: " + copy.getKey());
      }
    }
  }

  private boolean isAloneWithItsKey(Dossier dossier) {
    String key = dossier.record().agreed().get("key");
    for (FakeSystem system : world.systems) {
      String mine = rows(dossier).get(system);
      if (system.liveWith("key", key).stream().anyMatch(id -> !id.equals(mine))) {
        return false;
      }
    }
    return dossiers.values().stream()
            .filter(d -> !new Endings(world.mapping, d).isOver())
            .filter(d -> Objects.equals(d.record().agreed().get("key"), key))
            .count()
        == 1;
  }

  private void allShowOneValue(Dossier dossier) {
    Map<FakeSystem, String> rows = rows(dossier);
    for (Field field : world.mapping.fields()) {
      Set<String> shown = new HashSet<>();
      rows.forEach((system, id) -> shown.add(system.get(id, field.name())));
      if (!dossier.record().held().containsKey(field.name()) && shown.size() > 1) {
        faults.add("not converged: " + rows.values() + "." + field.name() + " " + shown);
      }
    }
  }

  private void theHubKnowsTheRow(FakeSystem system, Dossier dossier) {
    Replica replica = dossier.replica(system.system());
    if (replica.isLinked()) {
      for (Field field : world.mapping.fields()) {
        String shown = system.get(replica.id().id(), field.name());
        if (!Objects.equals(shown, replica.holds().get(field.name()))) {
          faults.add("the hub is wrong about " + replica.id().id() + "." + field.name());
        }
      }
    }
  }

  /** Rows that were the same from the start: people must have edited the field in two systems. */
  private void noHoldWithoutTwoEditors(Dossier dossier) {
    Map<FakeSystem, String> rows = rows(dossier);
    boolean fromTheStart =
        history.start == History.Start.IN_STEP
            && rows.size() == world.systems.size()
            && rows.values().stream().noneMatch(history.undeleted::contains)
            && rows.values().stream().allMatch(id -> id.endsWith("1"));
    for (Map.Entry<String, Hold> held : dossier.record().held().entrySet()) {
      long editors =
          rows.entrySet().stream()
              .filter(row -> !wasLeftAlone(row.getKey(), row.getValue(), held.getKey()))
              .count();
      if (fromTheStart && held.getValue().why() == Hold.Why.CONFLICT && editors < 2) {
        faults.add("held for nothing: " + held);
      }
    }
  }

  /** What people took back is over: nobody waits for a decision that nobody needs. */
  private void noHoldOfWhatWasTakenBack(Dossier dossier) {
    AgreedRecord record = dossier.record();
    record
        .held()
        .forEach(
            (field, hold) -> {
              if (hold.allows(record.agreed().get(field))) {
                faults.add("held though taken back: " + field + " " + hold);
              }
            });
  }

  private static boolean wasLeftAlone(FakeSystem system, String id, String field) {
    return system.changes(id, field).stream().skip(1).allMatch(c -> c.edit().byHub());
  }

  /** The live rows of a record; the systems do not tell one from another by their order. */
  private Map<FakeSystem, String> rows(Dossier dossier) {
    Map<FakeSystem, String> rows = new HashMap<>();
    for (FakeSystem system : world.systems) {
      Replica replica = dossier.replica(system.system());
      if (replica.isLinked()) {
        rows.put(system, replica.id().id());
      }
    }
    return rows;
  }

  private void ownersHaveTheLastWord(Dossier dossier) {
    for (Field field : world.mapping.fields()) {
      if (field.rule() instanceof FieldRule.Owner owner
          && !dossier.record().held().containsKey(field.name())
          && dossier.replica(owner.system()).isLinked()) {
        FakeSystem system = world.system(owner.system());
        String id = dossier.replica(owner.system()).id().id();
        List<FakeSystem.Change> mine =
            system.changes(id, field.name()).stream().filter(c -> !c.edit().byHub()).toList();
        if (mine.isEmpty()) {
          continue;
        }
        FakeSystem.Change last = mine.get(mine.size() - 1);
        String value = last.edit().value();
        boolean knowable =
            history.fresh.contains(value)
                && (system != world.salesforce
                    || history.events
                    || !isOverwrittenInTheGap(system, id, field, last));
        if (knowable && !Objects.equals(system.get(id, field.name()), value)) {
          faults.add(
              "not its owner's: "
                  + id
                  + "."
                  + field.name()
                  + " "
                  + system.get(id, field.name())
                  + ", not "
                  + value);
        }
      }
    }
  }

  private static boolean isOverwrittenInTheGap(
      FakeSystem system, String id, Field field, FakeSystem.Change edit) {
    return system.changes(id, field.name()).stream()
        .anyMatch(c -> c.edit().byHub() && c.seq() > edit.seq() && c.sawUntil() < edit.seq());
  }

  /**
   * Of two edits that are certainly apart, the later one counts, unless the field was ever held.
   */
  private void theLatestCounts(Dossier dossier) {
    Map<FakeSystem, String> rows = rows(dossier);
    if (rows.size() < 2 || dossier.record().held().containsKey("addr")) {
      return;
    }
    Map<FakeSystem, List<FakeSystem.Change>> edits = new HashMap<>();
    rows.forEach((system, id) -> edits.put(system, users(system.changes(id, "addr"))));
    if (edits.values().stream().flatMap(List::stream).allMatch(this::isDecided)) {
      FakeSystem any = rows.keySet().iterator().next();
      String shown = any.get(rows.get(any), "addr");
      edits.forEach(
          (here, left) ->
              edits.forEach(
                  (there, right) -> {
                    if (here != there) {
                      noneIsNewer(shown, left, right);
                    }
                  }));
    }
  }

  private boolean isDecided(FakeSystem.Change change) {
    String value = change.edit().value();
    return history.fresh.contains(value)
        && history.witness.isJudged("addr", value)
        && !history.witness.wasHeld("addr", value);
  }

  private static List<FakeSystem.Change> users(List<FakeSystem.Change> changes) {
    return changes.stream().filter(c -> !c.edit().byHub()).toList();
  }

  private void noneIsNewer(
      String shown, List<FakeSystem.Change> here, List<FakeSystem.Change> there) {
    for (FakeSystem.Change winner : here) {
      for (FakeSystem.Change edit : there) {
        if (Objects.equals(winner.edit().value(), shown)
            && !Objects.equals(edit.edit().value(), shown)
            && edit.edit().at().isAfter(winner.edit().at().plusSeconds(2))) {
          faults.add("an older edit counts: " + shown + " over " + edit.edit().value());
        }
      }
    }
  }
}
