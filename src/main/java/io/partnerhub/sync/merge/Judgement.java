package io.partnerhub.sync.merge;

import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Attempt;
import io.partnerhub.sync.Decision;
import io.partnerhub.sync.Hold;
import io.partnerhub.sync.Observation;
import io.partnerhub.sync.ReadTimes;
import io.partnerhub.sync.Replica;
import io.partnerhub.sync.Wish;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What one observation means for a draft: who edited what, and what the fields' rules say to it.
 */
final class Judgement {

  private final Mapping mapping;
  private final Draft draft;
  private final SystemName system;
  private final Observation observation;
  private final ReadTimes read;
  private final Conflict conflict;
  private final Ruling ruling;
  private final Deletion deletion;

  /**
   * @param unchangedAt last time at which the source showed no news of the copy; null if never
   */
  Judgement(
      Mapping mapping,
      Draft draft,
      Tolerances tolerances,
      Observation observation,
      ReadTimes read,
      Instant unchangedAt) {
    this(
        mapping,
        draft,
        observation,
        read,
        new Conflict(
            tolerances, notBefore(draft, tolerances, unchangedAt), observation.changedUntil(read)));
  }

  private Judgement(
      Mapping mapping, Draft draft, Observation observation, ReadTimes read, Conflict conflict) {
    this.mapping = mapping;
    this.draft = draft;
    this.system = draft.system();
    this.observation = observation;
    this.read = read;
    this.conflict = conflict;
    this.ruling = new Ruling(draft, conflict, read);
    this.deletion = new Deletion(mapping, draft, ruling);
  }

  private static Instant notBefore(Draft draft, Tolerances tolerances, Instant unchangedAt) {
    Instant since = later(draft.replica().fence().readAt(), unchangedAt);
    return since == null ? Instant.EPOCH : since.minus(tolerances.commitLag());
  }

  /** The same for what may have stood there for ever: no read of before tells when it came. */
  Judgement ofAnyTime() {
    Conflict ever = new Conflict(conflict.tolerances(), Instant.EPOCH, conflict.notAfter());
    return new Judgement(mapping, draft, observation, read, ever);
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
      deletion.thereAgain();
    }
  }

  /** What follows from the copy's being gone, or there again. */
  Deletion deletion() {
    return deletion;
  }

  /**
   * The system's users changed a field.
   *
   * @param ours attempts on the field of unknown end
   */
  void edited(Field field, String value, List<Attempt> ours) {
    String name = field.name();
    String base = draft.replica().standsFor().get(name);
    String held = draft.replica().holds().get(name);
    draft.holding(name, value, value);
    if (field.isDerived()) {
      derived(field, value);
      return;
    }
    Wish wish = ruling.wish(value, base, held);
    String unreadable = observation.unreadable().get(name);
    if (unreadable != null) {
      unreadable(field, wish, unreadable);
    } else if (draft.record().held().containsKey(name)) {
      editedWhileHeld(field, wish, ours);
    } else {
      ruling.settle(field, wish, Members.between(held, ours, name));
    }
  }

  /**
   * Once the last text that was no value has become one, or what stood against the agreed value was
   * taken back, all that waited for it is judged.
   */
  private void editedWhileHeld(Field field, Wish wish, List<Attempt> ours) {
    String name = field.name();
    Hold now = draft.wishing(name, wish);
    Wish mine = now.wishes().get(system);
    if (mine.isWithdrawn()) {
      draft.holding(name, draft.replica().holds().get(name), mine.base());
    }
    boolean readable = now.why() == Hold.Why.UNREADABLE && !now.isUnreadable();
    if (readable || isShown() && now.isOver(draft.agreed(name))) {
      draft.release(name, readable ? "readable again" : "what stood against it was taken back");
      ruling.wishes(field, now, ours);
    } else {
      draft.holdToo(name, wish);
    }
  }

  /** What is told of the past is not what the copy shows now. */
  private boolean isShown() {
    return observation.values() != null;
  }

  /** A person at the hub wants none of what the system's people did. */
  void putBack(String field, String value) {
    draft.holding(field, value, value);
    draft.decide(
        Decision.Verdict.REFUSED, field, value, draft.agreed(field), "put back by decision");
  }

  /** What the hub works out itself is accepted from nobody, whatever stands there. */
  void derived(Field field, String value) {
    String name = field.name();
    if (draft.record().held().containsKey(name)) {
      holdToo(name, value);
    } else if (!draft.record().isYetToBeDerived(field)
        && !Objects.equals(value, draft.agreed(name))) {
      ruling.refuse(field, value);
    }
  }

  /**
   * An edit that one of our writes replaced before it was read: it is judged as an edit of the
   * value that this write replaced, or held where the rule cannot tell or it is no value.
   */
  void overwritten(Field field, String value, String before) {
    String name = field.name();
    if (isHeldAsShown(name)) {
      draft.decide(
          Decision.Verdict.LATE, name, value, draft.agreed(name), "a later edit of it is held");
    } else if (field.rule().judgesOverwritten() || observation.unreadable().containsKey(name)) {
      Replica now = draft.replica();
      draft.holding(name, before, before);
      edited(field, value, List.of());
      draft.replica(now);
    } else if (!Objects.equals(value, draft.agreed(name))) {
      holdOverwritten(name, ruling.wish(value, before, before));
    }
  }

  /** What the copy shows now was typed behind our write, and so behind what this replaced. */
  private boolean isHeldAsShown(String field) {
    Hold held = draft.record().held().get(field);
    Wish mine = held == null ? null : held.wishes().get(system);
    return mine != null && Objects.equals(mine.value(), draft.replica().holds().get(field));
  }

  private void holdOverwritten(String field, Wish wish) {
    if (draft.record().held().containsKey(field)) {
      draft.holdToo(field, wish);
    } else {
      ruling.hold(field, wish, Hold.Why.CONFLICT, "edited while the hub was writing this field");
    }
  }

  /** Both sides have a value and no base tells who moved: the rule decides alone. */
  void withoutBase(Field field, String value) {
    draft.holding(field.name(), value, value);
    Wish wish = ruling.wish(value, null, null);
    ruling.byRule(field, wish, Members.between(null, List.of(), field.name()));
  }

  void accept(String field, String value, String rule) {
    ruling.accept(field, value, rule);
  }

  /** Holds a value of which nothing tells what it started from. */
  void hold(String field, String value, Hold.Why why, String sentence) {
    ruling.hold(field, ruling.wish(value, null, null), why, sentence);
  }

  /** Adds a value, of which nothing tells what it started from, to what is held. */
  void holdToo(String field, String value) {
    draft.holdToo(field, ruling.wish(value, null, null));
  }

  /** A text that is no value, in a copy of which nothing tells what it started from. */
  void unreadable(Field field, String text, String sentence) {
    unreadable(field, ruling.wish(text, null, null), sentence);
  }

  private void unreadable(Field field, Wish wish, String sentence) {
    String name = field.name();
    Wish text = wish.unreadable(sentence);
    if (!field.isOwnedBy(system) && ruling.ownerIsKnown(field)) {
      ruling.refuse(field, wish.value());
    } else if (draft.record().held().containsKey(name)) {
      draft.holdToo(name, text);
    } else {
      ruling.hold(name, text, Hold.Why.UNREADABLE, sentence);
    }
  }
}
