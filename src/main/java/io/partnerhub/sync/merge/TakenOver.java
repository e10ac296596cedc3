package io.partnerhub.sync.merge;

import io.partnerhub.mapping.Conversion;
import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.Values;
import io.partnerhub.sync.AgreedRecord;
import io.partnerhub.sync.Decision;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.Hold;
import io.partnerhub.sync.Origin;
import io.partnerhub.sync.Replica;
import io.partnerhub.sync.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the hub knows of a record, as another mapping says it: what that has no more is forgotten,
 * and what it reads otherwise is read once more. Pure; doing it twice is doing it once.
 *
 * @param otherwise names of the fields that it reads otherwise in some system
 */
public record TakenOver(Mapping mapping, Set<String> otherwise) {

  /** A record with its copies. */
  public Merged of(Dossier dossier) {
    List<Decision> decisions = new ArrayList<>();
    AgreedRecord record = record(dossier.record(), decisions);
    Dossier taken = dossier.with(record);
    for (Replica copy : dossier.replicas().values()) {
      taken = taken.with(copy(copy));
    }
    return new Merged(taken, decisions);
  }

  private AgreedRecord record(AgreedRecord known, List<Decision> decisions) {
    Values agreed = known.agreed().only(mapping::declares);
    for (String name : otherwise) {
      String was = agreed.get(name);
      String is = Conversion.again(mapping.field(name), was);
      if (!Objects.equals(was, is)) {
        agreed = agreed.with(name, is);
        String because = "read otherwise by the changed mapping";
        decisions.add(new Decision(Decision.Verdict.ACCEPTED, name, was, is, because));
      }
    }
    for (String name : known.held().keySet()) {
      if (!mapping.declares(name)) {
        String value = known.agreed().get(name);
        decisions.add(
            new Decision(Decision.Verdict.RELEASED, name, value, value, "no longer mapped"));
      }
    }
    Map<String, Origin> origins = new TreeMap<>(known.origins());
    origins.keySet().removeIf(name -> !mapping.declares(name));
    Map<String, Hold> held = new TreeMap<>(known.held());
    held.keySet().removeIf(name -> !mapping.declares(name));
    held.replaceAll((name, hold) -> otherwise.contains(name) ? hold(name, hold) : hold);
    return new AgreedRecord(known.id(), agreed, origins, held);
  }

  private Hold hold(String name, Hold hold) {
    Field field = mapping.field(name);
    Hold taken =
        new Hold(
            hold.why(),
            Conversion.again(field, hold.agreed()),
            Map.of(),
            hold.sentence(),
            hold.since());
    for (var entry : hold.wishes().entrySet()) {
      Wish wish = entry.getValue();
      String value = wish.isUnreadable() ? wish.value() : Conversion.again(field, wish.value());
      String base = Conversion.again(field, wish.base());
      String shown = Conversion.again(field, wish.shown());
      Wish again = new Wish(value, wish.unreadable(), base, shown, wish.origin());
      taken = taken.with(entry.getKey(), again);
    }
    return taken;
  }

  private Replica copy(Replica known) {
    Replica copy = known.knowing(mapping::declares);
    for (String name : otherwise) {
      Field field = mapping.field(name);
      if (field.isIn(known.system()) && !isSaidTwice(known, name)) {
        copy =
            copy.holding(
                name,
                Conversion.again(field, known.holds().get(name)),
                Conversion.again(field, known.standsFor().get(name)));
      }
    }
    return copy;
  }

  /** A copy beneath a heading says the field in two ways, which no conversion knows. */
  private boolean isSaidTwice(Replica copy, String field) {
    return field.equals(mapping.side(copy.system()).groupedBy());
  }
}
