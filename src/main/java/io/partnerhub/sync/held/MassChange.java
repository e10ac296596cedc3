package io.partnerhub.sync.held;

import io.partnerhub.model.NativeId;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Decision;
import io.partnerhub.sync.LedgerEntry;
import io.partnerhub.sync.merge.Merged;
import io.partnerhub.sync.store.Changes;
import io.partnerhub.sync.store.Quarantine;
import io.partnerhub.sync.store.Transaction;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The guard on mass change, within one transaction on one system's copies. */
public final class MassChange {

  private static final Set<Decision.Verdict> COUNTED =
      EnumSet.of(
          Decision.Verdict.ACCEPTED,
          Decision.Verdict.REFUSED,
          Decision.Verdict.LATE,
          Decision.Verdict.HELD,
          Decision.Verdict.DELETED);

  private final Guard guard;
  private final Transaction tx;
  private final SystemName system;
  private final Quarantine quarantine;
  private final Instant since;
  private boolean keepsParts;

  /** For one transaction; what it finds is kept for this system. */
  public MassChange(Guard guard, Transaction tx, SystemName system) {
    this.guard = guard;
    this.tx = tx;
    this.system = system;
    this.quarantine = tx.quarantine(system);
    this.since = tx.now().minus(guard.within());
  }

  /**
   * Whether people changed something; what the hub wrote or learnt does not count.
   *
   * @param unread fields of which nothing tells whether people or the mapping changed them
   */
  public static boolean isCounted(Merged merged, Set<String> unread) {
    return merged.decisions().stream()
        .anyMatch(d -> COUNTED.contains(d.verdict()) && !unread.contains(d.field()));
  }

  /** Copies that waited as deleted, and are there after all, wait no longer. */
  public void found(String location, Set<String> nativeIds) {
    quarantine.found(location, nativeIds);
  }

  /**
   * Lets changes pass, or keeps them.
   *
   * @param all the copies that were read
   * @param changed those of them that people changed or deleted
   * @param partly of which nothing has told yet how much else was changed with them: their changes
   *     wait until that was read
   * @param missing they were deleted, as far as a sweep can tell
   */
  public Passage sort(
      Collection<NativeId> all,
      Collection<NativeId> changed,
      Predicate<NativeId> partly,
      boolean missing) {
    Quarantine.Standing standing = quarantine.standing(ids(all), since);
    Map<String, Quarantine.Mark> marks = standing.marks();
    Map<Boolean, List<NativeId>> unmarked =
        changed.stream()
            .filter(id -> !marks.containsKey(id.id()))
            .collect(Collectors.partitioningBy(partly));
    List<NativeId> fresh = unmarked.get(false);
    List<NativeId> parts = unmarked.get(true);
    Set<String> kept =
        changed.stream()
            .map(NativeId::id)
            .filter(id -> marks.get(id) == Quarantine.Mark.WAITS)
            .collect(Collectors.toSet());
    boolean pass = pass(fresh, standing, missing);
    if (!pass) {
      kept.addAll(ids(fresh));
    }
    if (!parts.isEmpty()) {
      quarantine.keep(parts, missing);
      kept.addAll(ids(parts));
      keepsParts = true;
    }
    return new Passage(marks, kept, new Changes.Passed(pass ? fresh : List.of(), since));
  }

  /** Whether changes wait until it was read how much else was changed. */
  public boolean keepsParts() {
    return keepsParts;
  }

  /** What was kept before and is merged now is kept no longer. */
  public void merged(Passage passage) {
    if (!passage.done().isEmpty()) {
      quarantine.remove(passage.done());
    }
  }

  private boolean pass(List<NativeId> changed, Quarantine.Standing standing, boolean missing) {
    if (changed.isEmpty()) {
      return true;
    }
    Map<String, Integer> tooMany = tooMany(changed, standing);
    if (tooMany.isEmpty() && !standing.stopped()) {
      return true;
    }
    quarantine.keep(changed, missing);
    tooMany.forEach(this::stop);
    return false;
  }

  private static Set<String> ids(Collection<NativeId> copies) {
    return copies.stream().map(NativeId::id).collect(Collectors.toSet());
  }

  /** The reads are over that kept copies before an instant: these pass, or a person is asked. */
  public void settle(Instant keptBefore) {
    for (String location : quarantine.unsettled(keptBefore)) {
      Quarantine.Standing standing = quarantine.standing(Set.of(), since);
      if (standing.waitingIn(location) == 0) {
        mended(location);
      } else if (!standing.stopped()) {
        OptionalInt exceeded = exceeded(location, standing, Set.of());
        if (exceeded.isPresent()) {
          stop(location, exceeded.getAsInt());
        } else {
          letGo(location);
        }
      }
    }
  }

  private void letGo(String location) {
    List<NativeId> released = quarantine.release(location, Quarantine.Mark.APPLY);
    Changes changes = new Changes();
    changes.passed(new Changes.Passed(released, since));
    tx.save(system, changes);
  }

  /** The limits of the locations where more than that wait, with these. */
  private Map<String, Integer> tooMany(Collection<NativeId> changed, Quarantine.Standing standing) {
    Map<String, Set<String>> byLocation = new LinkedHashMap<>();
    changed.forEach(
        id -> byLocation.computeIfAbsent(id.location(), l -> new HashSet<>()).add(id.id()));
    Map<String, Integer> limits = new LinkedHashMap<>();
    byLocation.forEach(
        (location, ids) ->
            exceeded(location, standing, ids).ifPresent(limit -> limits.put(location, limit)));
    return limits;
  }

  /** The limit of a location, if more than that wait, passed lately, or are these. */
  private OptionalInt exceeded(String location, Quarantine.Standing standing, Set<String> these) {
    int atMost = standing.changedIn(location) + these.size();
    if (guard.allows(atMost)) {
      return OptionalInt.empty();
    }
    int limit = guard.limit(quarantine.known(location));
    boolean exceeds = atMost > limit && quarantine.changed(location, since, these) > limit;
    return exceeds ? OptionalInt.of(limit) : OptionalInt.empty();
  }

  private void stop(String location, int limit) {
    int changed = quarantine.changed(location, since, Set.of());
    int waiting = quarantine.standing(Set.of(), since).waitingIn(location);
    int known = quarantine.known(location);
    quarantine.stop(location, limit);
    note(
        "people changed or deleted %d of %d copies in %s within %d s, more than %d: %s"
            .formatted(
                changed,
                known,
                location,
                guard.within().toSeconds(),
                limit,
                changed == waiting
                    ? "none of it is merged"
                    : waiting + " wait, what came before is merged"));
  }

  private void mended(String location) {
    if (quarantine.resume(location)) {
      note("everything that was stopped in " + location + " was put back by people");
    }
  }

  private void note(String sentence) {
    Changes changes = new Changes();
    changes.ledger(LedgerEntry.of(0, system, LedgerEntry.Event.STOPPED, sentence));
    tx.save(system, changes);
  }
}
