package io.partnerhub.connector.fulfillment;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.connector.Stamp;
import io.partnerhub.mapping.Conversion;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.mapping.Reading;
import io.partnerhub.model.NativeId;
import io.partnerhub.model.SystemName;
import io.partnerhub.model.Values;
import io.partnerhub.sync.Observation;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Makes observations of the records of one resource. */
final class RecordReading {

  private final Mapping mapping;
  private final String location;
  private final Resource resource;
  private final Caller caller;

  RecordReading(Mapping mapping, String location, Resource resource, Caller caller) {
    this.mapping = mapping;
    this.location = location;
    this.resource = resource;
    this.caller = caller;
  }

  /** Whether this is a record at all: what has no id is none. */
  boolean isRecord(JsonNode record) {
    return !id(record).isEmpty();
  }

  String id(JsonNode record) {
    return record.at(resource.record().id()).asText("");
  }

  Observation observation(JsonNode record) {
    NativeId id = new NativeId(location, id(record));
    if (isDeleted(record)) {
      return new Observation(id, Values.none(), Map.of(), stamp(record), true, false, false);
    }
    Reading reading = values(record);
    return new Observation(
        id,
        reading.values(),
        reading.unreadable(),
        stamp(record),
        false,
        caller.is(record, resource.record().changedBy()),
        caller.is(record, resource.record().createdBy()));
  }

  /** A record that the API says is not there; it does not say since when. */
  Observation gone(String id) {
    NativeId copy = new NativeId(location, id);
    return new Observation(copy, Values.none(), Map.of(), null, true, false, false);
  }

  boolean isDeleted(JsonNode record) {
    return resource.record().deleted() != null
        && record.at(resource.record().deleted()).asBoolean();
  }

  Reading values(JsonNode record) {
    Map<String, Object> byName = new HashMap<>();
    resource.fields().forEach((name, field) -> byName.put(name, field.read(record)));
    return Conversion.toCanonical(mapping, SystemName.FULFILLMENT, byName);
  }

  /** The record's version; null where it shows none. */
  String tag(JsonNode record) {
    if (resource.record().version() == null) {
      return null;
    }
    String tag = record.at(resource.record().version()).asText("");
    return tag.isEmpty() ? null : tag;
  }

  /** When the record was last changed; null where it does not tell. */
  Instant stamp(JsonNode record) {
    JsonPointer changed = resource.record().changed();
    return changed == null ? null : Stamp.of(record.at(changed).asText(""));
  }
}
