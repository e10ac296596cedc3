package io.partnerhub.sandbox.bench.push;

import io.partnerhub.cli.CommandFailure;
import io.partnerhub.cli.ExitCode;
import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.bench.measure.HubProcess;
import io.partnerhub.sandbox.bench.push.Answering.Span;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.ToLongBiFunction;

/** Changes on their way from one system to the two others, and how long each took. */
final class Trips {

  private static final double NANOS_A_MILLISECOND = 1e6;

  /** Looking takes a processor from the hub that is measured: this share of the time at most. */
  private static final int PAUSE_OF_LOOK = 10;

  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final long LOOK_EVERY = TimeUnit.MICROSECONDS.toNanos(250);

  private final Notes notes;
  private final String stage;
  private final LongSupplier calls;
  private final Deque<Trip> underWay = new ArrayDeque<>();
  private final Map<Direction, List<Span>> arrived = new LinkedHashMap<>();

  private long lookAgain = System.nanoTime();
  private long lookedAt = -1;

  private record Trip(Direction direction, int order, String note, long began) {}

  /**
   * Of one stage.
   *
   * @param stage its name, by which its notes differ from those of others on the same orders
   * @param calls counts those that the systems answered: without another one, nothing arrived
   */
  Trips(Notes notes, String stage, LongSupplier calls) {
    this.notes = notes;
    this.stage = stage;
    this.calls = calls;
  }

  /** Somebody writes a note on an order that nobody writes on meanwhile. */
  void begin(SystemName from, int order) {
    String note = "Note %d of %s, %s".formatted(order, from.value(), stage);
    long began = System.nanoTime();
    notes.write(from, order, note);
    Direction.from(from).forEach(to -> underWay.add(new Trip(to, order, note, began)));
  }

  /** Takes note of what has arrived, if it is time to; gives how many still have not. */
  int look() {
    long began = System.nanoTime();
    long answered = calls.getAsLong();
    if (began - lookAgain >= 0 && answered != lookedAt) {
      lookedAt = answered;
      lookAtAll();
      long ended = System.nanoTime();
      lookAgain = ended + PAUSE_OF_LOOK * (ended - began);
    }
    return underWay.size();
  }

  /**
   * Looks until something is due.
   *
   * @param due as {@link System#nanoTime()} gives it
   */
  void lookUntil(long due) {
    do {
      look();
      LockSupport.parkNanos(Math.min(LOOK_EVERY, due - System.nanoTime()));
    } while (System.nanoTime() < due);
  }

  /**
   * Looks until all have arrived.
   *
   * @throws CommandFailure when the hub ends, or it takes too long
   */
  void arrive(HubProcess hub) {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (look() > 0) {
      hub.checkAlive();
      if (System.nanoTime() > end) {
        throw new CommandFailure(
            ExitCode.CHECK_FAILED,
            "%s: after %d s, %d changes have not arrived"
                .formatted(stage, LONGEST.toSeconds(), look()));
      }
      LockSupport.parkNanos(LOOK_EVERY);
    }
  }

  private void lookAtAll() {
    for (Iterator<Trip> trips = underWay.iterator(); trips.hasNext(); ) {
      Trip trip = trips.next();
      if (notes.isThere(trip.direction().to(), trip.order(), trip.note())) {
        arrived
            .computeIfAbsent(trip.direction(), d -> new ArrayList<>())
            .add(new Span(trip.began(), System.nanoTime()));
        trips.remove();
      }
    }
  }

  /** Once all have arrived. */
  Map<Direction, Delay> delays() {
    return each((direction, span) -> span.ended() - span.began());
  }

  /**
   * What is left of each while neither system of its direction was at work on a call; say only
   * where one change is under way at a time, for calls of others count too.
   */
  Map<Direction, Delay> ownShares(Map<SystemName, List<Span>> calls) {
    return each(
        (direction, span) -> {
          List<Span> outside = new ArrayList<>(calls.get(direction.from()));
          outside.addAll(calls.get(direction.to()));
          return Answering.uncovered(span, outside);
        });
  }

  private Map<Direction, Delay> each(ToLongBiFunction<Direction, Span> nanos) {
    Map<Direction, Delay> delays = new LinkedHashMap<>();
    for (Direction direction : Direction.all()) {
      List<Double> milliseconds =
          arrived.getOrDefault(direction, List.of()).stream()
              .map(span -> nanos.applyAsLong(direction, span) / NANOS_A_MILLISECOND)
              .toList();
      if (!milliseconds.isEmpty()) {
        delays.put(direction, Delay.of(milliseconds));
      }
    }
    return delays;
  }
}
