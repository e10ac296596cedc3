package io.partnerhub.ops;

import io.partnerhub.deadletter.DeadLetter;
import io.partnerhub.ops.jmx.Described;
import io.partnerhub.sync.letter.Forecast;

/** What a replay of a dead letter would come to; travels over JMX. */
@Described("What a replay of a dead letter would come to, judged without a write.")
public record LetterForecast(
    @Described("Number of the letter.") long id,
    @Described("Record type.") String type,
    @Described("Business key; null where the record had none.") String key,
    @Described("The hub's number of the record.") long record,
    @Described("The system that did not take the write.") String system,
    @Described("would succeed, superseded, still fails or cannot tell.") String verdict,
    @Described("Why.") String sentence) {

  static LetterForecast of(DeadLetter letter, Forecast forecast) {
    return new LetterForecast(
        letter.id(),
        letter.type().name(),
        letter.key(),
        letter.record(),
        letter.system().value(),
        forecast.verdict().inWords(),
        forecast.sentence());
  }
}
