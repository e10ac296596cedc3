package io.partnerhub.ledger;

import io.partnerhub.model.RecordType;
import java.util.List;
import java.util.Optional;

/** What the store remembers. Reads alone: no write waits for a question. */
public interface Ledger {

  /** The hub's ids of the records that have a business key: several while they are held for it. */
  List<Long> recordsOf(RecordType type, String key);

  /** Some keys that begin like this one, for a hint. */
  List<String> keysLike(RecordType type, String key, int most);

  /**
   * A record with its newest lines, and the older ones that its values come from, however many came
   * since; empty when there is no such record.
   *
   * @param most how many of the newest; 0 for no line at all
   */
  Optional<Past> past(RecordType type, long record, int most);
}
