package io.partnerhub.sync;

import io.partnerhub.model.SystemName;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * A field that is written nowhere until someone decides.
 *
 * @param agreed the agreed value when it was held; null for empty
 * @param candidates what each system's users want instead; a null value empties the field
 * @param sentence the reason, for people
 * @param since when the edit was read that led to it; null for one kept by an older hub
 */
public record Hold(
    Why why, String agreed, Map<SystemName, String> candidates, String sentence, Instant since) {

  /** What led to it. */
  public enum Why {
    /** Edited in two systems, and the field's rule does not decide. */
    CONFLICT,
    /** The text in the system is no value of the field's kind. */
    UNREADABLE,
    /** The system keeps changing back what the hub writes. */
    FIGHT,
    /** Someone edited a text that the hub had shortened to fit. */
    SHORTENED,
    /** Edited in one system after the record was deleted in another. */
    DELETED_ELSEWHERE,
    /** There again after the record was deleted in another system; held as the business key. */
    REVIVED,
    /** Its system keeps deleting a copy that the hub makes again; held as the business key. */
    DELETED_AGAIN,
    /** The status would take a step that its transitions do not know. */
    ILLEGAL_STEP
  }

  /** The same with what this system shows among the candidates; null for empty. */
  public Hold with(SystemName system, String value) {
    Map<SystemName, String> more = new TreeMap<>(candidates);
    more.put(system, value);
    return new Hold(why, agreed, more, sentence, since);
  }
}
