package io.partnerhub.sync;

import io.partnerhub.mapping.Conversion;
import io.partnerhub.mapping.DeleteRule;
import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.FieldRule;
import io.partnerhub.model.SystemName;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/** What one observation means for a draft, by the rules of its fields. */
final class Judgement {

  /** A system that changes back more often than this is fighting, not editing. */
  private static final int REWRITES = 3;

  private static final Duration REWRITES_FORGOTTEN_AFTER = Duration.ofHours(1);

  private final Draft draft;
  private final SystemName system;
  private final Observation observation;
  private final ReadTimes read;
  private final Conflict conflict;

  /**
   * @param unchangedAt last time at which the source showed no news of the copy; null if never
   */
  Judgement(
      Draft draft,
      Tolerances tolerances,
      Observation observation,
      ReadTimes read,
      Instant unchangedAt) {
    this.draft = draft;
    this.system = draft.system();
    this.observation = observation;
    this.read = read;
    Instant since = later(draft.replica().fence().readAt(), unchangedAt);
    this.conflict =
        new Conflict(
            tolerances,
            since == null ? Instant.EPOCH : since.minus(tolerances.commitLag()),
            observation.stamp() == null ? read.at() : observation.stamp());
  }

  private static Instant later(Instant a, Instant b) {
    return a == null ? b : b == null || a.isAfter(b) ? a : b;
  }

  Draft draft() {
    return draft;
  }

  void learnt(String field, String value, String standsFor) {
    draft.decide(Decision.Verdict.LEARNT, field, standsFor, value, "rendering by " + system);
    draft.holding(field, value, standsFor);
  }

  void readMerged() {
    Replica replica = draft.replica();
    draft.replica(replica.fenced(replica.fence().merged(read)).rendering(Set.of()));
  }

  void undeleted() {
    Replica replica = draft.replica();
    if (!replica.isLinked()) {
      draft.replica(replica.linked(replica.id()));
      draft.decide(Decision.Verdict.LINKED, null, null, null, "there again in " + system);
    }
  }

  void deleted(DeleteRule rule, long tick) {
    Replica replica = draft.replica();
    if (replica.state() == Replica.State.GONE) {
      draft.replica(replica.fenced(replica.fence().seenGone(tick)));
      return;
    }
    draft.replica(replica.gone(tick));
    draft.decide(Decision.Verdict.DELETED, null, null, null, "deleted in " + system);
    if (rule instanceof DeleteRule.Mark mark
        && !Objects.equals(draft.agreed(mark.field()), mark.value())) {
      draft.release(mark.field(), "deleted in " + system);
      accept(mark.field(), mark.value(), "mark: deleted in " + system);
    }
  }

  /** The system's users changed a field. */
  void edited(Field field, String value) {
    String name = field.name();
    String base = draft.replica().standsFor().get(name);
    String held = draft.replica().holds().get(name);
    draft.holding(name, value, value);
    if (field.rule() instanceof FieldRule.Derived) {
      derived(field, value);
      return;
    }
    String unreadable = observation.unreadable().get(name);
    if (unreadable != null) {
      unreadable(field, value, unreadable);
      return;
    }
    Hold hold = draft.record().held().get(name);
    if (wasUnreadableHere(hold)) {
      base = hold.agreed();
      readable(name, hold);
    } else if (hold != null) {
      draft.holdToo(name, value, origin("all systems agree"));
      return;
    }
    if (Objects.equals(value, draft.agreed(name))) {
      draft.decide(Decision.Verdict.SAME, name, value, value, "already agreed");
    } else if (Conversion.isShortened(held) && !isOwner(field)) {
      hold(name, value, Hold.Why.SHORTENED, "an edit of a text that was shortened to fit");
    } else {
      byRule(field, base, value);
    }
  }

  /** What the hub works out itself is accepted from nobody, whatever stands there. */
  void derived(Field field, String value) {
    String name = field.name();
    if (draft.record().held().containsKey(name)) {
      draft.holdToo(name, value, origin("all systems agree"));
    } else if (!draft.record().isYetToBeDerived(field)
        && !Objects.equals(value, draft.agreed(name))) {
      refuse(field, value);
    }
  }

