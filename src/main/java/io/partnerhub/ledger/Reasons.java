package io.partnerhub.ledger;

import io.partnerhub.model.SystemName;
import java.time.Instant;
import java.util.List;

/**
 * Why a record is as it is.
 *
 * @param record the hub's id
 * @param key the business key; null while it is empty
 */
public record Reasons(
    String type, long record, String key, List<Copy> copies, List<OfField> fields) {

  /**
   * Where one system's copy stands.
   *
   * @param nativeId null while there is none
   */
  public record Copy(SystemName system, String location, String nativeId, String sentence) {}

  /**
   * One field; or the record as a whole, whose name is empty.
   *
   * @param value null for empty
   * @param source null when nobody ever set it
   * @param held it waits for a person's choice
   */
  public record OfField(
      String field, String value, Source source, boolean held, List<Step> steps) {}

  /**
   * The observation that a value came from.
   *
   * @param readAt when the hub read it; null where its entry is no longer kept
   * @param savedAt when the system says the copy was saved; null where it does not tell
   * @param version of the copy or its place; null where its system counts none
   * @param by who saved the copy last; null where the system does not tell
   * @param rule the rule that accepted the value
   */
  public record Source(
      SystemName system, Instant readAt, Instant savedAt, String version, String by, String rule) {}

  /**
   * Something that happened to the field.
   *
   * @param at null for how it is now
   * @param attempt the write's number; 0 for anything else
   */
  public record Step(
      Kind kind, Instant at, SystemName system, String value, long attempt, String sentence) {}

  /** What a step tells. */
  public enum Kind {
    /** How the value came into the agreed record. */
    SOURCE,
    /** How a system got it, and what it answered. */
    WRITE,
    /** What else happened: refused, held, late. */
    ON_THE_WAY
  }
}
