package io.partnerhub.sandbox.smartsheet;

import com.fasterxml.jackson.core.JsonGenerator;
import io.partnerhub.sandbox.smartsheet.hook.Hook;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A webhook in JSON. */
final class HookJson {

  private HookJson() {}

  /**
   * Its fields.
   *
   * @param secret [I] it is shown where it is made; the public examples of lists show it too, and
   *     no client should count on it
   */
  static void fields(JsonGenerator json, Hook hook, boolean secret) throws IOException {
    json.writeNumberField("id", hook.id());
    json.writeStringField("name", hook.plan().name());
    json.writeStringField("callbackUrl", hook.plan().callbackUrl());
    json.writeStringField("scope", "sheet");
    json.writeNumberField("scopeObjectId", hook.plan().sheetId());
    if (!hook.plan().columnIds().isEmpty()) {
      json.writeObjectFieldStart("subscope");
      json.writeArrayFieldStart("columnIds");
      for (long column : hook.plan().columnIds()) {
        json.writeNumber(column);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeArrayFieldStart("events");
    json.writeString("*.*");
    json.writeEndArray();
    json.writeNumberField("version", 1);
    json.writeBooleanField("enabled", hook.isEnabled());
    json.writeStringField("status", hook.status().name());
    if (hook.status().details() != null) {
      json.writeStringField("disabledDetails", hook.status().details());
    }
    if (secret) {
      json.writeStringField("sharedSecret", hook.secret());
    }
    json.writeStringField("createdAt", at(hook.createdMillis()));
    json.writeStringField("modifiedAt", at(hook.modifiedMillis()));
    stats(json, hook.stats());
  }

  private static void stats(JsonGenerator json, Hook.Stats stats) throws IOException {
    json.writeObjectFieldStart("stats");
    if (stats.attemptMillis() != null) {
      json.writeStringField("lastCallbackAttempt", at(stats.attemptMillis()));
      json.writeNumberField("lastCallbackAttemptRetryCount", stats.retries());
    }
    if (stats.successMillis() != null) {
      json.writeStringField("lastSuccessfulCallback", at(stats.successMillis()));
    }
    json.writeEndObject();
  }

  private static String at(long millis) {
    return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
