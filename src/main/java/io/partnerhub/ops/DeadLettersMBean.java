package io.partnerhub.ops;

import io.partnerhub.deadletter.BulkReplays;
import io.partnerhub.deadletter.DeadLetter;
import io.partnerhub.deadletter.DeadLetters;
import io.partnerhub.deadletter.Depth;
import io.partnerhub.ops.jmx.Caller;
import io.partnerhub.ops.jmx.Described;
import io.partnerhub.ops.jmx.Exposed;
import io.partnerhub.sync.Chooser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code io.partnerhub:type=DeadLetters}: writes that were given up, and what admins do about it.
 */
@Described(
    "Writes that were given up: list, look, replay, edit, discard. What is done is in the ledger"
        + " with the caller's name.")
public final class DeadLettersMBean {

  /** The MBean's type in its name. */
  public static final String TYPE = "DeadLetters";

  private static final int MOST = 1_000;

  private static final String FILTER =
      "Conditions such as class=value system=smartsheet type=order code=1041 older=2h key=ALFKI"
          + " assigned=anna state=discarded; empty for the whole queue.";

  private static final String FILTER_OF_MANY =
      "Conditions such as class=value system=smartsheet type=order code=1041 older=2h key=ALFKI"
          + " assigned=anna; at least one.";

  private static final String ID = "Number of the letter.";
  private static final String HOW_MANY = "How many at most, at least 1.";
  private static final String HOW_FAST = "How many in a second at most, from 1 to 1,000.";
  private static final String REASON = "Why; it is kept in the ledger.";

  private final DeadLetters letters;
  private final BulkReplays bulk;
  private final Clock clock;

  public DeadLettersMBean(DeadLetters letters, BulkReplays bulk, Clock clock) {
    this.letters = letters;
    this.bulk = bulk;
    this.clock = clock;
  }

  /** Letters that have something in common. */
  @Described("Letters that have something in common.")
  public record Count(
      @Described("What they have in common.") String name,
      @Described("How many they are.") int letters) {

    private static List<Count> of(List<Depth.Count> counts) {
      return counts.stream().map(c -> new Count(c.name(), c.letters())).toList();
    }
  }

  @Exposed(Exposed.As.ATTRIBUTE)
  @Described("How many letters are in the queue.")
  public int depth() {
    return letters.depth().letters();
  }

  @Exposed(Exposed.As.ATTRIBUTE)
  @Described("How long the oldest letter is in the queue, in seconds; null when it is empty.")
  public Long oldestAgeSeconds() {
    Instant oldest = letters.depth().oldest();
    return oldest == null ? null : Duration.between(oldest, clock.instant()).toSeconds();
  }

  @Exposed(Exposed.As.ATTRIBUTE)
  @Described("How many letters of each reason class are in the queue.")
  public List<Count> countByClass() {
    return Count.of(letters.depth().byClass());
  }

  @Exposed(Exposed.As.ATTRIBUTE)
  @Described("How many letters of each system are in the queue.")
  public List<Count> countBySystem() {
    return Count.of(letters.depth().bySystem());
  }

  @Exposed(Exposed.As.ATTRIBUTE)
  @Described("How many letters of each record type are in the queue.")
  public List<Count> countByType() {
    return Count.of(letters.depth().byType());
  }

