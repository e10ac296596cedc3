package io.partnerhub.sync.merge;

import io.partnerhub.mapping.Conversion;
import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.FieldRule;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Attempt;
import io.partnerhub.sync.Decision;
import io.partnerhub.sync.Hold;
import io.partnerhub.sync.Origin;
import io.partnerhub.sync.ReadTimes;
import io.partnerhub.sync.Replica;
import io.partnerhub.sync.Wish;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Carries out what a field's rule says to an edit of one system's users. */
final class Ruling {

  /** A system that changes back more often than this is fighting, not editing. */
  private static final int REWRITES = 3;

  /** Why a wish is agreed without a choice. */
  private static final String AGREEMENT = "all systems agree";

  private static final Duration REWRITES_FORGOTTEN_AFTER = Duration.ofHours(1);

  private final Draft draft;
  private final SystemName system;
  private final Conflict conflict;
  private final ReadTimes read;

  /** Behind a rule's words: whose edit it is, where this is not the system that was read. */
  private final String whose;

  Ruling(Draft draft, Conflict conflict, ReadTimes read) {
    this(draft, conflict, read, "");
  }

  private Ruling(Draft draft, Conflict conflict, ReadTimes read, String whose) {
    this.draft = draft;
    this.system = draft.system();
    this.conflict = conflict;
    this.read = read;
    this.whose = whose;
  }

  /**
   * Settles what people wanted of a field that was held, as if each had edited it just now; this
   * system's wish comes last.
   *
   * @param ours attempts of unknown end on this system's copy
   */
  void wishes(Field field, Hold released, List<Attempt> ours) {
    released.wishes().keySet().stream()
        .filter(other -> !other.equals(system))
        .forEach(other -> wishIn(other, field, released.wishes().get(other)));
    wish(field, released.wishes().get(system), ours);
  }

  private void wishIn(SystemName other, Field field, Wish wish) {
    Origin origin = wish.origin();
    ReadTimes then = origin == null ? read : new ReadTimes(origin.reading(), 0, read.at());
    Draft theirs = draft.of(other);
    new Ruling(theirs, conflict.of(origin, read.at()), then, ", edited in " + other)
        .wish(field, wish, List.of());
    draft.take(theirs);
  }

  private void wish(Field field, Wish wish, List<Attempt> ours) {
    if (wish.allows(draft.agreed(field.name()))) {
      return;
    }
    if (draft.record().held().containsKey(field.name())) {
      draft.holdToo(field.name(), wish);
    } else {
      Members members = Members.between(wish.shown(), ours, field.name());
      settle(field, wish(wish.value(), wish.base(), wish.shown()), members);
    }
  }

  /** Settles an edit, which may say what is agreed already, or be one of a part. */
  void settle(Field field, Wish wish, Members members) {
    String name = field.name();
    String value = wish.value();
    if (Objects.equals(value, draft.agreed(name))) {
      draft.decide(Decision.Verdict.SAME, name, value, value, "already agreed");
    } else if (Conversion.isShortened(wish.shown()) && !field.isOwnedBy(system)) {
      hold(name, wish, Hold.Why.SHORTENED, "an edit of a text that was shortened to fit");
    } else {
      byRule(field, wish, members);
    }
  }

  /**
   * Settles an edit.
   *
   * @param members for a set: what it started from, as the system showed it
   */
  void byRule(Field field, Wish wish, Members members) {
    String name = field.name();
    String value = wish.value();
    String base = wish.base();
    if (draft.endings().holdEdits(draft.before().holding(name, base, base))) {
      hold(name, wish, Hold.Why.DELETED_ELSEWHERE, "edited here, and deleted in another system");
      return;
    }
    String words = words(field);
    switch (settlement(field, base, value)) {
      case ACCEPT -> accept(name, value, words);
      case MERGE -> accept(name, members.applied(value, draft.agreed(name)), words);
      case REFUSE -> refuse(field, value);
      case LATE ->
          draft.decide(
              Decision.Verdict.LATE, name, value, draft.agreed(name), "late news (" + words + ")");
      case HOLD ->
          hold(name, wish, Hold.Why.CONFLICT, "differs between two systems (" + words + ")");
      case ILLEGAL ->
          hold(
              name,
              wish,
              Hold.Why.ILLEGAL_STEP,
              "no step leads from " + draft.agreed(name) + " to " + value + " (" + words + ")");
    }
  }

  void accept(String field, String value, String rule) {
    draft.accept(field, value, conflict.origin(system, read.began(), rule));
  }

  void hold(String field, Wish wish, Hold.Why why, String sentence) {
    draft.hold(field, wish, why, sentence, read.at());
  }

  /**
   * What this system's users want.
   *
   * @param base what they started from; null where nothing tells
   * @param shown what their copy showed of that
   */
  Wish wish(String value, String base, String shown) {
    Origin origin = conflict.origin(system, read.began(), AGREEMENT);
    return new Wish(value, null, base, shown, origin);
  }

  void refuse(Field field, String value) {
    String name = field.name();
    String agreed = draft.agreed(name);
    draft.decide(Decision.Verdict.REFUSED, name, value, agreed, words(field));
    if (isFighting(name)) {
      hold(
          name,
          wish(value, agreed, agreed),
          Hold.Why.FIGHT,
          system + " keeps changing this field back");
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

  private String words(Field field) {
    return field.rule().inWords() + whose;
  }
}
