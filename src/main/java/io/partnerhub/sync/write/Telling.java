package io.partnerhub.sync.write;

import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import io.partnerhub.sync.LedgerEntry;
import io.partnerhub.sync.Observation;
import io.partnerhub.sync.Outcome;
import io.partnerhub.sync.Stray;
import io.partnerhub.sync.Write;
import io.partnerhub.sync.merge.SyncStatus;
import io.partnerhub.sync.read.Fetched;
import io.partnerhub.sync.read.Intake;
import io.partnerhub.sync.read.Pull;
import io.partnerhub.sync.store.Changes;
import io.partnerhub.sync.store.Known;
import io.partnerhub.sync.store.Store;
import io.partnerhub.sync.store.Transaction;
import io.partnerhub.sync.store.Workbench;
import io.partnerhub.sync.system.Answer;
import io.partnerhub.sync.system.Connector;
import io.partnerhub.sync.system.RowsRead;
import io.partnerhub.sync.system.SystemUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says on copies of no record why they have none, where their people typed them: once for each
 * reason, in the hub's own fields alone. A copy that is linked later is emptied of it by the usual
 * writes.
 */
public final class Telling {

  /** After a refusal: somebody has to change something there first. */
  private static final Duration AFTER_REFUSAL = Duration.ofHours(1);

