package io.partnerhub.sandbox.smartsheet;

import com.fasterxml.jackson.core.JsonGenerator;
import io.partnerhub.sandbox.sim.SimAnswer;
import java.io.IOException;
import java.util.List;

/** The shapes of the API's answers to writes, and of its errors. */
final class Answers {
  private Answers() {}

  static SimAnswer success() {
    return SimAnswer.json(200, Json.object(json -> outcome(json, List.of())));
  }

  /** A success with the value of {@code result}. */
  static SimAnswer success(Json.Content result) {
    return SimAnswer.json(
        200,
        Json.object(
            json -> {
              outcome(json, List.of());
              json.writeFieldName("result");
              result.write(json);
            }));
  }

  /** A write of a sheet, complete or with failed items. */
  static SimAnswer written(Json.Content result, long version, List<ApiError> failures) {
    return SimAnswer.json(
        200,
        Json.object(
            json -> {
              outcome(json, failures);
              json.writeFieldName("result");
              result.write(json);
              json.writeNumberField("version", version);
              failedItems(json, failures);
            }));
  }

  static SimAnswer error(ApiError error) {
    return SimAnswer.json(
        error.status(),
        Json.object(
            json -> {
              fields(json, error);
              if (error.index() != null) {
                json.writeObjectFieldStart("detail");
                item(json, error);
                json.writeEndObject();
              }
            }));
  }

  private static void outcome(JsonGenerator json, List<ApiError> failures) throws IOException {
    json.writeStringField("message", failures.isEmpty() ? "SUCCESS" : "PARTIAL_SUCCESS");
    json.writeNumberField("resultCode", failures.isEmpty() ? 0 : 3);
  }

  private static void failedItems(JsonGenerator json, List<ApiError> failures) throws IOException {
    if (failures.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("failedItems");
    for (ApiError failure : failures) {
      json.writeStartObject();
      item(json, failure);
      json.writeObjectFieldStart("error");
      fields(json, failure);
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void item(JsonGenerator json, ApiError error) throws IOException {
    json.writeNumberField("index", error.index());
    if (error.rowId() != null) {
      json.writeNumberField("rowId", error.rowId());
    }
  }

  private static void fields(JsonGenerator json, ApiError error) throws IOException {
    json.writeNumberField("errorCode", error.number());
    json.writeStringField("message", error.getMessage());
    json.writeStringField("refId", refId(error));
  }

  /** The real one is random; this one is the same for the same error, so that runs compare. */
  private static String refId(ApiError error) {
    return "r" + Integer.toUnsignedString(error.getMessage().hashCode(), 36);
  }
}
