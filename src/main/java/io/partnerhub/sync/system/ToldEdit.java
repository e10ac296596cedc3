package io.partnerhub.sync.system;

import io.partnerhub.model.NativeId;
import io.partnerhub.model.RecordType;
import java.time.Instant;

/**
 * What a system's event said that a field of a copy was changed to. It is no observation: it only
 * tells of edits that a write of ours replaced before a read could see them.
 *
 * @param id from the store, in the order of the changes; 0 before it is stored
 * @param event names the event: edits of one event are one change
 * @param value canonical; null for empty; means nothing unless told
 * @param told whether the event had the value
 * @param at by the system's clock
 * @param byHub the hub's own user made the change
 */
public record ToldEdit(
    long id,
    RecordType type,
    NativeId copy,
    String event,
    String field,
    String value,
    boolean told,
    Instant at,
    boolean byHub) {

  /** The same as stored. */
  public ToldEdit numbered(long itsId) {
    return new ToldEdit(itsId, type, copy, event, field, value, told, at, byHub);
  }
}
