package io.partnerhub.sync.merge;

import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Placement;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import io.partnerhub.sync.AgreedRecord;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.Replica;
import io.partnerhub.sync.Write;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a replica lacks to show the agreed record.
 *
 * @param action null when nothing is to be written
 * @param location where it is to be written; for a move, where to; null when no place takes it
 * @param fields the fields to send
 * @param awaits the references among them whose parents must be in the system first; empty where
 *     something else can be written before
 * @param blocked why it cannot be written yet, for people; null when it can
 */
public record Due(
    Write.Action action, String location, Set<String> fields, Set<String> awaits, String blocked) {

  private static Due nothing(String location) {
    return new Due(null, location, Set.of(), Set.of(), null);
  }

  private static Due blocked(String why) {
    return new Due(null, null, Set.of(), Set.of(), why);
  }

  /** Whether a write can be made now. */
  public boolean isDue() {
    return action != null;
  }

  /** Whether the replica shows all that it is to show. */
  public boolean isOver() {
    return action == null && blocked == null;
  }

  /**
   * Whether the replica shows all that people are to see of it, whatever the hub says of itself.
   */
  public boolean isOverBut(Set<String> syncFields) {
    return isOver() || (action == Write.Action.UPDATE && syncFields.containsAll(fields));
  }

  /** What the write sends of a record. */
  public Values values(Mapping mapping, SystemName system, AgreedRecord record) {
    Values sent = record.agreed().only(fields::contains);
    return action == Write.Action.ADD ? mapping.asCreatedIn(system, sent) : sent;
  }

  /** What of it can be written while the parents of some references are not there yet. */
  public Due without(Set<String> waiting) {
    if (waiting.stream().noneMatch(fields::contains)) {
      return this;
    }
    Set<String> rest = new TreeSet<>(fields);
    rest.removeAll(waiting);
    return action == Write.Action.ADD || rest.isEmpty()
        ? blocked("waits for what it refers to")
        : new Due(action, location, rest, Set.of(), null);
  }

  /** What may be written now: while a write rests, only what tells of it. */
  public static Due now(Mapping mapping, Dossier dossier, SystemName system) {
    Due all = of(mapping, dossier, system);
    Replica replica = dossier.replica(system);
    if (!replica.trouble().fate().rests()) {
      return all;
    }
    boolean stays =
        replica.isLinked() && all.action() != Write.Action.DELETE && isNamed(mapping, replica);
    Set<String> telling = stays ? differing(mapping, dossier.record(), replica) : new TreeSet<>();
    telling.retainAll(mapping.syncFields());
    new Unread(mapping, dossier).takenFrom(telling);
    String here = stays ? replica.id().location() : null;
    return telling.isEmpty()
        ? nothing(here)
        : new Due(Write.Action.UPDATE, here, telling, Set.of(), null);
  }

  /** What the replica lacks, even while its write rests. */
  public static Due of(Mapping mapping, Dossier dossier, SystemName system) {
    Replica replica = dossier.replica(system);
    Optional<String> place = mapping.side(system).placement().locationOf(dossier.record().agreed());
    return switch (replica.state()) {
      case GONE, REMOVED -> nothing(replica.id().location());
      case ABSENT -> add(mapping, dossier, system, place);
      case LINKED ->
          new Endings(mapping, dossier).isEnded()
              ? delete(mapping, dossier, replica)
              : update(mapping, dossier, replica, place);
    };
  }

  private static Due add(
      Mapping mapping, Dossier dossier, SystemName system, Optional<String> place) {
    AgreedRecord record = dossier.record();
    if (new Endings(mapping, dossier).barAdds(system)) {
      return blocked("deleted elsewhere before it came here");
    }
    if (record.held().containsKey(mapping.key())) {
      return blocked("its key is held");
    }
    for (Field field : mapping.fieldsIn(system)) {
      if (field.required() && record.agreed().get(field.name()) == null) {
        return blocked("needs " + field.names().get(system) + ", which is empty");
      }
      if (field.required() && record.held().containsKey(field.name())) {
        return blocked("needs " + field.names().get(system) + ", which is held");
      }
    }
    if (place.isEmpty()) {
      return blocked(noPlace(mapping.side(system).placement(), record));
    }
    // what is told of the add itself holds no more once it went through
    boolean retried = dossier.replica(system).trouble().fate().hasLetter();
    Set<String> fields = new TreeSet<>();
    for (Field field : mapping.fieldsIn(system)) {
      if (record.agreed().get(field.name()) != null
          && !record.held().containsKey(field.name())
          && !record.isYetToBeDerived(field)
          && !(field.isSync() && retried)) {
        fields.add(field.name());
      }
    }
    String waiting = new Unread(mapping, dossier).takenFromNew(system, fields);
    if (waiting != null) {
      return blocked(waiting);
    }
    Set<String> awaits = new TreeSet<>(mapping.resolvedIn(system));
    awaits.retainAll(fields);
    return new Due(Write.Action.ADD, place.get(), fields, awaits, null);
  }

  /** Whether the mapping still names the place where a copy stands; else it is left alone. */
  private static boolean isNamed(Mapping mapping, Replica replica) {
    return mapping.side(replica.system()).placement().has(replica.id().location());
  }

  /** The record has ended; but nothing is deleted while a person is still to decide. */
  private static Due delete(Mapping mapping, Dossier dossier, Replica replica) {
    String here = replica.id().location();
    if (!isNamed(mapping, replica)) {
      return nothing(here);
    }
    List<String> held =
        dossier.record().held().keySet().stream().filter(mapping::declares).toList();
    return held.isEmpty()
        ? new Due(Write.Action.DELETE, here, Set.of(), Set.of(), null)
        : new Due(
            null,
            here,
            Set.of(),
            Set.of(),
            "deleted elsewhere; waits for a decision on " + String.join(", ", held));
  }

  private static String noPlace(Placement placement, AgreedRecord record) {
    if (!(placement instanceof Placement.ByField by)) {
      throw new IllegalStateException("There is one place for all, and it was not found");
    }
    String value = record.agreed().get(by.field());
    return value == null
        ? "no sheet is named for an empty "
            + by.field()
            + ": fill it in, or name one in the mapping"
        : "no sheet is named for the " + by.field() + " " + value + ": name one in the mapping";
  }

  private static Due update(
      Mapping mapping, Dossier dossier, Replica replica, Optional<String> place) {
    String here = replica.id().location();
    AgreedRecord record = dossier.record();
    Standings standings = Standings.in(mapping, replica.system());
    Unread unread = new Unread(mapping, dossier);
    boolean stays = place.isPresent() && place.get().equals(here);
    String undecided = stays ? null : unread.ofPlace(replica.system());
    if (place.isPresent() && !stays && undecided == null) {
      return new Due(Write.Action.MOVE, place.get(), standings.taken(record), Set.of(), null);
    }
    if (!stays && !isNamed(mapping, replica)) {
      Placement placement = mapping.side(replica.system()).placement();
      String why = undecided == null ? noPlace(placement, record) : undecided;
      return new Due(null, here, Set.of(), Set.of(), why);
    }
    Set<String> fields = differing(mapping, record, replica);
    String waiting = unread.takenFrom(fields);
    if (fields.isEmpty()) {
      return new Due(null, here, Set.of(), Set.of(), waiting);
    }
    boolean nothingElse = mapping.resolvedIn(replica.system()).containsAll(fields);
    return new Due(Write.Action.UPDATE, here, fields, nothingElse ? fields : Set.of(), null);
  }

  private static Set<String> differing(Mapping mapping, AgreedRecord record, Replica replica) {
    Standings standings = Standings.in(mapping, replica.system());
    Set<String> fields = new TreeSet<>();
    for (Field field : mapping.fieldsIn(replica.system())) {
      String name = field.name();
      if (!record.held().containsKey(name)
          && !record.isYetToBeDerived(field)
          && (standings.isUnsettled(name, replica)
              || !Objects.equals(replica.standsFor().get(name), record.agreed().get(name)))) {
        fields.add(name);
      }
    }
    return fields;
  }
}
