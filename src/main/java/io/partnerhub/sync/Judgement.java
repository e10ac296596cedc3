package io.partnerhub.sync;

import io.partnerhub.mapping.Conversion;
import io.partnerhub.mapping.DeleteRule;
import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.FieldRule;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** One observation being judged: collects the new dossier and the decisions on the way. */
final class Judgement {

  /** A system that changes back more often than this is fighting, not editing. */
  private static final int REWRITES = 3;

  private static final Duration REWRITES_FORGOTTEN_AFTER = Duration.ofHours(1);

  private final Mapping mapping;
  private final SystemName system;
  private final Observation observation;
  private final ReadTimes read;
  private final Conflict conflict;
  private final List<Decision> decisions = new ArrayList<>();
  private Dossier dossier;
  private AgreedRecord record;
  private Replica replica;

  Judgement(
      Mapping mapping,
      Tolerances tolerances,
      Dossier dossier,
      SystemName system,
      Observation observation,
      ReadTimes read,
      Instant unchangedAt) {
    this.mapping = mapping;
    this.system = system;
    this.observation = observation;
    this.read = read;
    this.dossier = dossier;
    this.record = dossier.record();
    this.replica = dossier.replica(system);
    Instant since = later(replica.fence().readAt(), unchangedAt);
    this.conflict =
        new Conflict(
            tolerances,
            since == null ? Instant.EPOCH : since.minus(tolerances.commitLag()),
            observation.stamp() == null ? read.at() : observation.stamp());
  }

  private static Instant later(Instant a, Instant b) {
    return a == null ? b : b == null || a.isAfter(b) ? a : b;
  }

  Replica replica() {
    return replica;
  }

  Merged done(List<Attempt> settled) {
    return new Merged(dossier.with(record).with(replica).without(settled), decisions);
  }

  void holding(String field, String value, String standsFor) {
    replica = replica.holding(field, value, standsFor);
  }

  void learnt(String field, String value, String standsFor) {
    decide(Decision.Verdict.LEARNT, field, standsFor, value, "rendering by " + system);
    holding(field, value, standsFor);
  }

  void readMerged() {
    replica = replica.fenced(replica.fence().merged(read)).rendering(Set.of());
  }

  void undeleted() {
    if (!replica.isLinked()) {
      replica = replica.linked(replica.id());
      decide(Decision.Verdict.LINKED, null, null, null, "there again in " + system);
    }
  }

  void deleted(DeleteRule rule, long tick) {
    if (replica.state() == Replica.State.GONE) {
      replica = replica.fenced(replica.fence().seenGone(tick));
      return;
    }
    replica = replica.gone(tick);
    decide(Decision.Verdict.DELETED, null, null, null, "deleted in " + system);
    if (rule instanceof DeleteRule.Mark mark
        && !Objects.equals(record.agreed().get(mark.field()), mark.value())) {
      record = record.release(mark.field());
      accept(mark.field(), mark.value(), "mark: deleted in " + system);
    }
  }

  /** Links a copy that was unknown until now; its fields are judged next. */
  void link(NativeId id, Values holds, Values standsFor, Set<String> rendering, String because) {
    replica =
        new Replica(
            record.id(),
            system,
            Replica.State.LINKED,
            id,
            holds,
            standsFor,
            replica.fence(),
            rendering,
            Map.of(),
            Replica.Trouble.NONE);
    decide(Decision.Verdict.LINKED, null, null, null, because);
  }

  /** The system's users changed a field. */
  void edited(Field field, String value) {
    String name = field.name();
    String base = replica.standsFor().get(name);
    String held = replica.holds().get(name);
    holding(name, value, value);
    String unreadable = observation.unreadable().get(name);
    if (unreadable != null) {
      unreadable(field, value, unreadable);
      return;
    }
    Hold hold = record.held().get(name);
    if (hold != null
        && hold.why() == Hold.Why.UNREADABLE
        && hold.candidates().containsKey(system)) {
      base = hold.agreed();
      readable(field, hold);
      hold = null;
    }
    if (hold != null) {
      record = record.hold(name, hold.with(system, value));
      decide(Decision.Verdict.HELD, name, hold.agreed(), value, hold.sentence());
      release(name);
    } else if (Objects.equals(value, record.agreed().get(name))) {
      decide(Decision.Verdict.SAME, name, value, value, "already agreed");
    } else if (Conversion.isShortened(held) && !ownedBy(field, system)) {
      hold(name, value, Hold.Why.SHORTENED, "an edit of a text that was shortened to fit");
    } else {
      byRule(field, base, value);
    }
  }

  /** An edit that one of our writes replaced before it was read: a shared one is never decided. */
  void overwritten(Field field, String value, String before) {
    if (field.rule() instanceof FieldRule.Owner) {
      Replica now = replica;
      holding(field.name(), before, before);
      edited(field, value);
      replica = now;
    } else if (!Objects.equals(value, record.agreed().get(field.name()))) {
      hold(field.name(), value, Hold.Why.CONFLICT, "edited while the hub was writing this field");
    }
  }

