package io.partnerhub.sync;

import io.partnerhub.model.NativeId;
import io.partnerhub.model.Values;
import java.util.Locale;
import java.util.Set;

/**
 * The native difference that one replica is due.
 *
 * @param attempt id of the stored attempt
 * @param id where to write; its id is null for an add
 * @param destination for a move: the location to move to; else null
 * @param fields the fields to send; one without a value in {@code values} is emptied
 * @param tag version of the copy when it was read just before; null for an add, and where the
 *     system's copies have none
 */
public record Write(
    long attempt,
    Action action,
    NativeId id,
    String destination,
    Set<String> fields,
    Values values,
    String tag) {

  /** A write to a system whose copies have no versions. */
  public Write(
      long attempt,
      Action action,
      NativeId id,
      String destination,
      Set<String> fields,
      Values values) {
    this(attempt, action, id, destination, fields, values, null);
  }

  /** What kind of call brings the difference about. */
  public enum Action {
    ADD,
    UPDATE,
    MOVE,
    /** The copy is deleted; nothing is sent but its id. */
    DELETE;

    /** As the ledger says it. */
    public String inWords() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
