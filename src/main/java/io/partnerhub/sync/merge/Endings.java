package io.partnerhub.sync.merge;

import io.partnerhub.mapping.DeleteRule;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.AgreedRecord;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.Hold;
import io.partnerhub.sync.Replica;
import io.partnerhub.sync.Wish;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** What the deletions of a record's copies mean for its other copies. */
public record Endings(Mapping mapping, Dossier dossier) {

  /** The copy whose deletion ends the record; empty while the record lives. */
  Optional<Replica> end() {
    for (Replica replica :
        dossier.replicas().values()) { // no stream: asked for every replica saved
      if (replica.state() == Replica.State.GONE
          && mapping.side(replica.system()).onDelete() instanceof DeleteRule.Propagate) {
        return Optional.of(replica);
      }
    }
    return Optional.empty();
  }

  /** Whether a deletion of one copy ended the record. */
  public boolean isEnded() {
    return end().isPresent();
  }

  /** Copies that the hub deleted end with their record, also where its end left the mapping. */
  private boolean hadEnded() {
    return dossier.replicas().values().stream().anyMatch(r -> r.state() == Replica.State.REMOVED);
  }

  /** The record has ended, and none of its copies is left: its key is free. */
  public boolean isOver() {
    return (isEnded() || hadEnded())
        && dossier.attempts().isEmpty()
        && dossier.replicas().values().stream().noneMatch(Replica::isLinked);
  }

  /** Why a copy is deleted, as the ledger says it. */
  String because() {
    return end()
        .map(
            r ->
                "propagate: deleted in "
                    + r.system()
                    + ", from "
                    + r.system()
                    + ", read "
                    + r.fence().readEnded())
        .orElse("the record lives again");
  }

  /** Whether nothing is added any more, since people deleted a copy elsewhere. */
  boolean barAdds(SystemName system) {
    return hadEnded()
        || isGoneElsewhere(
            system, r -> r instanceof DeleteRule.Propagate || r instanceof DeleteRule.Mark);
  }

  /**
   * Whether people of a system edit what others deleted, and cannot know it: the record has ended,
   * or its mark is still on its way there.
   *
   * @param before their copy as it was when they edited it
   */
  boolean holdEdits(Replica before) {
    return isGoneElsewhere(
        before.system(),
        rule ->
            rule instanceof DeleteRule.Propagate
                || rule instanceof DeleteRule.Mark mark && isOnItsWay(mark, before));
  }

  /** A mark that no step led to, or that somebody moved on from, will never be shown. */
  private boolean isOnItsWay(DeleteRule.Mark mark, Replica before) {
    AgreedRecord record = dossier.record();
    return mapping.field(mark.field()).isIn(before.system())
        && Objects.equals(record.agreed().get(mark.field()), mark.value())
        && !Objects.equals(before.standsFor().get(mark.field()), mark.value())
        && !isEditedFrom(mark, record.held().get(mark.field()), before.system());
  }

  /** Whoever wants something else than the mark that was shown has seen it. */
  private static boolean isEditedFrom(DeleteRule.Mark mark, Hold hold, SystemName system) {
    Wish wish = hold == null ? null : hold.wishes().get(system);
    return wish != null && Objects.equals(wish.base(), mark.value());
  }

  private boolean isGoneElsewhere(SystemName system, Predicate<DeleteRule> rule) {
    return dossier.replicas().values().stream()
        .filter(r -> !r.system().equals(system) && r.state() == Replica.State.GONE)
        .anyMatch(r -> rule.test(mapping.side(r.system()).onDelete()));
  }
}
