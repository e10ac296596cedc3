package io.partnerhub.ledger;

import io.partnerhub.mapping.DeleteRule;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Side;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Decision;
import io.partnerhub.sync.Decision.Verdict;
import io.partnerhub.sync.LedgerEntry.Event;
import io.partnerhub.sync.Replica;
import io.partnerhub.sync.merge.Endings;
import io.partnerhub.sync.merge.FirstContact;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * What became of each change that the ledger tells of for one record: observed = written +
 * superseded + unchanged + held + refused + waiting + dead-lettered + discarded, for each target
 * system. Pure: from the lines of the ledger and the copies as they stand.
 */
public final class Tally {

  private final Mapping mapping;
  private final Past past;
  private final List<Seen> seen = new ArrayList<>();
  private final List<Seen> written = new ArrayList<>();

  /**
   * @param past with every line since the changes that are to be counted
   */
  public Tally(Mapping mapping, Past past) {
    this.mapping = mapping;
    this.past = past;
    int at = 0;
    for (int i = past.newestFirst().size() - 1; i >= 0; i--) {
      Line line = past.newestFirst().get(i);
      boolean write = line.entry().event() == Event.WRITTEN;
      for (Decision decision : line.entry().decisions()) {
        Seen one = new Seen(++at, line.entry().system(), decision);
        if (decision.verdict() == Verdict.SENT) {
          if (write) {
            written.add(one);
          }
        } else {
          seen.add(one);
        }
      }
    }
  }

  /** Tells of each observed change once for each target system. */
  public void count(BiConsumer<SystemName, Fate> counts) {
    for (Seen change : seen) {
      for (SystemName target : mapping.sides().keySet()) {
        if (isTarget(change, target)) {
          counts.accept(target, fate(change, target));
        }
      }
    }
  }

  private boolean isTarget(Seen change, SystemName target) {
    if (target.equals(change.system())) {
      return false;
    }
    return switch (change.decision().verdict()) {
      case ACCEPTED, REFUSED, LATE, HELD, CHOSEN -> isIn(change.field(), target);
      case LINKED -> change.decision().because().startsWith(FirstContact.NEW_RECORD);
      case DELETED -> change.decision().because().startsWith(Decision.DELETED_BY_PEOPLE);
      default -> false;
    };
  }

  /** The ledger may tell of fields that the mapping has no more. */
  private boolean isIn(String field, SystemName target) {
    return mapping.fieldsIn(target).stream().anyMatch(f -> f.name().equals(field));
  }

  private Fate fate(Seen change, SystemName target) {
    return switch (change.decision().verdict()) {
      case REFUSED, LATE -> Fate.REFUSED;
      case HELD -> held(change);
      case LINKED -> created(change, target);
      case DELETED -> deleted(change, target);
      default -> accepted(change, target);
    };
  }

  private Fate held(Seen change) {
    boolean newer =
        later(change, s -> isUnlinked(s, change))
            || after(
                change,
                s ->
                    s.settles()
                        || (s.decision().verdict() == Verdict.HELD
                            && s.system().equals(change.system())));
    boolean isHeld = past.dossier().record().held().containsKey(change.field());
    return newer ? Fate.SUPERSEDED : isHeld ? Fate.HELD : Fate.LOST;
  }

  private Fate accepted(Seen change, SystemName target) {
    Seen newer = newer(change);
    int end = newer == null ? Integer.MAX_VALUE : newer.at();
    String value = change.decision().is();
    boolean carried =
        written.stream()
            .anyMatch(
                w ->
                    w.at() > change.at()
                        && w.at() < end
                        && w.system().equals(target)
                        && Objects.equals(w.field(), change.field())
                        && Objects.equals(w.decision().is(), value));
    if (carried) {
      return Fate.WRITTEN;
    }
    if (newer != null) {
      return Fate.SUPERSEDED;
    }
    Replica copy = past.dossier().replica(target);
    boolean isAgreed = Objects.equals(past.dossier().record().agreed().get(change.field()), value);
    if (!isAgreed) {
      return Fate.LOST;
    }
    if (copy.state() == Replica.State.LINKED
        && Objects.equals(copy.standsFor().get(change.field()), value)) {
      return Fate.UNCHANGED;
    }
    return past.dossier().record().held().containsKey(change.field())
        ? Fate.HELD
        : stillToCome(copy);
  }

  private Fate created(Seen change, SystemName target) {
    boolean carried =
        written.stream().anyMatch(w -> w.at() > change.at() && w.system().equals(target));
    Replica copy = past.dossier().replica(target);
    if (carried) {
      return Fate.WRITTEN;
    }
    return copy.state() == Replica.State.LINKED ? Fate.UNCHANGED : stillToCome(copy);
  }

  private Fate deleted(Seen change, SystemName target) {
    Replica copy = past.dossier().replica(target);
    if (!endsRecord(change.system(), copy)) {
      return Fate.REFUSED;
    }
    return switch (copy.state()) {
      case REMOVED -> Fate.WRITTEN;
      case GONE, ABSENT -> Fate.UNCHANGED;
      case LINKED ->
          later(change, s -> s.decision().verdict() == Verdict.CHOSEN || isLink(s))
              ? Fate.SUPERSEDED
              : past.dossier().record().held().isEmpty() ? stillToCome(copy) : Fate.HELD;
    };
  }

  /** Whether a deletion there ends the record; what left the mapping has no rule any more. */
  private boolean endsRecord(SystemName system, Replica copy) {
    Side side = mapping.sides().get(system);
    return side == null
        ? copy.state() == Replica.State.REMOVED
        : side.onDelete() instanceof DeleteRule.Propagate;
  }

  /** What came from a copy ends with its link, and so does what its record had beside that. */
  private static boolean isUnlinked(Seen seen, Seen change) {
    return seen.decision().verdict() == Verdict.UNLINKED
        && (seen.system().equals(change.system())
            || (seen.field() != null && seen.field().equals(change.field())));
  }

  private static boolean isLink(Seen seen) {
    return seen.decision().verdict() == Verdict.LINKED;
  }

  private Fate stillToCome(Replica copy) {
    Past.Standing due = past.due().getOrDefault(copy.system(), Past.Standing.IN_STEP);
    if (copy.trouble().fate().hasLetter()) {
      return Fate.DEAD_LETTERED;
    }
    if (copy.trouble().fate().rests()) {
      return Fate.DISCARDED;
    }
    if (due.isDue() || due.waitsFor() != null) {
      return Fate.WAITING;
    }
    return switch (copy.state()) {
      case GONE, REMOVED -> Fate.SUPERSEDED; // by the deletion
      case ABSENT -> isOver() ? Fate.SUPERSEDED : Fate.LOST;
      case LINKED -> Fate.LOST;
    };
  }

  /** A record that ended gets no copies where its type is kept only since. */
  private boolean isOver() {
    return new Endings(mapping, past.dossier()).isOver();
  }

  private Seen newer(Seen change) {
    return seen.stream()
        .filter(s -> s.at() > change.at())
        .filter(
            s ->
                isUnlinked(s, change)
                    || Objects.equals(s.field(), change.field())
                        && (s.decision().verdict() == Verdict.ACCEPTED
                            || s.decision().verdict() == Verdict.CHOSEN))
        .findFirst()
        .orElse(null);
  }

  private boolean after(Seen change, Predicate<Seen> what) {
    return later(change, s -> Objects.equals(s.field(), change.field()) && what.test(s));
  }

  private boolean later(Seen change, Predicate<Seen> what) {
    return seen.stream().anyMatch(s -> s.at() > change.at() && what.test(s));
  }
}