  /**
   * Both sides have a value on first contact, or no base tells who moved: the rule decides alone.
   */
  void withoutBase(Field field, String value) {
    holding(field.name(), value, value);
    byRule(field, null, value);
  }

  void accept(String field, String value, String rule) {
    decide(Decision.Verdict.ACCEPTED, field, record.agreed().get(field), value, rule);
    record = record.accept(field, value, conflict.origin(system, read.began(), rule));
  }

  void hold(String field, String value, Hold.Why why, String sentence) {
    decide(Decision.Verdict.HELD, field, record.agreed().get(field), value, sentence);
    record =
        record.hold(
            field,
            new Hold(why, record.agreed().get(field), Map.of(), sentence).with(system, value));
    release(field);
  }

  void unreadable(Field field, String text, String sentence) {
    if (decidesElsewhere(field)) {
      refuse(field.name(), text, describe(field.rule()));
    } else if (record.held().containsKey(field.name())) {
      record = record.hold(field.name(), record.held().get(field.name()).with(system, text));
    } else {
      hold(field.name(), text, Hold.Why.UNREADABLE, sentence);
    }
  }

  /** The text became a value: what others edited meanwhile counts first. */
  private void readable(Field field, Hold hold) {
    record = record.release(field.name());
    decide(Decision.Verdict.RELEASED, field.name(), null, null, "readable again");
    hold.candidates().entrySet().stream()
        .filter(c -> !c.getKey().equals(system))
        .findFirst()
        .ifPresent(c -> accept(field.name(), c.getValue(), "edited in " + c.getKey()));
  }

  private void byRule(Field field, String base, String value) {
    String name = field.name();
    boolean moved = !Objects.equals(record.agreed().get(name), base);
    if (dossier.isGoneElsewhere(system)) {
      hold(name, value, Hold.Why.DELETED_ELSEWHERE, "edited here, deleted in another system");
      return;
    }
    switch (conflict.settle(field.rule(), system, moved, ownerIsLinked(field), record, name)) {
      case ACCEPT -> accept(name, value, describe(field.rule()));
      case REFUSE -> refuse(name, value, describe(field.rule()));
      case HOLD ->
          hold(
              name,
              value,
              Hold.Why.CONFLICT,
              "edited in two systems (" + describe(field.rule()) + ")");
    }
  }

  private void refuse(String field, String value, String rule) {
    decide(Decision.Verdict.REFUSED, field, value, record.agreed().get(field), rule);
    Replica.Rewrites before = replica.rewrites().get(field);
    int times =
        before == null || before.last().plus(REWRITES_FORGOTTEN_AFTER).isBefore(read.at())
            ? 1
            : before.times() + 1;
    replica = replica.rewritten(field, new Replica.Rewrites(times, read.at()));
    if (times > REWRITES) {
      hold(field, value, Hold.Why.FIGHT, system + " keeps changing this field back");
    }
  }

  /** All copies have come to one value by themselves: nothing is left to decide. */
  private void release(String field) {
    List<Replica> live =
        dossier.with(replica).replicas().values().stream()
            .filter(r -> r.isLinked() && mapping.field(field).isIn(r.system()))
            .toList();
    Hold hold = record.held().get(field);
    String value = replica.holds().get(field);
    boolean agree =
        live.stream().allMatch(r -> Objects.equals(r.holds().get(field), value))
            && hold.candidates().values().stream().allMatch(c -> Objects.equals(c, value));
    if (live.size() < 2 || !agree || hold.why() == Hold.Why.FIGHT || isUnreadable(hold)) {
      return;
    }
    record = record.release(field);
    decide(Decision.Verdict.RELEASED, field, hold.agreed(), value, "all systems agree");
    accept(field, value, "all systems agree");
    for (Replica each : live) {
      dossier = dossier.with(each.holding(field, value, value));
    }
    replica = replica.holding(field, value, value);
  }

  private static boolean isUnreadable(Hold hold) {
    return hold.why() == Hold.Why.UNREADABLE;
  }

  private boolean ownerIsLinked(Field field) {
    return field.rule() instanceof FieldRule.Owner owner
        && dossier.replica(owner.system()) != null
        && dossier.replica(owner.system()).state() != Replica.State.ABSENT;
  }

  private boolean decidesElsewhere(Field field) {
    return field.rule() instanceof FieldRule.Owner owner
        && !owner.system().equals(system)
        && ownerIsLinked(field);
  }

  private static boolean ownedBy(Field field, SystemName system) {
    return field.rule() instanceof FieldRule.Owner owner && owner.system().equals(system);
  }

  static String describe(FieldRule rule) {
    if (rule instanceof FieldRule.Owner owner) {
      return "owner: " + owner.system();
    }
    if (rule instanceof FieldRule.Prefer prefer) {
      return "shared, prefer: " + prefer.system();
    }
    return rule instanceof FieldRule.Latest ? "shared, latest" : "shared, hold";
  }

  private void decide(
      Decision.Verdict verdict, String field, String was, String is, String because) {
    decisions.add(new Decision(verdict, field, was, is, because));
  }
}
