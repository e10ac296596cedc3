package io.partnerhub.sync.merge;

import io.partnerhub.mapping.Conversion;
import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Readings;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import io.partnerhub.sync.Attempt;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.Hold;
import io.partnerhub.sync.Observation;
import io.partnerhub.sync.ReadTimes;
import io.partnerhub.sync.Replica;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Settles what an observation means for a record, field by field. Pure: the same values in give the
 * same values out.
 */
public final class Merge {

  private final Mapping mapping;
  private final Tolerances tolerances;
  private final boolean putsBack;

  public Merge(Mapping mapping, Tolerances tolerances) {
    this(mapping, tolerances, false);
  }

  private Merge(Mapping mapping, Tolerances tolerances, boolean putsBack) {
    this.mapping = mapping;
    this.tolerances = tolerances;
    this.putsBack = putsBack;
  }

  /** One that accepts nothing: what people changed or deleted is put back. */
  public Merge puttingBack() {
    return new Merge(mapping, tolerances, true);
  }

  /**
   * Merges a picture of a known replica that the fence admits.
   *
   * @param unchangedAt last time at which the source showed no news of this replica; null if never
   */
  public Merged observe(
      Dossier dossier,
      SystemName system,
      Observation observation,
      ReadTimes read,
      Instant unchangedAt) {
    Standings standings = Standings.in(mapping, system);
    Observation row = standings.readable(observation, dossier.replica(system).holds());
    Judgement judgement = judge(dossier, system, row, read, unchangedAt);
    List<Attempt> unanswered = dossier.attemptsOn(system);
    if (row.deleted()) {
      judgement.deletion().gone(read.ended(), unanswered, putsBack);
      return judgement
          .draft()
          .done(unanswered.stream().filter(a -> !Deletion.isLookedFor(a)).toList());
    }
    judgement.undeleted();
    for (Field field : mapping.fieldsIn(system)) {
      look(judgement, standings, field, row, unanswered);
    }
    judgement.readMerged();
    return judgement.draft().done(unanswered);
  }

  /** Judges an edit that a write of ours overwrote before any read saw it. */
  public Merged overwritten(
      Dossier dossier, SystemName system, String field, String edited, String before, Instant at) {
    Observation found =
        new Observation(null, null, unreadable(system, field, edited), at, false, false, false);
    Judgement judgement = judge(dossier, system, found, new ReadTimes(0, 0, at), at);
    judgement.overwritten(mapping.field(field), edited, before);
    return judgement.draft().done(List.of());
  }

  /**
   * What a system tells of the past is not told to be a value of the field's kind; for a required
   * field, the empty one is none.
   */
  private Map<String, String> unreadable(SystemName system, String field, String text) {
    return text == null
        ? Conversion.toCanonical(mapping, system, Map.of()).unreadable()
        : Conversion.typed(mapping, mapping.field(field), text).unreadable();
  }

  /** The system says that the copy is gone, in answer to a write or to a sweep. */
  public Merged deleted(Dossier dossier, SystemName system, ReadTimes read) {
    Observation gone =
        new Observation(
            dossier.replica(system).id(), null, Map.of(), read.at(), true, false, false);
    return observe(dossier, system, gone, read, null);
  }

  /** The hub's own delete was answered. */
  public Merged removed(Dossier dossier, SystemName system, ReadTimes read) {
    Observation gone =
        new Observation(dossier.replica(system).id(), null, Map.of(), read.at(), true, true, false);
    Judgement judgement = judge(dossier, system, gone, read, null);
    judgement.deletion().removed(read.ended());
    return judgement.draft().done(List.of());
  }

  Judgement judge(
      Dossier dossier,
      SystemName system,
      Observation observation,
      ReadTimes read,
      Instant unchangedAt) {
    Draft draft = new Draft(mapping, dossier, system);
    return new Judgement(mapping, draft, tolerances, observation, read, unchangedAt);
  }

