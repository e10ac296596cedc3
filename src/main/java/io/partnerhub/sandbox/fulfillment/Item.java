package io.partnerhub.sandbox.fulfillment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * One order or activation, or what is left of a deleted one.
 *
 * @param fields what clients may write; never changed in place
 * @param change its place in the list of changes
 */
record Item(
    String id,
    ObjectNode fields,
    int edition,
    Stamp created,
    Stamp updated,
    boolean deleted,
    long change) {

  /**
   * Who did something when.
   *
   * @param by id of a client, or of somebody in the warehouse
   */
  record Stamp(Instant at, String by) {}

  Item changed(ObjectNode newFields, Stamp stamp, long newChange) {
    return new Item(id, newFields, edition + 1, created, stamp, false, newChange);
  }

  Item gone(Stamp stamp, long newChange) {
    return new Item(id, fields, edition + 1, created, stamp, true, newChange);
  }

  /** The entity tag without its quotes. */
  String version() {
    return "v" + edition;
  }

  String text(String field) {
    return fields.path(field).asText("");
  }

  /** As the API shows it: whole, or a tombstone. */
  ObjectNode json() {
    ObjectNode json = Wire.MAPPER.createObjectNode();
    json.put("id", id);
    json.put("version", version());
    if (deleted) {
      json.put("deleted", true);
    } else {
      json.put("createdAt", Wire.time(created.at())).put("createdBy", created.by());
      json.setAll(fields);
    }
    json.put("updatedAt", Wire.time(updated.at())).put("updatedBy", updated.by());
    return json;
  }
}
