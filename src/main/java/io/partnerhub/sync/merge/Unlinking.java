package io.partnerhub.sync.merge;

import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.FieldRule;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.Values;
import io.partnerhub.sync.AgreedRecord;
import io.partnerhub.sync.Decision;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.Hold;
import io.partnerhub.sync.LedgerEntry;
import io.partnerhub.sync.Origin;
import io.partnerhub.sync.Replica;
import io.partnerhub.sync.Wish;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A record without a copy that turned out to have a twin, before anything was written: what came
 * from this copy alone counts no longer.
 */
public final class Unlinking {

  private static final String SENTENCE = "differs between two systems, and no history tells why";

  private static final String UNLINKED =
      "another copy has its key too: what came from this one alone counts no more";

  private static final String AS_WITHOUT = "as it is without the copy that is unlinked";

  private final Mapping mapping;
  private final Replica twin;
  private final Dossier without;
  private final List<Replica> others;

  /** Of a record that loses this copy. */
  public Unlinking(Mapping mapping, Dossier dossier, Replica twin) {
    this.mapping = mapping;
    this.twin = twin;
    this.without = dossier.with(Replica.absent(dossier.record().id(), twin.system()));
    this.others = without.replicas().values().stream().filter(Replica::isLinked).toList();
  }

  /** The record as the other copies have it; null when there is none. */
  public Dossier rest() {
    if (others.isEmpty()) {
      return null;
    }
    return others.size() == 1 && !hadMoreCopies() && !isWritten()
        ? asOnlyIn(others.get(0))
        : asInOthers();
  }

  /** What was decided with a copy that is gone by now is not undone with the twin. */
  private boolean hadMoreCopies() {
    return without.replicas().values().stream()
        .anyMatch(r -> r.fence().readEnded() > 0 && !r.isLinked());
  }

  /** Of a record that was synced before this system joined, more is agreed than the rest holds. */
  private boolean isWritten() {
    return others.get(0).fence().wroteEnded() > 0;
  }

  /** What the ledger says of it: the link that ends, then each value that is another without it. */
  public LedgerEntry explained(Dossier rest) {
    List<Decision> decisions = new ArrayList<>();
    decisions.add(new Decision(Decision.Verdict.UNLINKED, null, null, null, UNLINKED));
    AgreedRecord before = without.record();
    AgreedRecord after = rest.record();
    for (Field field : mapping.fields()) {
      String was = before.agreed().get(field.name());
      String is = after.agreed().get(field.name());
      if (!Objects.equals(was, is)) {
        decisions.add(new Decision(Decision.Verdict.UNLINKED, field.name(), was, is, AS_WITHOUT));
      }
    }
    return new LedgerEntry(
        after.id(), twin.system(), LedgerEntry.Event.OBSERVED, 0, 0, null, decisions, null);
  }

  private Dossier asOnlyIn(Replica only) {
    AgreedRecord record = without.record();
    Map<String, Hold> held = new HashMap<>();
    record.held().entrySet().stream()
        .filter(field -> field.getValue().isUnreadableIn(only.system()))
        .forEach(field -> held.put(field.getKey(), unreadableIn(only, field.getValue())));
    Values values = Standings.in(mapping, only.system()).values(only.holds());
    Values agreed = values.only(f -> !held.containsKey(f));
    Map<String, Origin> origins = new HashMap<>();
    for (String field : agreed.fields()) {
      Origin origin = record.origins().get(field);
      boolean its = origin != null && origin.system().equals(only.system());
      origins.put(field, its ? origin : firstContact(only));
    }
    for (Field field : mapping.derivedFields()) {
      agreed = agreed.with(field.name(), record.agreed().get(field.name()));
      origins.put(field.name(), record.origins().get(field.name()));
    }
    origins.values().removeIf(Objects::isNull);
    return without
        .with(new AgreedRecord(record.id(), agreed, origins, held))
        .with(
            new Replica(
                only.record(),
                only.system(),
                only.state(),
                only.id(),
                only.holds(),
                values,
                only.fence(),
                only.rendering(),
                only.rewrites(),
                only.trouble()));
  }

  /** As it would be held if the copy had been read alone: nothing tells what came before it. */
  private static Hold unreadableIn(Replica only, Hold hold) {
    Wish text = hold.wishes().get(only.system());
    Wish alone = new Wish(text.value(), text.unreadable(), null, text.origin());
    return new Hold(Hold.Why.UNREADABLE, null, Map.of(), text.unreadable(), hold.since())
        .with(only.system(), alone);
  }

  private Dossier asInOthers() {
    AgreedRecord record = without.record();
    for (Field field : mapping.fieldsIn(twin.system())) {
      record = withoutWish(record, field.name());
      Origin origin = record.origins().get(field.name());
      if (field.rule() instanceof FieldRule.Union) {
        record = withoutChoices(record, field.name());
      } else if (origin != null && origin.system().equals(twin.system())) {
        record = asInOthers(record, field.name());
      }
    }
    return without.with(record);
  }

  /** A hold ends with the last wish. */
  private AgreedRecord withoutWish(AgreedRecord record, String field) {
    Hold hold = record.held().get(field);
    if (hold == null || !hold.wishes().containsKey(twin.system())) {
      return record;
    }
    Hold rest = hold.without(twin.system());
    return rest.wishes().isEmpty() ? record.release(field) : record.hold(field, rest);
  }

  private AgreedRecord withoutChoices(AgreedRecord record, String field) {
    String agreed = record.agreed().get(field);
    String kept = Members.without(agreed, twin.holds().get(field), others, field);
    Origin origin = record.origins().get(field);
    return Objects.equals(kept, agreed) ? record : record.accept(field, kept, origin);
  }

  private AgreedRecord asInOthers(AgreedRecord record, String field) {
    Hold held = record.held().get(field);
    List<Replica> readable =
        others.stream().filter(o -> held == null || !held.isUnreadableIn(o.system())).toList();
    if (readable.isEmpty()) {
      return record.accept(field, null, firstContact(others.get(0)));
    }
    Replica first = readable.get(0);
    String value = first.holds().get(field);
    AgreedRecord settled = record.accept(field, value, firstContact(first));
    if (held != null && held.allows(value)) {
      settled = settled.release(field); // all that it contradicted was the twin's
    }
    for (Replica other : readable) {
      String its = other.holds().get(field);
      if (!Objects.equals(its, value)) {
        Hold hold = new Hold(Hold.Why.CONFLICT, value, Map.of(), SENTENCE, other.fence().readAt());
        Wish wish = new Wish(its, null, null, firstContact(other));
        settled = settled.hold(field, hold.with(other.system(), wish));
      }
    }
    return settled;
  }

  private static Origin firstContact(Replica replica) {
    return new Origin(
        replica.system(),
        replica.fence().readBegan(),
        "first contact",
        Instant.EPOCH,
        replica.fence().readAt());
  }
}
