package io.partnerhub.sync;

import io.partnerhub.model.NativeId;
import io.partnerhub.model.Values;
import java.time.Instant;
import java.util.Map;

/**
 * What a system just said about one copy of a record.
 *
 * @param values canonical values of all mapped fields; for an unreadable field, the text found
 *     there
 * @param unreadable why a field's text is no value of its kind, by field
 * @param stamp when the system says the copy was last changed (its clock); null where it does not
 * @param deleted the system itself says that the copy is gone; the values mean nothing then
 * @param changedByHub the hub's own user made the last change (a person's edit may share the row)
 * @param createdByHub the hub's own user created the copy
 * @param version of the copy or its place, as the system counts them; null where it does not
 * @param by who saved the copy last, as the system names people; null where it does not tell
 */
public record Observation(
    NativeId id,
    Values values,
    Map<String, String> unreadable,
    Instant stamp,
    boolean deleted,
    boolean changedByHub,
    boolean createdByHub,
    String version,
    String by) {

  /** One of which nobody tells the version and the author. */
  public Observation(
      NativeId id,
      Values values,
      Map<String, String> unreadable,
      Instant stamp,
      boolean deleted,
      boolean changedByHub,
      boolean createdByHub) {
    this(id, values, unreadable, stamp, deleted, changedByHub, createdByHub, null, null);
  }

  /** Latest time at which the copy can have been changed. */
  public Instant changedUntil(ReadTimes read) {
    return stamp == null ? read.at() : stamp;
  }

  /** The same with its version. */
  public Observation at(String itsVersion) {
    return new Observation(
        id, values, unreadable, stamp, deleted, changedByHub, createdByHub, itsVersion, by);
  }

  /** The same with other values, and with what of them is unreadable. */
  public Observation saying(Values its, Map<String, String> notValues) {
    return new Observation(
        id, its, notValues, stamp, deleted, changedByHub, createdByHub, version, by);
  }
}
