package io.partnerhub.sync.merge;

import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Readings;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.Replica;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which fields of a record are written nowhere yet: since their mapping changed, not all of its
 * copies were read, and what was read first must not go before what counts.
 */
public record Unread(Mapping mapping, Dossier dossier) {

  /** Whether a copy was read for the first time since its mapping changed: others waited for it. */
  public static boolean isLessIn(Mapping mapping, Dossier old, Dossier dossier) {
    for (Replica was : old.replicas().values()) {
      Readings readings = mapping.readings();
      if (!readings.isSettled(was.system(), was.fence().known())
          && readings.isSettled(was.system(), dossier.replica(was.system()).fence().known())) {
        return true;
      }
    }
    return false;
  }

  private boolean isSettled() {
    for (Replica copy : dossier.replicas().values()) {
      if (copy.isLinked() && !mapping.readings().isSettled(copy.system(), copy.fence().known())) {
        return false;
      }
    }
    return true;
  }

  /** Why it is not said yet where a system's copy belongs; null where it is. */
  String ofPlace(SystemName system) {
    return takenFrom(new TreeSet<>(mapping.side(system).placement().deciding()));
  }

  /** Takes them out of a copy to be made; gives why none can be made without them, or null. */
  String takenFromNew(SystemName system, Set<String> fields) {
    if (isSettled()) {
      return null;
    }
    takenFrom(fields);
    Set<String> needed = new TreeSet<>(mapping.side(system).placement().deciding());
    mapping.fieldsIn(system).stream()
        .filter(Field::required)
        .forEach(field -> needed.add(field.name()));
    return takenFrom(needed);
  }

  /** Takes them out of some fields; gives why they wait, for people, or null where none does. */
  String takenFrom(Collection<String> fields) {
    if (fields.isEmpty() || isSettled()) {
      return null;
    }
    Set<String> waiting = new TreeSet<>();
    Set<String> systems = new TreeSet<>();
    for (Replica copy : dossier.replicas().values()) {
      long known = copy.fence().known();
      if (copy.isLinked() && !mapping.readings().isSettled(copy.system(), known)) {
        for (String field : fields) {
          if (mapping.readings().isUnread(copy.system(), field, known)) {
            waiting.add(field);
            systems.add(copy.system().value());
          }
        }
      }
    }
    fields.removeAll(waiting);
    return waiting.isEmpty()
        ? null
        : "waits until "
            + String.join(" and ", systems)
            + " was read again, as the mapping of "
            + String.join(", ", waiting)
            + " changed";
  }
}
