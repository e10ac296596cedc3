package io.partnerhub.ops;

import io.partnerhub.ops.jmx.Described;
import java.time.Instant;
import java.util.List;

/** How the hub stands at one moment; travels over JMX. */
@Described("How the hub stands: whether the systems answer, and where every copy stands.")
public record Status(
    @Described("Name of the hub.") String hub,
    @Described(
            "When the copies were counted, by the hub's clock: now, or seconds ago where there are"
                + " very many.")
        Instant at,
    @Described("Each outside system.") List<OfSystem> systems,
    @Described("Copies of records, counted by record type and system.") List<OfCopies> copies,
    @Described("Writes that were given up and wait for somebody: see DeadLetters.") int deadLetters,
    @Described("Since when the oldest of them waits; null when there is none.")
        Instant oldestDeadLetter,
    @Described("Messages about dead letters that could not be sent; empty when none failed.")
        List<Untold> untold,
    @Described("Requests by which systems told something since this hub started; empty when none.")
        List<AtDoor> door) {

  /** One outside system. */
  @Described("One outside system: whether it answers, and its calls.")
  public record OfSystem(
      @Described("Name of the system.") String system,
      @Described("Whether it answered when it was last called.") boolean answers,
      @Described("What is wrong with it, or with a place of it; null where nothing is.")
          String fault,
      @Described("When it is called again; null while it answers.") Instant calledAgainAt,
      @Described("Calls used in the window; null while not known.") Long callsUsed,
      @Described("Calls left in the window; null while not known.") Long callsLeft,
      @Described("Most calls in the window; null while not known.") Long callsLimit,
      @Described("Length of the window in seconds; null while not known.") Long windowSeconds,
      @Described("The share of the limit that is configured for the hub; null where none is.")
          Long share) {}

  /** The copies of one record type in one system. */
  @Described("Copies of one record type in one system; each copy is in exactly one count.")
  public record OfCopies(
      @Described("Record type.") String type,
      @Described("System.") String system,
      @Described("The copy shows the agreed record.") int inSync,
      @Described("The copy differs, and is written next.") int due,
      @Described("The copy waits for another record or for its place.") int waiting,
      @Described("Someone has to decide about the copy or a field of it.") int held,
      @Described("The last write failed, and is tried again.") int failing,
      @Described("The copy was deleted in its system.") int deleted,
      @Described("A copy that belongs to no record.") int stray,
      @Described(
              "Since when the oldest of those that are not in sync is due, held or aside; null"
                  + " when none is.")
          Instant oldest) {}

  /** Requests at the door with the same result. */
  @Described(
      "Requests of one source with the same result; each that was answered is in exactly one"
          + " count.")
  public record AtDoor(
      @Described("Who calls there; empty for paths that nobody has.") String source,
      @Described(
              "admitted, duplicate (all of it was told before), full (the inbox was, it is to come"
                  + " again) or refused.")
          String result,
      @Described("The HTTP status of the answer.") int status,
      @Described("Why they were turned away; empty where they were not.") String why,
      @Described("How many.") long requests,
      @Described("When the last of them was answered.") Instant lastAt) {}

  /** Messages about dead letters that could not be sent one way. */
  @Described("Messages about dead letters that could not be sent one way; they are tried again.")
  public record Untold(
      @Described("The way: mail, chat or task.") String way,
      @Described("How many messages.") int messages,
      @Described("When the next of them is tried again.") Instant tryAt,
      @Described("Why the last try failed.") String lastError) {}
}
