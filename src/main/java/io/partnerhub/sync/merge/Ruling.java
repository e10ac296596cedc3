package io.partnerhub.sync.merge;

import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.FieldRule;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Decision;
import io.partnerhub.sync.Hold;
import io.partnerhub.sync.Origin;
import io.partnerhub.sync.ReadTimes;
import io.partnerhub.sync.Replica;
import java.time.Duration;
import java.util.Objects;

/** Carries out what a field's rule says to an edit of one system's users. */
final class Ruling {

  /** A system that changes back more often than this is fighting, not editing. */
  private static final int REWRITES = 3;

  private static final Duration REWRITES_FORGOTTEN_AFTER = Duration.ofHours(1);

  private final Draft draft;
  private final SystemName system;
  private final Conflict conflict;
  private final ReadTimes read;

  Ruling(Draft draft, Conflict conflict, ReadTimes read) {
    this.draft = draft;
    this.system = draft.system();
    this.conflict = conflict;
    this.read = read;
  }

  /**
   * Settles an edit.
   *
   * @param base what the edit started from, as an agreed value
   * @param members for a set: what it started from, as the system showed it
   */
  void byRule(Field field, String base, Members members, String value) {
    String name = field.name();
    if (draft.endings().holdEdits(system)) {
      hold(name, value, Hold.Why.DELETED_ELSEWHERE, "edited here, and deleted in another system");
      return;
    }
    String words = field.rule().inWords();
    switch (settlement(field, base, value)) {
      case ACCEPT -> accept(name, value, words);
      case MERGE -> accept(name, members.applied(value, draft.agreed(name)), words);
      case REFUSE -> refuse(field, value);
      case LATE ->
          draft.decide(
              Decision.Verdict.LATE, name, value, draft.agreed(name), "late news (" + words + ")");
      case HOLD ->
          hold(name, value, Hold.Why.CONFLICT, "differs between two systems (" + words + ")");
      case ILLEGAL ->
          hold(
              name,
              value,
              Hold.Why.ILLEGAL_STEP,
              "no step leads from " + draft.agreed(name) + " to " + value + " (" + words + ")");
    }
  }

  void accept(String field, String value, String rule) {
    draft.accept(field, value, conflict.origin(system, read.began(), rule));
  }

  void hold(String field, String value, Hold.Why why, String sentence) {
    draft.hold(field, value, why, sentence, agreement(), read.at());
  }

  void holdToo(String field, String value) {
    draft.holdToo(field, value, agreement());
  }

  void refuse(Field field, String value) {
    String name = field.name();
    draft.decide(Decision.Verdict.REFUSED, name, value, draft.agreed(name), field.rule().inWords());
    if (isFighting(name)) {
      hold(name, value, Hold.Why.FIGHT, system + " keeps changing this field back");
    }
  }

  boolean ownerIsKnown(Field field) {
    return field.rule() instanceof FieldRule.Owner owner
        && draft.dossier().replica(owner.system()) != null
        && (draft.dossier().replica(owner.system()).state() != Replica.State.ABSENT
            || hasSpoken(owner.system(), field.name()));
  }

  /** The owner's copy is only to be made again. */
  private boolean hasSpoken(SystemName owner, String field) {
    Origin origin = draft.record().origins().get(field);
    return origin != null && origin.system().equals(owner);
  }

  private Conflict.Settlement settlement(Field field, String base, String value) {
    String agreed = draft.agreed(field.name());
    Origin from = draft.record().origins().get(field.name());
    if (field.rule() instanceof FieldRule.Advance advance) {
      return conflict.step(advance.transitions(), base, agreed, value, from);
    }
    boolean moved = !Objects.equals(agreed, base);
    return conflict.settle(field.rule(), system, moved, ownerIsKnown(field), from);
  }

  /** Counts one more rewrite of a field; whether these are too many. */
  boolean isFighting(String field) {
    Replica.Rewrites before = draft.replica().rewrites().get(field);
    boolean forgotten =
        before == null || before.last().plus(REWRITES_FORGOTTEN_AFTER).isBefore(read.at());
    int times = forgotten ? 1 : before.times() + 1;
    draft.replica(draft.replica().rewritten(field, new Replica.Rewrites(times, read.at())));
    return times > REWRITES;
  }

  private Origin agreement() {
    return conflict.origin(system, read.began(), "all systems agree");
  }
}
