package io.partnerhub.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of the requests at the door since it was made: answered = admitted + duplicate + full
 * + refused, for each source. A sender that was gone before it sent all was not answered, and is in
 * no count.
 */
public final class DoorCounts {

  /** The source of requests whose path nobody has. */
  static final String NOBODY = "";

  /** What became of a request. */
  public enum Result {
    /** What it told is stored, or it had nothing to tell. */
    ADMITTED,
    /** All of it was told before. */
    DUPLICATE,
    /** The inbox was full; it is to come again. */
    FULL,
    /** It was turned away. */
    REFUSED
  }

  /**
   * Requests of one source with the same result.
   *
   * @param source the doorkeeper's name; empty for paths that nobody has
   * @param status of HTTP, with which they were answered
   * @param why they were turned away; empty where they were not
   * @param requests how many
   * @param lastAt when the last of them was answered
   */
  public record Count(
      String source, Result result, int status, String why, long requests, Instant lastAt) {}

  private record Kind(String source, Result result, int status, String why) {}

  private record Seen(long requests, Instant lastAt) {}

  private final Clock clock;
  private final Map<Kind, Seen> seen = new HashMap<>();

  public DoorCounts(Clock clock) {
    this.clock = clock;
  }

  /**
   * One more.
   *
   * @param why one of few texts: none that a sender wrote
   */
  synchronized void add(String source, Result result, int status, String why) {
    seen.merge(
        new Kind(source, result, status, why),
        new Seen(1, clock.instant()),
        (before, one) -> new Seen(before.requests() + 1, one.lastAt()));
  }

  /** All of them, by source and result. */
  public synchronized List<Count> all() {
    return seen.entrySet().stream()
        .map(
            entry ->
                new Count(
                    entry.getKey().source(),
                    entry.getKey().result(),
                    entry.getKey().status(),
                    entry.getKey().why(),
                    entry.getValue().requests(),
                    entry.getValue().lastAt()))
        .sorted(
            Comparator.comparing(Count::source)
                .thenComparing(Count::result)
                .thenComparing(Count::status)
                .thenComparing(Count::why))
        .toList();
  }
}
