package io.partnerhub.sandbox.smartsheet.hook;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The JSON of callbacks. */
final class Bodies {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Bodies() {}

  private interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  static byte[] events(Hook hook, List<Event> events, long nowMillis) {
    return callback(
        hook,
        nowMillis,
        json -> {
          json.writeArrayFieldStart("events");
          for (Event event : events) {
            json.writeStartObject();
            event(json, event);
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  static byte[] status(Hook hook, long nowMillis) {
    String status = hook.status().name();
    return callback(hook, nowMillis, json -> json.writeStringField("newWebhookStatus", status));
  }

  static byte[] challenge(Hook hook, String challenge) {
    return object(
        json -> {
          json.writeStringField("challenge", challenge);
          json.writeNumberField("webhookId", hook.id());
        });
  }

  private static byte[] callback(Hook hook, long nowMillis, Fields more) {
    return object(
        json -> {
          json.writeStringField("nonce", UUID.randomUUID().toString());
          json.writeStringField("timestamp", Instant.ofEpochMilli(nowMillis).toString());
          json.writeNumberField("webhookId", hook.id());
          json.writeStringField("scope", "sheet");
          json.writeNumberField("scopeObjectId", hook.plan().sheetId());
          more.write(json);
        });
  }

  private static void event(JsonGenerator json, Event event) throws IOException {
    json.writeStringField("objectType", event.objectType());
    json.writeStringField("eventType", event.eventType());
    id(json, "id", event.id());
    id(json, "rowId", event.rowId());
    id(json, "columnId", event.columnId());
    json.writeNumberField("userId", event.userId());
    json.writeStringField("timestamp", Instant.ofEpochSecond(event.second()).toString());
    if (event.changeAgent() != null) {
      json.writeStringField("changeAgent", event.changeAgent());
    }
  }

  private static void id(JsonGenerator json, String name, Long id) throws IOException {
    if (id != null) {
      json.writeNumberField(name, id);
    }
  }

  private static byte[] object(Fields fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = MAPPER.getFactory().createGenerator(bytes)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
