package io.partnerhub.sync.held;

import io.partnerhub.mapping.Conversion;
import io.partnerhub.mapping.Field;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.MappingSet;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.AgreedRecord;
import io.partnerhub.sync.ChoiceRefused;
import io.partnerhub.sync.Chooser;
import io.partnerhub.sync.Decision;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.Hold;
import io.partnerhub.sync.LedgerEntry;
import io.partnerhub.sync.merge.Merged;
import io.partnerhub.sync.store.Changes;
import io.partnerhub.sync.store.HeldCopy;
import io.partnerhub.sync.store.HeldKey;
import io.partnerhub.sync.store.Known;
import io.partnerhub.sync.store.Quarantine;
import io.partnerhub.sync.store.Stop;
import io.partnerhub.sync.store.Store;
import io.partnerhub.sync.store.Transaction;
import io.partnerhub.sync.store.Workbench;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What waits for a person, and what people decide about it. */
public final class Held {

  /** A record by the hub's id, for where several have one key. */
  private static final Pattern BY_ID = Pattern.compile("#(\\d{1,18})");

  private final Store store;
  private final List<Mapping> mappings;

  public Held(Store store, MappingSet mappings) {
    this(store, mappings.mappings());
  }

  public Held(Store store, List<Mapping> mappings) {
    this.store = store;
    this.mappings = mappings;
  }

  /**
   * Held fields, record by record in the order of their ids.
   *
   * @param after only records with a greater id than this; 0 to begin with
   * @param records how many records at most
   */
  public List<HeldField> fields(RecordType type, long after, int records) {
    List<Long> ids = store.heldRecords(type, after, records);
    return held(mapping(type), ids);
  }

  /** The held fields of the record with a key, or with an id written as {@code #123}. */
  public List<HeldField> show(RecordType type, String key) {
    Mapping mapping = mapping(type);
    return held(mapping, store.beside(type, tx -> find(tx, mapping, key)));
  }

  /** Copies of no record, longest first. */
  public List<HeldCopy> copies(RecordType type, int most) {
    return store.heldCopies(type, most);
  }

  /** Business keys that several records came to. */
  public List<HeldKey> keys(RecordType type, int most) {
    return store.heldKeys(type, most);
  }

  /**
   * Settles a held field; the copies that show another value become due.
   *
   * @param key a business key, or an id written as {@code #123}
   * @return the decision as it stands in the ledger
   * @throws ChoiceRefused when there is no such hold, or the choice is none of its values
   */
  public Decision choose(RecordType type, String key, String field, Choice choice, Chooser by) {
    Mapping mapping = mapping(type);
    return store.inTransaction(type, tx -> choose(tx, mapping, key, field, choice, by));
  }

  /** Where the guard on mass change has stopped, and waits for a person. */
  public List<Stop> stops(RecordType type) {
    return store.stops(type);
  }

  /**
   * Ends a stop. What was stopped is read again with the next reads, and merged or put back.
   *
   * @param location where it is; null for every place of the system
   * @return how many copies it concerns
   * @throws ChoiceRefused when nothing is stopped there
   */
  public int decide(
      RecordType type, SystemName system, String location, Stop.Verdict verdict, Chooser by) {
    List<String> places =
        store.stops(mapping(type).type()).stream()
            .filter(s -> s.system().equals(system))
            .map(Stop::location)
            .filter(l -> location == null || location.equals(l))
            .toList();
    if (places.isEmpty()) {
      throw new ChoiceRefused("Nothing of " + type + " is stopped in " + system);
    }
    return store.inTransaction(
        type,
        tx ->
            places.stream().mapToInt(place -> release(tx, type, system, place, verdict, by)).sum());
  }

  /** Somebody else may have decided it since it was looked up: one decision counts. */
  private static int release(
      Transaction tx,
      RecordType type,
      SystemName system,
      String location,
      Stop.Verdict verdict,
      Chooser by) {
    Quarantine quarantine = tx.quarantine(system);
    if (!quarantine.resume(location)) {
      throw new ChoiceRefused(
          "Nothing of %s is stopped in %s of %s any more: somebody else has just decided it"
              .formatted(type, location, system));
    }
    int copies =
        quarantine
            .release(
                location,
                verdict == Stop.Verdict.APPLY ? Quarantine.Mark.APPLY : Quarantine.Mark.PUT_BACK)
            .size();
    String what = verdict == Stop.Verdict.APPLY ? "counts" : "is put back";
    Changes changes = new Changes();
    changes.ledger(
        LedgerEntry.of(
            0,
            system,
            LedgerEntry.Event.CHOSEN,
            "what people changed in %s at once (%d copies) %s, decided %s"
                .formatted(location, copies, what, by.inWords())));
    tx.save(system, changes);
    return copies;
  }

  private Decision choose(
      Transaction tx, Mapping mapping, String key, String field, Choice choice, Chooser by) {
    Collection<Long> found = find(tx, mapping, key);
    if (found.size() != 1) {
      throw new ChoiceRefused(
          found.isEmpty()
              ? "No " + mapping.type() + " has the key " + key
              : "Several records have the key " + key + ": name one as " + numbers(found));
    }
    Workbench bench = new Workbench(mapping, tx.dossiers(found));
    Dossier dossier = bench.get(found.iterator().next());
    Merged chosen = new Choosing(mapping, dossier, field, by, tx.now(), tx.tick()).settle(choice);
    bench.take(SystemName.HUB, chosen, LedgerEntry.Event.CHOSEN, null, 0);
    tx.save(SystemName.HUB, bench.finish(tx));
    return chosen.decisions().get(0);
  }

  private static String numbers(Collection<Long> records) {
    return records.stream().sorted().map(id -> "#" + id).collect(Collectors.joining(" or "));
  }

  private List<HeldField> held(Mapping mapping, Collection<Long> ids) {
    List<HeldField> fields = new ArrayList<>();
    store
        .beside(mapping.type(), tx -> tx.dossiers(ids))
        .values()
        .forEach(
            dossier ->
                dossier
                    .record()
                    .held()
                    .forEach((field, hold) -> fields.add(field(mapping, dossier, field, hold))));
    return fields;
  }

  private static HeldField field(Mapping mapping, Dossier dossier, String field, Hold hold) {
    Map<SystemName, String> shown = new TreeMap<>();
    dossier.replicas().values().stream()
        .filter(r -> r.isLinked() && mapping.declares(field))
        .filter(r -> mapping.field(field).isIn(r.system()))
        .forEach(r -> shown.put(r.system(), r.holds().get(field)));
    AgreedRecord record = dossier.record();
    return new HeldField(
        mapping.type(),
        record.id(),
        mapping.keyOf(record.agreed()),
        field,
        hold,
        record.origins().get(field),
        shown);
  }

  private static Collection<Long> find(Transaction tx, Mapping mapping, String key) {
    if (BY_ID.matcher(key).matches()) {
      return tx.dossiers(List.of(Long.parseLong(key.substring(1)))).keySet();
    }
    Field field = mapping.field(mapping.key());
    String canonical = mapping.keyOf(Conversion.typed(mapping, field, key).values());
    SystemName any = mapping.sides().keySet().iterator().next();
    Known known =
        tx.known(any, Set.of(), List.of(), canonical == null ? List.of() : List.of(canonical));
    return known.recordsByKey().getOrDefault(canonical, Set.of());
  }

  private Mapping mapping(RecordType type) {
    return mappings.stream()
        .filter(m -> m.type().equals(type))
        .findFirst()
        .orElseThrow(() -> new ChoiceRefused("No mapping names the type " + type));
  }
}
