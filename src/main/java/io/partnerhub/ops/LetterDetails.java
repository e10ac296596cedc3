package io.partnerhub.ops;

import io.partnerhub.deadletter.DeadLetter;
import io.partnerhub.ledger.Line;
import io.partnerhub.ops.jmx.Described;
import java.time.Instant;
import java.util.List;

/** A dead letter with all that is known of it; travels over JMX. */
@Described("A write that was given up, with all that is known of it.")
public record LetterDetails(
    @Described("The letter, as lists show it.") LetterItem letter,
    @Described("What the last try was to do: add, update, move, delete; null for nothing.")
        String action,
    @Described("Where: an object, a sheet, a resource; null where nothing could be tried.")
        String location,
    @Described("Id of the copy there; null for a new one.") String nativeId,
    @Described("What the last try sent.") List<Sent> sent,
    @Described("The system's answer; null where the sentence says it all.") String answer,
    @Described("What happened since the write began to fail, oldest first.") List<Happened> story,
    @Described("When it failed first.") Instant firstAt,
    @Described("When it failed last.") Instant lastAt,
    @Described("Version of the mapping at that time.") String mappingVersion,
    @Described("When it left the queue; null while it is there.") Instant closedAt) {

  private static final int LONGEST = 1_000;

  /** A value that was sent. */
  @Described("A value that was sent.")
  public record Sent(
      @Described("The field, as the system calls it.") String field,
      @Described("Its value, at most 1,000 characters of it; null for empty.") String value) {}

  /** A try, or what an admin did. */
  @Described("A try, or what an admin did.")
  public record Happened(
      @Described("When.") Instant at,
      @Described("What, in one word.") String event,
      @Described("Number of the attempt; 0 where it was none.") long attempt,
      @Described("What came of it, or who did it and why.") String note) {

    private static Happened of(Line line) {
      return new Happened(
          line.at(),
          line.entry().event().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
          line.entry().attempt(),
          line.entry().note());
    }
  }

  static LetterDetails of(DeadLetter letter, List<Line> newestFirst, Instant now) {
    List<Happened> story = new java.util.ArrayList<>();
    newestFirst.forEach(line -> story.add(0, Happened.of(line)));
    return new LetterDetails(
        LetterItem.of(letter, now),
        letter.action() == null ? null : letter.action().toLowerCase(java.util.Locale.ROOT),
        letter.location(),
        letter.nativeId(),
        letter.sent().entrySet().stream()
            .map(sent -> new Sent(sent.getKey(), cut(sent.getValue())))
            .toList(),
        cut(letter.reason().answer()),
        story,
        letter.firstAt(),
        letter.lastAt(),
        letter.version(),
        letter.closedAt());
  }

  private static String cut(String text) {
    return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