  private void look(
      Judgement judgement,
      Standings standings,
      Field field,
      Observation observation,
      List<Attempt> unanswered) {
    String name = field.name();
    String value = observation.values().get(name);
    Replica replica = judgement.draft().replica();
    Since since = since(field, replica);
    boolean same = Objects.equals(value, replica.holds().get(name));
    if (same && since != Since.MAPPED && !isReadableNow(judgement, since, name, observation)) {
      return;
    }
    List<Attempt> ours = unanswered.stream().filter(a -> a.fields().contains(name)).toList();
    if (ours.stream().anyMatch(a -> wasOurs(a, field, value))) {
      judgement.draft().holding(name, value, value);
    } else if (observation.changedByHub() && replica.rendering().contains(name)) {
      judgement.learnt(name, value, replica.standsFor().get(name));
    } else if (observation.changedByHub() && !ours.isEmpty()) {
      judgement.learnt(name, value, ours.get(ours.size() - 1).values().get(name));
    } else if (since.tellsNothingOf(field, replica.holds().get(name), value)) {
      contact(judgement.ofAnyTime(), standings, field, value, observation.unreadable().get(name));
    } else if (since == Since.READ) {
      edited(judgement.ofAnyTime(), standings, field, value, ours);
    } else {
      edited(judgement, standings, field, value, ours);
    }
  }

  /** What changed in a field's mapping since a copy was known last. */
  private enum Since {
    NOTHING,
    /** It was not mapped there. */
    MAPPED,
    /** It stood in another place there: what is as it was known is only called otherwise. */
    MOVED,
    /** It is read otherwise: another value may be another reading, or an edit of any time. */
    READ;

    /** Whether nothing that is known of the copy says what stood there before. */
    boolean tellsNothingOf(Field field, String holds, String value) {
      return this == MAPPED
          || this == MOVED
          || this == READ && value != null && !Conversion.isValue(field, holds);
    }
  }

  private Since since(Field field, Replica replica) {
    Readings readings = mapping.readings();
    long known = replica.fence().known();
    if (readings.isSettled(replica.system(), known)) { // asked for every field of every copy read
      return Since.NOTHING;
    }
    if (readings.isNew(replica.system(), field.name(), known)) {
      return readings.isMoved(replica.system(), field.name()) ? Since.MOVED : Since.MAPPED;
    }
    return readings.isUnread(replica.system(), field.name(), known) ? Since.READ : Since.NOTHING;
  }

  /** Whether a text that was no value has become one by another mapping alone. */
  private static boolean isReadableNow(
      Judgement judgement, Since since, String field, Observation observation) {
    Hold hold = judgement.draft().record().held().get(field);
    return since == Since.READ
        && hold != null
        && hold.isUnreadableIn(judgement.draft().system())
        && !observation.unreadable().containsKey(field);
  }

  private static void contact(
      Judgement judgement, Standings standings, Field field, String shown, String unreadable) {
    String value = standings.value(field.name(), shown, Values.none());
    Contact.judge(judgement, field, value, unreadable);
    standings.keep(judgement.draft(), field.name(), shown);
  }

  private void edited(
      Judgement judgement, Standings standings, Field field, String shown, List<Attempt> ours) {
    Replica replica = judgement.draft().replica();
    String value = standings.value(field.name(), shown, replica.holds());
    if (!standings.onlyStandsElsewhere(field.name(), value, replica)) {
      edit(judgement, field, value, ours);
    }
    standings.keep(judgement.draft(), field.name(), shown);
  }

  private void edit(Judgement judgement, Field field, String value, List<Attempt> ours) {
    if (putsBack) {
      judgement.putBack(field.name(), value);
    } else {
      judgement.edited(field, value, ours);
    }
  }

  /**
   * An unanswered call either landed or did not: what it sent and what it replaced are no edits.
   */
  private static boolean wasOurs(Attempt attempt, Field field, String value) {
    return means(field, attempt.values(), value) || means(field, attempt.before(), value);
  }

  /** The call may have been made by an older mapping. */
  private static boolean means(Field field, Values known, String value) {
    String text = known.get(field.name());
    return Objects.equals(value, text) || Objects.equals(value, Conversion.again(field, text));
  }
}
