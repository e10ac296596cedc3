package io.partnerhub.ops;

import io.partnerhub.deadletter.DeadLetter;
import io.partnerhub.ops.jmx.Described;
import java.time.Duration;
import java.time.Instant;

/** A dead letter in a list; travels over JMX. */
@Described("A write that was given up.")
public record LetterItem(
    @Described("Number of the letter.") long id,
    @Described("Record type.") String type,
    @Described("Business key; null where the record had none.") String key,
    @Described("The hub's number of the record.") long record,
    @Described("The system that did not take the write.") String system,
    @Described("Why, in one word of the hub.") String reasonClass,
    @Described("The system's own code.") String code,
    @Described("Why, in a sentence.") String sentence,
    @Described("Who can mend it.") String mender,
    @Described("open, replaying, replayed, superseded or discarded.") String state,
    @Described("Failed tries since the last success or replay.") int attempts,
    @Described("Since when it is in the queue.") Instant since,
    @Described("How long it is in the queue, or was when it left, in seconds.") long ageSeconds,
    @Described("Who cares for it; null for nobody.") String assignedTo) {

  static LetterItem of(DeadLetter letter, Instant now) {
    return new LetterItem(
        letter.id(),
        letter.type().name(),
        letter.key(),
        letter.record(),
        letter.system().value(),
        letter.reason().kind().word(),
        letter.reason().code(),
        letter.reason().message(),
        letter.reason().kind().mender().inWords(),
        letter.state().word(),
        letter.attempts(),
        letter.since(),
        age(letter, now),
        letter.assignedTo());
  }

  static long age(DeadLetter letter, Instant now) {
    Instant until = letter.closedAt() == null ? now : letter.closedAt();
    return Duration.between(letter.since(), until).toSeconds();
  }
}
