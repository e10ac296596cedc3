package io.partnerhub.sync.merge;

import io.partnerhub.mapping.DeleteRule;
import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.FieldRule;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Attempt;
import io.partnerhub.sync.Decision;
import io.partnerhub.sync.Hold;
import io.partnerhub.sync.Origin;
import io.partnerhub.sync.Replica;
import io.partnerhub.sync.Write;
import java.util.List;
import java.util.Objects;

/** What follows when a copy is gone, or there again. */
final class Deletion {

  private final Mapping mapping;
  private final Draft draft;
  private final SystemName system;
  private final Ruling ruling;

  Deletion(Mapping mapping, Draft draft, Ruling ruling) {
    this.mapping = mapping;
    this.draft = draft;
    this.system = draft.system();
    this.ruling = ruling;
  }

  /**
   * The copy is gone.
   *
   * @param unanswered attempts of unknown end: a delete or a move among them is why
   * @param putsBack a person at the hub wants it to be made again
   */
  void gone(long tick, List<Attempt> unanswered, boolean putsBack) {
    Replica replica = draft.replica();
    if (!replica.isLinked()) {
      draft.replica(replica.fenced(replica.fence().seenGone(tick)));
    } else if (unanswered.stream().anyMatch(Deletion::isLookedFor)) {
      draft.replica(replica.absent(tick));
    } else if (draft.endings().isEnded() || deletedByUs(unanswered)) {
      removed(tick);
    } else {
      deletedByPeople(putsBack ? new DeleteRule.Restore() : mapping.side(system).onDelete(), tick);
    }
  }

  /** The hub's own delete is done. */
  void removed(long tick) {
    draft.replica(draft.replica().removed(tick));
    draft.decide(
        Decision.Verdict.DELETED,
        null,
        null,
        null,
        "as the record ended: " + draft.endings().because());
    draft.reviveIfAlive();
  }

  /** The copy is there again, or another one in its place. */
  void thereAgain() {
    Replica.State before = draft.dossier().replica(system).state();
    Hold hold = draft.record().held().get(mapping.key());
    if (hold != null && hold.why() == Hold.Why.DELETED_AGAIN) {
      draft.release(mapping.key(), "there again in " + system);
    }
    if (draft.endings().isEnded()) {
      ruling.hold(
          mapping.key(),
          ruling.wish(draft.replica().holds().get(mapping.key()), null, null),
          Hold.Why.REVIVED,
          before == Replica.State.REMOVED
              ? "there again here, after the record was deleted in another system"
              : "found here, after the record was deleted in another system");
    } else {
      draft.reviveIfAlive();
    }
  }

  /** Whether a copy that is gone may be where this unanswered move was to take it. */
  static boolean isLookedFor(Attempt unanswered) {
    return unanswered.action() == Write.Action.MOVE && unanswered.key() != null;
  }

  private static boolean deletedByUs(List<Attempt> unanswered) {
    return unanswered.stream().anyMatch(a -> a.action() == Write.Action.DELETE);
  }

  private void deletedByPeople(DeleteRule rule, long tick) {
    Replica before = draft.replica();
    draft.decide(Decision.Verdict.DELETED, null, null, null, Decision.DELETED_BY_PEOPLE + system);
    if (rule instanceof DeleteRule.Restore) {
      restore(tick);
      return;
    }
    draft.replica(before.gone(tick));
    if (rule instanceof DeleteRule.Mark mark) {
      mark(mark);
    } else if (rule instanceof DeleteRule.Propagate) {
      mapping.fieldsIn(system).forEach(field -> holdWhatWasNotShown(field, before));
    }
  }

  private void mark(DeleteRule.Mark mark) {
    String field = mark.field();
    String now = draft.agreed(field);
    String words = "mark: deleted in " + system;
    if (Objects.equals(now, mark.value())) {
      return;
    }
    if (isLegal(mapping.field(field), now, mark)) {
      draft.release(field, "deleted in " + system);
      ruling.accept(field, mark.value(), words);
    } else {
      String noStep = words + ", and no step leads from " + now + " to " + mark.value();
      draft.decide(Decision.Verdict.LATE, field, mark.value(), now, noStep);
    }
  }

  /** A status moves only along its transitions, whoever deletes what. */
  private static boolean isLegal(Field field, String now, DeleteRule.Mark mark) {
    return now == null
        || !(field.rule() instanceof FieldRule.Advance advance)
        || advance.transitions().reaches(now, mark.value());
  }

  /** The copy is made again, unless that has turned into a fight. */
  private void restore(long tick) {
    draft.replica(draft.replica().absent(tick));
    if (ruling.isFighting(mapping.key())) {
      ruling.hold(
          mapping.key(),
          ruling.wish(null, null, null),
          Hold.Why.DELETED_AGAIN,
          system + " keeps deleting a copy that the hub makes again");
    }
  }

  /** Whoever deleted the copy did not know an edit that was on its way there. */
  private void holdWhatWasNotShown(Field field, Replica deleted) {
    String name = field.name();
    Origin origin = draft.record().origins().get(name);
    boolean shown = Objects.equals(deleted.standsFor().get(name), draft.agreed(name));
    boolean edited =
        origin != null
            && !origin.system().equals(system)
            && !origin.system().equals(SystemName.HUB);
    long known = deleted.fence().known();
    if (!shown
        && edited
        && !mapping.readings().isNew(system, name, known)
        && !field.isDerived()
        && !deleted.rewrites().containsKey(name)
        && !draft.record().held().containsKey(name)) {
      draft.holdAgainstDeletion(name, deleted.standsFor().get(name), origin);
    }
  }
}
