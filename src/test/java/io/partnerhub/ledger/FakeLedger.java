package io.partnerhub.ledger;

import io.partnerhub.model.NativeId;
import io.partnerhub.model.RecordType;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import io.partnerhub.sync.AgreedRecord;
import io.partnerhub.sync.Attempt;
import io.partnerhub.sync.Decision;
import io.partnerhub.sync.Dossier;
import io.partnerhub.sync.Hold;
import io.partnerhub.sync.LedgerEntry;
import io.partnerhub.sync.Origin;
import io.partnerhub.sync.Replica;
import io.partnerhub.sync.Trouble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The ledger of one partner, number 17 with the key ALFKI, filled line by line. */
final class FakeLedger implements Ledger {

  static final long RECORD = 17;
  static final Instant START = Instant.parse("2026-01-31T12:00:00Z");

  private final Map<String, String> agreed = new TreeMap<>(Map.of("code", "ALFKI"));
  private final Map<String, Origin> origins = new TreeMap<>();
  private final Map<String, Hold> held = new TreeMap<>();
  private final Map<SystemName, Replica> replicas = new TreeMap<>();
  private final Map<SystemName, Past.Standing> due = new TreeMap<>();
  private final List<Attempt> attempts = new ArrayList<>();
  private final List<Line> newestFirst = new ArrayList<>();
  private long second;

  /** How many lines were asked for at most, of all questions. */
  int linesAskedFor;

  FakeLedger agreed(String field, String value, Origin origin) {
    agreed.put(field, value);
    origins.put(field, origin);
    return this;
  }

  FakeLedger held(String field, Hold hold) {
    held.put(field, hold);
    return this;
  }

  FakeLedger copy(SystemName system, String field, String holds, String standsFor) {
    replicas.put(
        system,
        new Replica(
            RECORD,
            system,
            Replica.State.LINKED,
            new NativeId("place", system.value() + "-1"),
            Values.of(Map.of(field, holds)),
            Values.of(Map.of(field, standsFor)),
            Replica.absent(RECORD, system).fence(),
            Set.of(),
            Map.of(),
            Trouble.NONE));
    return this;
  }

  FakeLedger due(SystemName system, Past.Standing standing) {
    due.put(system, standing);
    return this;
  }

  FakeLedger open(Attempt attempt) {
    attempts.add(attempt);
    return this;
  }

  /** A line, one second after the last. */
  FakeLedger line(LedgerEntry entry) {
    second++;
    return alsoLine(entry);
  }

  /** A line of the same moment as the last. */
  FakeLedger alsoLine(LedgerEntry entry) {
    newestFirst.add(0, new Line(newestFirst.size() + 1L, START.plusSeconds(second), entry));
    return this;
  }

  /** A read of a copy. */
  FakeLedger read(SystemName system, long reading, String by, Decision... decisions) {
    return line(
        new LedgerEntry(
            RECORD,
            system,
            LedgerEntry.Event.OBSERVED,
            reading,
            0,
            START,
            List.of(decisions),
            null,
            "7",
            by));
  }

  /** An answer to a write. */
  FakeLedger answer(
      SystemName system, LedgerEntry.Event event, long attempt, String note, Decision sent) {
    return line(new LedgerEntry(RECORD, system, event, 0, attempt, null, List.of(sent), note));
  }

  @Override
  public List<Long> recordsOf(RecordType type, String key) {
    return key.equals("ALFKI")
        ? List.of(RECORD)
        : key.equals("TWICE") ? List.of(3L, 4L) : List.of();
  }

  @Override
  public List<String> keysLike(RecordType type, String key, int most) {
    return List.of("ALFKI", "ANATR");
  }

  @Override
  public Optional<Past> past(RecordType type, long record, int most) {
    linesAskedFor = Math.max(linesAskedFor, most);
    return record == RECORD
        ? Optional.of(
            new Past(
                new Dossier(
                    new AgreedRecord(RECORD, Values.of(agreed), origins, held), replicas, attempts),
                due,
                newestFirst.subList(0, Math.min(most, newestFirst.size()))))
        : Optional.empty();
  }
}
