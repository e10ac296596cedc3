package io.partnerhub.ops;

import io.partnerhub.ledger.Accounts;
import io.partnerhub.ledger.Why;
import io.partnerhub.ops.jmx.Described;
import io.partnerhub.ops.jmx.Exposed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** {@code io.partnerhub:type=Sync}: how the hub stands, and why a record has its values. */
@Described("How the hub stands, and why a record has its values.")
public final class SyncMBean {

  /** The MBean's type in its name. */
  public static final String TYPE = "Sync";

  private static final Duration COUNTED = Duration.ofDays(1);

  private final StatusReport status;
  private final Why why;
  private final Accounts accounts;
  private final Clock clock;

  public SyncMBean(StatusReport status, Why why, Accounts accounts, Clock clock) {
    this.status = status;
    this.why = why;
    this.accounts = accounts;
    this.clock = clock;
  }

  @Exposed(Exposed.As.ATTRIBUTE)
  @Described("How the hub stands now; counted anew each time it is read.")
  public Status status() {
    return status.now();
  }

  @Exposed(Exposed.As.ATTRIBUTE)
  @Described(
      "What became of each change that was observed in the last 24 hours; counted anew from the"
          + " ledger each time it is read, which takes a second for some ten thousand records.")
  public ChangeCounts changes() {
    Instant since = clock.instant().minus(COUNTED);
    return new ChangeCounts(
        since, accounts.since(since).stream().map(ChangeCounts.ToSystem::of).toList());
  }

  @Exposed(Exposed.As.QUESTION)
  @Described(
      "Why each field of a record has its value: the observation, the rule, the writes and their"
          + " answers, and what was refused, held or late on the way.")
  public WhyAnswer why(
      @Described("Record type, such as partner.") String type,
      @Described("The record's business key; or # and its number in the hub.") String key) {
    return why(type, key, null);
  }

  @Exposed(Exposed.As.QUESTION)
  @Described("The same for one field.")
  public WhyAnswer why(
      @Described("Record type, such as partner.") String type,
      @Described("The record's business key; or # and its number in the hub.") String key,
      @Described("Name of the field in the mapping; empty for all.") String field) {
    if (type == null || key == null || key.isBlank()) {
      throw new IllegalArgumentException("Give a record type and a key.");
    }
    return WhyAnswer.of(why.of(type.strip(), key.strip(), field));
  }
}
