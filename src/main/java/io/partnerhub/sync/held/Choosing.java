package io.partnerhub.sync.held;

import io.partnerhub.mapping.Conversion;
import io.partnerhub.mapping.DeleteRule;
import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Reading;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.AgreedRecord;
import io.partnerhub.sync.ChoiceRefused;
import io.partnerhub.sync.Chooser;
import io.partnerhub.sync.Decision;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.Hold;
import io.partnerhub.sync.Origin;
import io.partnerhub.sync.Replica;
import io.partnerhub.sync.merge.Endings;
import io.partnerhub.sync.merge.Merged;
import java.time.Instant;
import java.util.List;

/** A person's choice for one held field. Pure. */
final class Choosing {

  private final Mapping mapping;
  private final Dossier dossier;
  private final Field field;
  private final Hold hold;
  private final Chooser by;
  private final Instant now;
  private final long tick;

  /**
   * @throws ChoiceRefused when the field is not held
   */
  Choosing(Mapping mapping, Dossier dossier, String field, Chooser by, Instant now, long tick) {
    this.mapping = mapping;
    this.dossier = dossier;
    this.hold = dossier.record().held().get(field);
    if (hold == null) {
      throw new ChoiceRefused(
          field
              + " is not held; held here: "
              + String.join(", ", dossier.record().held().keySet()));
    }
    if (!mapping.declares(field)) {
      throw new ChoiceRefused(field + " is no longer mapped: the next start releases it");
    }
    this.field = mapping.field(field);
    this.by = by;
    this.now = now;
    this.tick = tick;
  }

  Merged settle(Choice choice) {
    String agreed = dossier.record().agreed().get(field.name());
    String value = value(choice, agreed);
    AgreedRecord record = dossier.record().release(field.name());
    if (!(choice instanceof Choice.Agreed)) {
      SystemName from = choice instanceof Choice.Candidate c ? c.system() : SystemName.HUB;
      Origin origin = new Origin(from, tick, "chosen " + by.inWords(), now, now);
      record = record.accept(field.name(), value, origin);
    }
    Dossier chosen = dossier.with(record);
    for (Replica replica : dossier.replicas().values()) {
      Replica calm = replica.notRewritten(field.name());
      chosen = chosen.with(revives(choice, calm) ? calm.absent(tick) : calm);
    }
    Decision decision =
        new Decision(
            Decision.Verdict.CHOSEN, field.name(), agreed, value, "chosen " + by.inWords());
    return new Merged(chosen, List.of(decision));
  }

  /** Whoever chooses what was edited in a deleted record wants it to live. */
  private boolean revives(Choice choice, Replica replica) {
    boolean ended = hold.why() == Hold.Why.DELETED_ELSEWHERE || hold.why() == Hold.Why.REVIVED;
    return ended
        && !(choice instanceof Choice.Agreed)
        && new Endings(mapping, dossier).isEnded()
        && (replica.state() == Replica.State.REMOVED
            || replica.state() == Replica.State.GONE
                && mapping.side(replica.system()).onDelete() instanceof DeleteRule.Propagate);
  }

  private String value(Choice choice, String agreed) {
    if (choice instanceof Choice.Agreed) {
      return agreed;
    }
    if (hold.why() == Hold.Why.DELETED_AGAIN) {
      throw new ChoiceRefused(
          "Choose the agreed value to have the copy made again; while it is held, it stays deleted");
    }
    if (field.isDerived()) {
      throw new ChoiceRefused(
          field.name() + " is worked out by the hub: only its agreed value can be chosen");
    }
    return choice instanceof Choice.Candidate candidate
        ? candidate(candidate.system())
        : typed(((Choice.Value) choice).text());
  }

  private String candidate(SystemName system) {
    if (!hold.candidates().containsKey(system)) {
      throw new ChoiceRefused(
          system
              + " has no candidate for "
              + field.name()
              + "; "
              + hold.candidates().keySet()
              + " have");
    }
    String value = hold.candidates().get(system);
    if (hold.isUnreadableIn(system)) {
      throw new ChoiceRefused(
          "\""
              + value
              + "\" is no value of "
              + field.name()
              + ": give one, or choose the agreed one");
    }
    return value;
  }

  private String typed(String text) {
    Reading reading = Conversion.typed(mapping, field, text);
    String why = reading.unreadable().get(field.name());
    if (why != null) {
      throw new ChoiceRefused(why);
    }
    return reading.values().get(field.name());
  }
}