  /** An edit that one of our writes replaced before it was read: a shared one is never decided. */
  void overwritten(Field field, String value, String before) {
    if (field.rule() instanceof FieldRule.Owner || field.rule() instanceof FieldRule.Derived) {
      Replica now = draft.replica();
      draft.holding(field.name(), before, before);
      edited(field, value);
      draft.replica(now);
    } else if (!Objects.equals(value, draft.agreed(field.name()))) {
      hold(field.name(), value, Hold.Why.CONFLICT, "edited while the hub was writing this field");
    }
  }

  /** Both sides have a value and no base tells who moved: the rule decides alone. */
  void withoutBase(Field field, String value) {
    draft.holding(field.name(), value, value);
    byRule(field, null, value);
  }

  void accept(String field, String value, String rule) {
    draft.accept(field, value, origin(rule));
  }

  void hold(String field, String value, Hold.Why why, String sentence) {
    draft.hold(field, value, why, sentence, origin("all systems agree"), read.at());
  }

  void unreadable(Field field, String text, String sentence) {
    if (isOwnedElsewhere(field)) {
      refuse(field, text);
    } else if (draft.record().held().containsKey(field.name())) {
      draft.holdToo(field.name(), text, origin("all systems agree"));
    } else {
      hold(field.name(), text, Hold.Why.UNREADABLE, sentence);
    }
  }

  private boolean wasUnreadableHere(Hold hold) {
    return hold != null
        && hold.why() == Hold.Why.UNREADABLE
        && hold.candidates().containsKey(system);
  }

  /** The text became a value: what others edited meanwhile counts first. */
  private void readable(String field, Hold hold) {
    draft.release(field, "readable again");
    hold.candidates().entrySet().stream()
        .filter(c -> !c.getKey().equals(system))
        .findFirst()
        .ifPresent(c -> accept(field, c.getValue(), "edited in " + c.getKey()));
  }

  private void byRule(Field field, String base, String value) {
    String name = field.name();
    boolean moved = !Objects.equals(draft.agreed(name), base);
    if (draft.dossier().isGoneElsewhere(system)) {
      hold(name, value, Hold.Why.DELETED_ELSEWHERE, "edited here, and deleted in another system");
      return;
    }
    Origin agreed = draft.record().origins().get(name);
    switch (conflict.settle(field.rule(), system, moved, ownerIsKnown(field), agreed)) {
      case ACCEPT -> accept(name, value, field.rule().inWords());
      case REFUSE -> refuse(field, value);
      case HOLD ->
          hold(
              name,
              value,
              Hold.Why.CONFLICT,
              "differs between two systems (" + field.rule().inWords() + ")");
    }
  }

  private void refuse(Field field, String value) {
    String name = field.name();
    draft.decide(Decision.Verdict.REFUSED, name, value, draft.agreed(name), field.rule().inWords());
    Replica.Rewrites before = draft.replica().rewrites().get(name);
    boolean forgotten =
        before == null || before.last().plus(REWRITES_FORGOTTEN_AFTER).isBefore(read.at());
    int times = forgotten ? 1 : before.times() + 1;
    draft.replica(draft.replica().rewritten(name, new Replica.Rewrites(times, read.at())));
    if (times > REWRITES) {
      hold(name, value, Hold.Why.FIGHT, system + " keeps changing this field back");
    }
  }

  private boolean ownerIsKnown(Field field) {
    return field.rule() instanceof FieldRule.Owner owner
        && draft.dossier().replica(owner.system()) != null
        && draft.dossier().replica(owner.system()).state() != Replica.State.ABSENT;
  }

  private boolean isOwner(Field field) {
    return field.rule() instanceof FieldRule.Owner owner && owner.system().equals(system);
  }

  private boolean isOwnedElsewhere(Field field) {
    return !isOwner(field) && ownerIsKnown(field);
  }

  private Origin origin(String rule) {
    return conflict.origin(system, read.began(), rule);
  }
}
