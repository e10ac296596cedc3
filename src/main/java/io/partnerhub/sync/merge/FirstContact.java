package io.partnerhub.sync.merge;

import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.FieldRule;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import io.partnerhub.sync.AgreedRecord;
import io.partnerhub.sync.Attempt;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.Hold;
import io.partnerhub.sync.Observation;
import io.partnerhub.sync.Origin;
import io.partnerhub.sync.ReadTimes;
import io.partnerhub.sync.Replica;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Settles what a copy means that was never seen before: a new record, or a copy of a known one. */
public final class FirstContact {

  /** How the ledger's reason for a new record begins. */
  public static final String NEW_RECORD = "first contact, a new record from ";

  private final Mapping mapping;
  private final Merge merge;

  public FirstContact(Mapping mapping, Merge merge) {
    this.mapping = mapping;
    this.merge = merge;
  }

  /** A key that no record has: the copy's values are the agreed ones. */
  public Merged create(long id, SystemName system, Observation observation, ReadTimes read) {
    Standings standings = Standings.in(mapping, system);
    Observation row = standings.readable(observation, Values.none());
    Values values = standings.values(row.values());
    Map<SystemName, Replica> replicas = new TreeMap<>();
    mapping.sides().keySet().forEach(s -> replicas.put(s, Replica.absent(id, s)));
    Origin origin =
        new Origin(system, read.began(), "first contact", Instant.EPOCH, row.changedUntil(read));
    Map<String, Origin> origins = new TreeMap<>();
    Values readable = values.only(f -> isAgreedFrom(row, f));
    readable.fields().forEach(f -> origins.put(f, origin));
    Dossier dossier =
        new Dossier(new AgreedRecord(id, readable, origins, Map.of()), replicas, List.of());
    Judgement judgement = merge.judge(dossier, system, row, read, null);
    judgement.draft().link(row.id(), row.values(), values, Set.of(), NEW_RECORD + system);
    for (Map.Entry<String, String> unreadable : row.unreadable().entrySet()) {
      String text = values.get(unreadable.getKey());
      if (text != null && !mapping.field(unreadable.getKey()).isDerived()) {
        judgement.unreadable(mapping.field(unreadable.getKey()), text, unreadable.getValue());
      }
    }
    judgement.readMerged();
    return judgement.draft().done(List.of());
  }

  /** What the hub works out itself is taken from no copy. */
  private boolean isAgreedFrom(Observation observation, String field) {
    return !observation.unreadable().containsKey(field) && !mapping.field(field).isDerived();
  }

  /** A copy of a known record: what both sides have is compared, what one lacks is filled. */
  public Merged match(Dossier dossier, SystemName system, Observation observation, ReadTimes read) {
    List<Attempt> unanswered = dossier.attemptsOn(system);
    if (unanswered.stream().anyMatch(Deletion::isLookedFor)) {
      return moved(dossier, system, observation, read);
    }
    Standings standings = Standings.in(mapping, system);
    Observation row = standings.readable(observation, Values.none());
    Judgement judgement = merge.judge(dossier, system, row, read, null);
    if (!unanswered.isEmpty() && observation.createdByHub()) {
      Attempt ours = unanswered.get(unanswered.size() - 1);
      judgement
          .draft()
          .link(
              observation.id(),
              ours.values(),
              ours.values(),
              ours.fields(),
              "our own add, found again");
      Dossier linked = judgement.draft().done(List.of()).dossier();
      return merge.observe(linked, system, observation, read, null);
    }
    Replica before = dossier.replica(system);
    judgement
        .draft()
        .link(
            observation.id(),
            Values.none(),
            Values.none(),
            Set.of(),
            "first contact, matched by key");
    for (Field field : mapping.fieldsIn(system)) {
      String shown = row.values().get(field.name());
      String value = standings.value(field.name(), shown, Values.none());
      compare(judgement, dossier.record(), field, value, row.unreadable(), before);
      standings.keep(judgement.draft(), field.name(), shown);
    }
    judgement.readMerged();
    return judgement.draft().done(unanswered);
  }

  /** The very copy, which an unanswered move took there: what it held before tells edits. */
  private Merged moved(
      Dossier dossier, SystemName system, Observation observation, ReadTimes read) {
    Replica found = dossier.replica(system).linked(observation.id());
    return merge.observe(dossier.with(found), system, observation, read, null);
  }

  private void compare(
      Judgement judgement,
      AgreedRecord record,
      Field field,
      String value,
      Map<String, String> notValues,
      Replica before) {
    boolean replaces = !before.holds().equals(Values.none());
    String name = field.name();
    String unreadable = notValues.get(name);
    boolean saysNothing = value == null || field.isSync() || name.equals(mapping.key());
    if (saysNothing || Objects.equals(value, record.agreed().get(name))) {
      judgement.draft().holding(name, value, value);
    } else if (replaces && Objects.equals(value, before.holds().get(name))) {
      // it came back as it was, as a row that was moved does: nobody edited it meanwhile
      judgement.draft().holding(name, value, before.standsFor().get(name));
    } else if (replaces && unreadable == null && isUntold(record, field)) {
      judgement.draft().holding(name, value, value);
      judgement.hold(
          name, value, Hold.Why.CONFLICT, "differs from the record, and no history tells why");
    } else {
      Contact.judge(judgement, field, value, unreadable);
    }
  }

  /** Whether neither an owner nor a hold says what becomes of another value. */
  private static boolean isUntold(AgreedRecord record, Field field) {
    return !field.isDerived()
        && !(field.rule() instanceof FieldRule.Owner)
        && !record.held().containsKey(field.name());
  }
}
