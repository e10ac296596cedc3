package io.partnerhub.sandbox.bench;

import io.partnerhub.model.SystemName;
import io.partnerhub.sandbox.bench.Answering.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongBiFunction;

/** Changes on their way from one system to the two others, and how long each took. */
final class Trips {

  private static final double NANOS_A_MILLISECOND = 1e6;

  /** Looking takes a processor from the hub that is measured: this share of the time at most. */
  private static final int PAUSE_OF_LOOK = 10;

  private final Notes notes;
  private final Deque<Trip> underWay = new ArrayDeque<>();
  private final Map<Direction, List<Span>> arrived = new LinkedHashMap<>();

  private long lookAgain = System.nanoTime();

  private record Trip(Direction direction, int order, String note, long began) {}

  Trips(Notes notes) {
    this.notes = notes;
  }

  /** Somebody writes a note on an order that nobody writes on meanwhile. */
  void begin(SystemName from, int order) {
    String note = "Note %d of %s".formatted(order, from.value());
    long began = System.nanoTime();
    notes.write(from, order, note);
    Direction.from(from).forEach(to -> underWay.add(new Trip(to, order, note, began)));
  }

  /** Takes note of what has arrived, if it is time to; gives how many still have not. */
  int look() {
    long began = System.nanoTime();
    if (began - lookAgain >= 0) {
      lookAtAll();
      long ended = System.nanoTime();
      lookAgain = ended + PAUSE_OF_LOOK * (ended - began);
    }
    return underWay.size();
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
