package io.partnerhub.store;

import io.partnerhub.sync.ReasonClass;
import java.time.Instant;
import java.util.List;

/**
 * Dead letters that people are told of in one message.
 *
 * @param way how they are told
 * @param account the id of the account in Salesforce that a task is about; empty for other ways
 * @param attempt which try this is, from 1
 * @param madeAt when the letters were put together; the same for every try
 * @param letters how many are still open
 * @param first the oldest of them, at most {@link Escalations#MOST_LINES}
 */
public record Digest(
    long id,
    Way way,
    ReasonClass reason,
    String system,
    String account,
    int attempt,
    Instant madeAt,
    int letters,
    List<Line> first)
    implements Message {

  /** How people are told. */
  public enum Way {
    MAIL,
    CHAT,
    TASK
  }

  /**
   * One letter.
   *
   * @param key the record's business key, or the hub's number of it
   */
  public record Line(String type, String key, String sentence) {}
}