  @Exposed(Exposed.As.QUESTION)
  @Described("Letters in the order in which they came.")
  public List<LetterItem> list(
      @Described(FILTER) String filter,
      @Described("How many at most, from 1 to 1,000.") int limit) {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("Give a limit from 1 to 1,000, not " + limit);
    }
    Instant now = clock.instant();
    return letters.list(filter, limit).stream().map(l -> LetterItem.of(l, now)).toList();
  }

  @Exposed(Exposed.As.QUESTION)
  @Described("One letter: what was sent, what came back, its tries, and who can mend it.")
  public LetterDetails get(@Described(ID) long id) {
    return Refusals.told(
        () -> {
          DeadLetter letter = letters.get(id);
          return LetterDetails.of(letter, letters.story(letter), clock.instant());
        });
  }

  @Exposed(Exposed.As.QUESTION)
  @Described(
      "What replays would come to, judged by what the hub knows and the systems tell of their fields"
          + " and keys today, without a write: at most the first 1,000 letters.")
  public List<LetterForecast> simulate(@Described(FILTER) String filter) {
    return Refusals.told(() -> letters.simulate(filter, MOST)).entrySet().stream()
        .map(entry -> LetterForecast.of(entry.getKey(), entry.getValue()))
        .toList();
  }

  @Exposed(Exposed.As.ACTION)
  @Described("Has a letter's write tried again now, with the newest agreed values.")
  public String replay(@Described(ID) long id, @Described(REASON) String reason) {
    return acted(
        "Dead letter %d is tried again with the newest values".formatted(id),
        () -> letters.replay(id, by(reason)));
  }

  @Exposed(Exposed.As.ACTION)
  @Described(
      "Edits the record of a letter, as an admin, and has its write tried again with that. The edit"
          + " counts in all systems.")
  public String editAndReplay(
      @Described(ID) long id,
      @Described(
              "What fields are to be, as a JSON Merge Patch such as {\"phone\": \"030 1\"}, with"
                  + " null for empty; or a JSON Patch of add, replace, remove and test.")
          String jsonPatch,
      @Described(REASON) String reason) {
    return Refusals.told(
        () ->
            letters.edit(id, jsonPatch, by(reason)).stream()
                .map(
                    decision ->
                        decision.field()
                            + " is "
                            + (decision.is() == null ? "empty" : '"' + decision.is() + '"'))
                .collect(Collectors.joining(", ", "", " now; what differs is written next.")));
  }

  @Exposed(Exposed.As.ACTION)
  @Described("Replays the letters that a filter lets through, a few a second, as a job.")
  public ReplayJob replayMatching(
      @Described(FILTER_OF_MANY) String filter,
      @Described(HOW_MANY) int max,
      @Described(HOW_FAST) int perSecond,
      @Described(REASON) String reason) {
    return Refusals.told(() -> ReplayJob.of(bulk.matching(filter, max, perSecond, by(reason))));
  }

  @Exposed(Exposed.As.ACTION)
  @Described("Replays every letter in the queue, 20 a second, as a job.")
  public ReplayJob replayAll(@Described(REASON) String reason) {
    return Refusals.told(() -> ReplayJob.of(bulk.all(by(reason))));
  }

  /** No overload: JMX by HTTP finds an operation by its name. */
  @Exposed(Exposed.As.ACTION)
  @Described("Replays letters of the whole queue within bounds, as a job.")
  public ReplayJob replayAllAtMost(
      @Described(HOW_MANY) int max,
      @Described(HOW_FAST) int perSecond,
      @Described(REASON) String reason) {
    return Refusals.told(() -> ReplayJob.of(bulk.all(max, perSecond, by(reason))));
  }

  @Exposed(Exposed.As.ATTRIBUTE)
  @Described("The newest bulk replays, newest first.")
  public List<ReplayJob> jobs() {
    return bulk.jobs().list().stream().map(ReplayJob::of).toList();
  }

  @Exposed(Exposed.As.QUESTION)
  @Described("How a bulk replay stands.")
  public ReplayJob job(@Described("Number of the job.") long job) {
    return Refusals.told(() -> ReplayJob.of(bulk.jobs().get(job)));
  }

  @Exposed(Exposed.As.ACTION)
  @Described("Ends a bulk replay: what it replayed goes on, nothing more is.")
  public ReplayJob cancel(@Described("Number of the job.") long job) {
    return Refusals.told(() -> ReplayJob.of(bulk.jobs().cancel(job, Caller.name())));
  }

  @Exposed(Exposed.As.ACTION)
  @Described("Puts a letter away: its write is tried again only once the record changes.")
  public String discard(@Described(ID) long id, @Described(REASON) String reason) {
    return acted(
        "Dead letter %d is discarded".formatted(id), () -> letters.discard(id, by(reason)));
  }

  @Exposed(Exposed.As.ACTION)
  @Described("Brings a discarded letter back into the queue.")
  public String restore(@Described(ID) long id, @Described(REASON) String reason) {
    return acted(
        "Dead letter %d is in the queue again".formatted(id),
        () -> letters.restore(id, by(reason)));
  }

  @Exposed(Exposed.As.ACTION)
  @Described("Says who cares for a letter.")
  public String assign(@Described(ID) long id, @Described("Who; empty for nobody.") String to) {
    return acted(
        "Dead letter %d is assigned".formatted(id), () -> letters.assign(id, to, Caller.name()));
  }

  private static String acted(String done, Runnable act) {
    return Refusals.told(
        () -> {
          act.run();
          return done + ".";
        });
  }

  private static Chooser by(String reason) {
    return new Chooser(Caller.name(), reason);
  }
}
