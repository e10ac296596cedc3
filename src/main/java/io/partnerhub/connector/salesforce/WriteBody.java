package io.partnerhub.connector.salesforce;

import com.fasterxml.jackson.core.JsonGenerator;
import io.partnerhub.mapping.Conversion;
import io.partnerhub.mapping.Mapping;
import io.partnerhub.model.SystemName;
import io.partnerhub.sync.Write;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The body of a call: one collection a group, no row depending on another. */
final class WriteBody {

  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Mapping mapping;
  private final String collections;
  private final Map<String, Map<String, String>> lookups;

  /**
   * @param collections path of the collections resource
   * @param lookups the fields with the parents' ids by relationship, by object
   */
  WriteBody(Mapping mapping, String collections, Map<String, Map<String, String>> lookups) {
    this.mapping = mapping;
    this.collections = collections;
    this.lookups = lookups;
  }

  /** How the answer names the group at this place of the call. */
  static String reference(int place) {
    return "group" + place;
  }

  /** Of a call for one collection alone. */
  byte[] of(WriteGroup group) {
    return JsonBody.write(json -> writeRecords(json, group));
  }

  /** Of a composite call. */
  byte[] of(List<WriteGroup> groups) {
    return JsonBody.write(
        json -> {
          json.writeStartObject();
          json.writeBooleanField("allOrNone", false);
          json.writeArrayFieldStart("compositeRequest");
          for (int i = 0; i < groups.size(); i++) {
            writeGroup(json, groups.get(i), reference(i));
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private void writeGroup(JsonGenerator json, WriteGroup group, String reference)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("method", method(group.action()));
    json.writeStringField("url", url(group));
    json.writeStringField("referenceId", reference);
    if (group.action() != Write.Action.DELETE) {
      json.writeFieldName("body");
      writeRecords(json, group);
    }
    json.writeEndObject();
  }

  private static String method(Write.Action action) {
    return switch (action) {
      case ADD -> "POST";
      case UPDATE -> "PATCH";
      case DELETE -> "DELETE";
      case MOVE -> throw new IllegalArgumentException("Salesforce moves no records");
    };
  }

  /** What is deleted stands in the address. */
  private String url(WriteGroup group) {
    return group.action() == Write.Action.DELETE
        ? group.rows().stream()
            .map(row -> row.write().id().id())
            .collect(Collectors.joining(",", collections + "?ids=", "&allOrNone=false"))
        : collections;
  }

  private void writeRecords(JsonGenerator json, WriteGroup group) throws IOException {
    json.writeStartObject();
    json.writeBooleanField("allOrNone", false);
    json.writeArrayFieldStart("records");
    for (WriteGroup.Row row : group.rows()) {
      writeRecord(json, row.write());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeRecord(JsonGenerator json, Write write) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("attributes");
    json.writeStringField("type", write.id().location());
    json.writeEndObject();
    if (write.action() == Write.Action.UPDATE) {
      json.writeStringField("id", write.id().id());
    }
    Map<String, Object> values =
        Conversion.toNative(mapping, SystemName.SALESFORCE, write.fields(), write.values());
    for (Map.Entry<String, Object> value : values.entrySet()) {
      Optional<ParentPath> path = ParentPath.of(value.getKey());
      if (path.isPresent()) {
        writeParent(json, write.id().location(), path.get(), value.getValue());
      } else {
        json.writeFieldName(value.getKey());
        writeValue(json, value.getValue());
      }
    }
    json.writeEndObject();
  }

  /** Salesforce finds the parent by its external id; no parent is an empty lookup. */
  private void writeParent(JsonGenerator json, String object, ParentPath path, Object key)
      throws IOException {
    if (key == null) {
      json.writeNullField(lookups.get(object).get(path.relationship()));
    } else {
      json.writeObjectFieldStart(path.relationship());
      json.writeFieldName(path.externalId());
      writeValue(json, key);
      json.writeEndObject();
    }
  }

  private static void writeValue(JsonGenerator json, Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else if (value instanceof BigDecimal number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof Instant instant) {
      json.writeString(INSTANT.format(instant));
    } else if (value instanceof List<?> chosen) {
      json.writeString(chosen.stream().map(String::valueOf).collect(Collectors.joining(";")));
    } else {
      // A String, or a LocalDate, whose text is ISO.
      json.writeString(value.toString());
    }
  }
}
