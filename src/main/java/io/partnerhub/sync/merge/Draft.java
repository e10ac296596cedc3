package io.partnerhub.sync.merge;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import io.partnerhub.sync.AgreedRecord;
import io.partnerhub.sync.Attempt;
import io.partnerhub.sync.Decision;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.Hold;
import io.partnerhub.sync.Origin;
import io.partnerhub.sync.Replica;
import io.partnerhub.sync.Trouble;
import io.partnerhub.sync.Wish;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A dossier while one system's observation is judged, with the decisions on the way. */
final class Draft {

  private final Mapping mapping;
  private final SystemName system;
  private final List<Decision> decisions = new ArrayList<>();
  private final Replica before;
  private Dossier dossier;
  private AgreedRecord record;
  private Replica replica;

  Draft(Mapping mapping, Dossier dossier, SystemName system) {
    this.mapping = mapping;
    this.system = system;
    this.dossier = dossier;
    this.record = dossier.record();
    this.replica = dossier.replica(system);
    this.before = replica;
  }

  SystemName system() {
    return system;
  }

  Dossier dossier() {
    return dossier;
  }

  AgreedRecord record() {
    return record;
  }

  Replica replica() {
    return replica;
  }

  /** This system's copy as it was before what is judged. */
  Replica before() {
    return before;
  }

  void replica(Replica changed) {
    replica = changed;
  }

  String agreed(String field) {
    return record.agreed().get(field);
  }

  /** What deletions mean, as things stand. */
  Endings endings() {
    return new Endings(mapping, dossier.with(record).with(replica));
  }

  /** A record that lives gets the copies back that the hub deleted. */
  void reviveIfAlive() {
    if (endings().isEnded()) {
      return;
    }
    if (replica.state() == Replica.State.REMOVED) {
      replica = replica.absent(replica.fence().readEnded());
    }
    for (Replica other : dossier.replicas().values()) {
      if (!other.system().equals(system) && other.state() == Replica.State.REMOVED) {
        dossier = dossier.with(other.absent(other.fence().readEnded()));
      }
    }
  }

  /**
   * Holds the agreed value as the wish of the system that it is from: this one deleted its copy
   * without knowing it.
   *
   * @param before what this system knew
   */
  void holdAgainstDeletion(String field, String before, Origin origin) {
    String sentence = "edited in " + origin.system() + ", and deleted in " + system + " without it";
    decide(Decision.Verdict.HELD, field, agreed(field), agreed(field), sentence);
    Hold hold = new Hold(Hold.Why.DELETED_ELSEWHERE, before, Map.of(), sentence, origin.notAfter());
    Wish wish = new Wish(agreed(field), null, before, origin);
    record = record.hold(field, hold.with(origin.system(), wish));
  }

  /** The same record while another system's edit is judged. */
  Draft of(SystemName other) {
    return new Draft(mapping, dossier.with(record).with(replica), other);
  }

  /** Takes over what the judging of another system's edit came to. */
  void take(Draft theirs) {
    dossier = theirs.dossier.with(theirs.replica);
    record = theirs.record;
    replica = dossier.replica(system);
    decisions.addAll(theirs.decisions);
  }

  Merged done(List<Attempt> settled) {
    return new Merged(dossier.with(record).with(replica).without(settled), decisions);
  }

  /** The copy holds a value, which stands for an agreed one. */
  void holding(String field, String value, String standsFor) {
    replica = replica.holding(field, value, standsFor);
  }

  /** Links a copy that was unknown until now. */
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
            Trouble.NONE);
    decide(Decision.Verdict.LINKED, null, null, null, because);
  }

  void accept(String field, String value, Origin origin) {
    decide(Decision.Verdict.ACCEPTED, field, agreed(field), value, origin.rule());
    record = record.accept(field, value, origin);
  }

  /** Holds a field for this system's wish, unless all copies agree on it by themselves. */
  void hold(String field, Wish wish, Hold.Why why, String sentence, Instant since) {
    decide(Decision.Verdict.HELD, field, agreed(field), wish.value(), sentence);
    Hold hold = new Hold(why, agreed(field), Map.of(), sentence, since).with(system, wish);
    record = record.hold(field, hold);
    releaseIfAllAgree(field, wish.origin());
  }

  /** What is held, with this system's wish as an edit of what its copy showed before it. */
  Hold wishing(String field, Wish wish) {
    Hold hold = record.held().get(field);
    Wish earlier = hold.wishes().get(system);
    boolean shown =
        earlier != null && Objects.equals(before.standsFor().get(field), earlier.value());
    return (shown ? hold : hold.without(system)).with(system, wish);
  }

  /** Adds this system's wish to what is held. */
  void holdToo(String field, Wish wish) {
    Hold more = wishing(field, wish);
    decide(Decision.Verdict.HELD, field, more.agreed(), wish.value(), more.sentence());
    record = record.hold(field, more);
    releaseIfAllAgree(field, wish.origin());
  }

  void release(String field, String because) {
    if (record.held().containsKey(field)) {
      decide(Decision.Verdict.RELEASED, field, agreed(field), agreed(field), because);
      record = record.release(field);
    }
  }

  /** All copies have come to one value by themselves: nothing is left to decide. */
  private void releaseIfAllAgree(String field, Origin origin) {
    Hold hold = record.held().get(field);
    String value = replica.holds().get(field);
    List<Replica> live =
        dossier.with(replica).replicas().values().stream()
            .filter(r -> r.isLinked() && mapping.field(field).isIn(r.system()))
            .toList();
    boolean agree =
        !hold.isUnreadable()
            && live.stream().allMatch(r -> Objects.equals(r.holds().get(field), value))
            && hold.candidates().values().stream().allMatch(c -> Objects.equals(c, value));
    if (agree && mayEnd(hold, value, live.size())) {
      release(field, "all systems agree");
      accept(field, value, origin);
      live.forEach(each -> dossier = dossier.with(each.holding(field, value, value)));
      replica = replica.holding(field, value, value);
    }
  }

  /** An edit of a deleted record is only taken back when its old value is typed again. */
  private static boolean mayEnd(Hold hold, String value, int copies) {
    return switch (hold.why()) {
      case FIGHT, UNREADABLE, DELETED_AGAIN, REVIVED -> false;
      case DELETED_ELSEWHERE -> Objects.equals(value, hold.agreed());
      default -> copies > 1;
    };
  }

  void decide(Decision.Verdict verdict, String field, String was, String is, String because) {
    decisions.add(new Decision(verdict, field, was, is, because));
  }
}
