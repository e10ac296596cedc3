package io.partnerhub.sync;

import io.partnerhub.model.NativeId;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import java.time.Instant;
import java.util.Set;

/**
 * A write whose call was begun; stored before the call.
 *
 * @param id from the store
 * @param key the business key at that time, by which a lost add is looked for
 * @param fields what was sent
 * @param values the values sent; of a field without one, the empty value
 * @param before what the replica held of these fields
 * @param closed tick after which an unanswered call can no longer land; 0 while it still may
 */
public record Attempt(
    long id,
    long record,
    SystemName system,
    Write.Action action,
    NativeId target,
    String destination,
    String key,
    Set<String> fields,
    Values values,
    Values before,
    Instant opened,
    long closed) {

  boolean mayStillLand() {
    return closed == 0;
  }

  /**
   * The call that this attempt stands for.
   *
   * @param tag version of the copy at the read just before; null where it has none
   */
  public Write write(String tag) {
    return new Write(id, action, target, destination, fields, values, tag);
  }

  /** The same under the store's id. */
  public Attempt numbered(long newId) {
    return new Attempt(
        newId,
        record,
        system,
        action,
        target,
        destination,
        key,
        fields,
        values,
        before,
        opened,
        closed);
  }
}
