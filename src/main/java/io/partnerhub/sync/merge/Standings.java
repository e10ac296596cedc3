package io.partnerhub.sync.merge;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Standing;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import io.partnerhub.sync.AgreedRecord;
import io.partnerhub.sync.Observation;
import io.partnerhub.sync.Replica;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads the copies of a system that groups them, where each says the grouping field twice. */
public final class Standings {

  private final String field;

  private Standings(String field) {
    this.field = field;
  }

  /** As this system groups its copies, or not. */
  public static Standings in(Mapping mapping, SystemName system) {
    return new Standings(mapping.side(system).groupedBy());
  }

  /** An observation that counts a contradiction, which only a person can solve, as unreadable. */
  Observation readable(Observation row, Values before) {
    if (field == null || row.deleted()) {
      return row;
    }
    Standing now = Standing.of(row.values().get(field));
    if (!now.contradicts(Standing.of(before.get(field)))) {
      return row;
    }
    Map<String, String> unreadable = new HashMap<>(row.unreadable());
    unreadable.putIfAbsent(field, now.contradiction());
    return row.saying(row.values(), unreadable);
  }

  /** Whether an unknown row is the heading of a group, which is neither a record nor a stray. */
  public boolean isHeading(Observation row) {
    return field != null && Standing.isHeading(row.values().get(field));
  }

  /** The value that a shown text means, after what the copy was known to hold. */
  String value(String name, String shown, Values before) {
    return name.equals(field) ? Standing.of(shown).value(Standing.of(before.get(field))) : shown;
  }

  /** These values with the one that the copy has now in place of the two that it says. */
  Values values(Values shown) {
    return field == null ? shown : shown.with(field, value(field, shown.get(field), Values.none()));
  }

  /** Whether a copy only says otherwise what it said before. */
  boolean onlyStandsElsewhere(String name, String value, Replica replica) {
    return name.equals(field) && Objects.equals(value, replica.standsFor().get(name));
  }

  /** Keeps what the copy really says, where its value was judged. */
  void keep(Draft draft, String name, String shown) {
    if (name.equals(field)) {
      draft.holding(name, shown, draft.replica().standsFor().get(name));
    }
  }

  /** Whether a copy says the field in two ways, which a write puts right. */
  boolean isUnsettled(String name, Replica replica) {
    return name.equals(field) && !Standing.of(replica.holds().get(name)).isSettled();
  }

  /** What a copy takes along when it moves, so that it arrives where its value puts it. */
  Set<String> taken(AgreedRecord record) {
    boolean placed =
        field != null && record.agreed().get(field) != null && !record.held().containsKey(field);
    return placed ? Set.of(field) : Set.of();
  }
}