  /** Nobody waits for it, and a quiet hub is to ask its store little. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

  private static final long NO_ATTEMPT = 0;

  private final Store store;
  private final Mapping mapping;
  private final Connector connector;
  private final Intake intake;
  private final Pull pull;
  private final Timing timing;
  private final Set<String> fields;
  private volatile Instant nextLook = Instant.EPOCH;

  /**
   * Of one type in one system.
   *
   * @param pull of the same
   */
  public Telling(
      Store store, Mapping mapping, Connector connector, Intake intake, Pull pull, Timing timing) {
    this.store = store;
    this.mapping = mapping;
    this.connector = connector;
    this.intake = intake;
    this.pull = pull;
    this.timing = timing;
    this.fields =
        mapping.syncFields().stream()
            .filter(field -> mapping.field(field).isIn(connector.system()))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Copies that are to be told on, of which there may be more; asks no system. */
  public List<NativeId> untold() {
    if (fields.isEmpty() || !pull.everythingReadOnce() || store.now().isBefore(nextLook)) {
      return List.of();
    }
    List<NativeId> untold =
        store.untold(mapping.type(), connector.system(), whys(), connector.batchSize());
    if (untold.isEmpty()) {
      nextLook = store.now().plus(LOOK_AGAIN);
    }
    return untold;
  }

  /**
   * Tells on copies, as they are by a read of now.
   *
   * @param untold as {@link #untold} gave them; at least one
   * @throws SystemUnavailable when the system does not answer
   */
  public void tell(List<NativeId> untold) {
    SystemName system = connector.system();
    Fetched<RowsRead> fetched = Fetched.from(store, at -> connector.read(mapping, untold));
    intake.merge(system, fetched.answer().rows(), fetched.read());
    Instant lease = store.now().plus(timing.lease());
    List<Stray> strays = claim(untold, fetched, lease);
    if (!strays.isEmpty()) {
      Answer answer = connector.write(mapping, writes(strays, fetched.answer().tags()), lease);
      settle(strays, answer);
      answer
          .unavailable()
          .ifPresent(
              why -> {
                throw why;
              });
    }
  }

  /** Where a place holds more than the type, what has no key is none of it. */
  private Set<Stray.Why> whys() {
    Set<Stray.Why> whys = EnumSet.allOf(Stray.Why.class);
    whys.removeIf(why -> !why.isForPeople());
    if (connector.holdsOthers()) {
      whys.remove(Stray.Why.EMPTY_KEY);
    }
    return whys;
  }

  /**
   * Those that this very read showed as strays; nobody else takes them for a while, nor does this
   * hub if it dies now.
   */
  private List<Stray> claim(List<NativeId> untold, Fetched<RowsRead> fetched, Instant lease) {
    Map<String, Observation> shown =
        fetched.answer().rows().stream()
            .collect(Collectors.toMap(row -> row.id().id(), Function.identity(), (a, b) -> b));
    return store.inTransaction(
        mapping.type(),
        tx -> {
          Changes changes = new Changes();
          List<Stray> claimed = new ArrayList<>();
          List<String> asked = untold.stream().map(NativeId::id).toList();
          Map<String, Stray> known = known(tx, asked).strays();
          for (Stray stray : asked.stream().map(known::get).filter(Objects::nonNull).toList()) {
            boolean fresh = stray.until() == fetched.read().ended();
            if (stray.isUntold() && fresh && says(shown.get(stray.id().id()), stray.why())) {
              changes.stray(stray.tells());
            } else if (stray.isUntold()) {
              changes.stray(stray.toldLater(lease));
              if (fresh && whys().contains(stray.why())) {
                claimed.add(stray);
                changes.ledger(line(stray, "is to say so in its sync fields"));
              }
            }
          }
          tx.save(connector.system(), changes);
          return claimed;
        });
  }

  private Known known(Transaction tx, List<String> ids) {
    Set<String> places = mapping.side(connector.system()).placement().locations();
    return tx.known(connector.system(), places, ids, List.of());
  }

  /** An answer may have been lost on the way. */
  private boolean says(Observation row, Stray.Why why) {
    return row != null && row.values().only(fields::contains).equals(text(why));
  }

  private Values text(Stray.Why why) {
    return SyncStatus.ofStray(mapping, connector.system(), why);
  }

  private List<Write> writes(List<Stray> strays, Map<NativeId, String> tags) {
    return strays.stream()
        .map(
            stray ->
                new Write(
                    NO_ATTEMPT,
                    Write.Action.UPDATE,
                    stray.id(),
                    null,
                    fields,
                    text(stray.why()),
                    tags.get(stray.id())))
        .toList();
  }

  private void settle(List<Stray> strays, Answer answer) {
    store.inTransaction(
        mapping.type(),
        tx -> {
          Known known = known(tx, strays.stream().map(s -> s.id().id()).toList());
          Workbench bench = new Workbench(mapping, known.dossiers());
          for (int i = 0; i < strays.size(); i++) {
            String id = strays.get(i).id().id();
            Stray stray = known.strays().get(id);
            if (stray == null) {
              lookAgain(bench, known.recordOf().get(id), tx.tick());
            } else if (stray.why() == strays.get(i).why()) {
              settle(bench.changes(), stray, answer.outcomes().get(i), tx.now());
            }
          }
          tx.save(connector.system(), bench.finish(tx));
          return null;
        });
  }

  /** A copy that was told on became somebody's meanwhile: nothing else says what it shows now. */
  private void lookAgain(Workbench bench, Long record, long tick) {
    if (record != null) {
      bench.put(bench.get(record).readAgain(connector.system(), tick));
    }
  }

  private void settle(Changes changes, Stray stray, Outcome outcome, Instant now) {
    if (outcome instanceof Outcome.Written) {
      changes.stray(stray.tells());
    } else if (outcome instanceof Outcome.Failed failed) {
      Duration pause = failed.mayHaveLanded() ? timing.lease() : AFTER_REFUSAL;
      changes.stray(stray.toldLater(now.plus(failed.after() == null ? pause : failed.after())));
      changes.ledger(line(stray, "could not be made to say so: " + failed.reason().message()));
    } else {
      changes.stray(stray.again());
    }
  }

  private LedgerEntry line(Stray stray, String what) {
    return LedgerEntry.of(
        0,
        connector.system(),
        LedgerEntry.Event.STRAY,
        "row %s, which %s, %s".formatted(stray.id().id(), stray.why().sentence(), what));
  }
}
