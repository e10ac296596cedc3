package io.partnerhub.ledger;

import io.partnerhub.ledger.Reasons.Kind;
import io.partnerhub.ledger.Reasons.Step;
import io.partnerhub.mapping.Field;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Attempt;
import io.partnerhub.sync.Decision;
import io.partnerhub.sync.Decision.Verdict;
import io.partnerhub.sync.LedgerEntry;
import io.partnerhub.sync.LedgerEntry.Event;
import io.partnerhub.sync.Origin;
import io.partnerhub.sync.Replica;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Why one field of one record has its value. */
final class FieldStory {

  /** Of each kind; a field that two systems fight over has thousands. */
  private static final int MOST_STEPS = 20;

  private static final Set<Event> WRITES =
      EnumSet.of(
          Event.WRITTEN,
          Event.REJECTED,
          Event.DUPLICATE,
          Event.RETRY_LATER,
          Event.UNKNOWN,
          Event.GONE,
          Event.SUPERSEDED);

  private static final Set<Verdict> TOLD =
      EnumSet.of(
          Verdict.REFUSED,
          Verdict.LATE,
          Verdict.HELD,
          Verdict.RELEASED,
          Verdict.CHOSEN,
          Verdict.LEARNT);

  private final Field field;
  private final Past past;
  private final String name;
  private final String value;

  FieldStory(Field field, Past past) {
    this.field = field;
    this.past = past;
    this.name = field.name();
    this.value = past.dossier().record().agreed().get(name);
  }

  Reasons.OfField tell() {
    Origin origin = past.dossier().record().origins().get(name);
    Optional<Line> line = origin == null ? Optional.empty() : lineOf(origin);
    Reasons.Source source = origin == null ? null : source(origin, line);
    List<Step> steps = new ArrayList<>();
    if (source != null) {
      Instant at = source.readAt() == null ? origin.notAfter() : source.readAt();
      String sentence = Sentences.source(origin, source);
      steps.add(new Step(Kind.SOURCE, at, origin.system(), value, 0, sentence));
    }
    List<Step> writes = writes(line.map(Line::id).orElse(0L));
    steps.addAll(writes);
    steps.addAll(now(origin, writes));
    steps.addAll(onTheWay());
    boolean held = past.dossier().record().held().containsKey(name);
    return new Reasons.OfField(name, value, source, held, steps);
  }

  private Optional<Line> lineOf(Origin origin) {
    return past.newestFirst().stream().filter(l -> madeBy(origin, l.entry())).findFirst();
  }

  /** A read's entry bears its tick: a first contact's says once that all values came from there. */
  private boolean madeBy(Origin origin, LedgerEntry entry) {
    if (entry.attempt() != 0) {
      return false;
    }
    if (entry.reading() > 0) {
      return entry.reading() == origin.reading() && entry.system().equals(origin.system());
    }
    return entry.decisions().stream()
        .anyMatch(
            d ->
                name.equals(d.field())
                    && Objects.equals(d.is(), value)
                    && origin.rule().equals(d.because()));
  }

  private static Reasons.Source source(Origin origin, Optional<Line> line) {
    LedgerEntry entry = line.map(Line::entry).orElse(null);
    return new Reasons.Source(
        origin.system(),
        line.map(Line::at).orElse(null),
        entry == null ? null : entry.stamp(),
        entry == null ? null : entry.version(),
        entry == null ? null : entry.by(),
        origin.rule());
  }

  /** Writes of the value since it was agreed, oldest first. */
  private List<Step> writes(long since) {
    return steps(
        past,
        line -> line.id() > since && WRITES.contains(line.entry().event()),
        decision -> name.equals(decision.field()),
        (line, decision) -> step(Kind.WRITE, line, decision.is(), Sentences.write(line.entry())));
  }

  /** What stands open, and copies that needed no write. */
  private List<Step> now(Origin origin, List<Step> writes) {
    List<Step> steps = new ArrayList<>();
    for (Attempt attempt : past.dossier().attempts()) {
      if (attempt.fields().contains(name)) {
        String sentence = "the hub writes it; no answer came yet";
        String sent = attempt.values().get(name);
        steps.add(
            new Step(Kind.WRITE, attempt.opened(), attempt.system(), sent, attempt.id(), sentence));
      }
    }
    for (Replica replica : past.dossier().replicas().values()) {
      SystemName system = replica.system();
      boolean isSource = origin != null && origin.system().equals(system);
      boolean written = writes.stream().anyMatch(w -> w.system().equals(system));
      if (field.isIn(system) && replica.state() == Replica.State.LINKED && !isSource && !written) {
        String shown = replica.holds().get(name);
        steps.add(new Step(Kind.WRITE, null, system, shown, 0, shows(replica, shown)));
      }
    }
    return steps;
  }

  private String shows(Replica replica, String shown) {
    if (Objects.equals(shown, value)) {
      return "shows it already";
    }
    return Objects.equals(replica.standsFor().get(name), value)
        ? "shows %s, its own form of it".formatted(Sentences.shown(shown))
        : "shows %s still".formatted(Sentences.shown(shown));
  }

  private List<Step> onTheWay() {
    return steps(
        past,
        line -> true,
        decision -> name.equals(decision.field()) && TOLD.contains(decision.verdict()),
        (line, decision) -> onTheWay(line, decision, decision.is()));
  }

  /** How copies came to the record as a whole and left it. */
  static List<Step> ofWhole(Past past) {
    return steps(
        past,
        line -> true,
        decision -> decision.field() == null,
        (line, decision) -> onTheWay(line, decision, null));
  }

  /** The newest steps that the past tells by such decisions, oldest first. */
  private static List<Step> steps(
      Past past,
      Predicate<Line> lines,
      Predicate<Decision> decisions,
      BiFunction<Line, Decision, Step> step) {
    Deque<Step> steps = new ArrayDeque<>();
    for (Line line : past.newestFirst()) {
      if (lines.test(line)) {
        List<Decision> its = line.entry().decisions().stream().filter(decisions).toList();
        for (int i = its.size() - 1; i >= 0 && steps.size() < MOST_STEPS; i--) {
          steps.addFirst(step.apply(line, its.get(i)));
        }
      }
    }
    // those of one moment stay in the ledger's order
    return steps.stream().sorted(Comparator.comparing(Step::at)).toList();
  }

  private static Step onTheWay(Line line, Decision decision, String value) {
    return step(Kind.ON_THE_WAY, line, value, Sentences.decision(decision, line.entry()));
  }

  private static Step step(Kind kind, Line line, String value, String sentence) {
    LedgerEntry entry = line.entry();
    return new Step(kind, line.at(), entry.system(), value, entry.attempt(), sentence);
  }
}
