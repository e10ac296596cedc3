package io.partnerhub.sandbox.salesforce;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What became of one record of a collection. */
sealed interface RowResult {

  void write(JsonGenerator json) throws IOException;

  /**
   * Written.
   *
   * @param created only an upsert tells it
   */
  record Written(String id15, Optional<Boolean> created) implements RowResult {
    @Override
    public void write(JsonGenerator json) throws IOException {
      json.writeStartObject();
      json.writeStringField("id", Ids.to18(id15));
      json.writeBooleanField("success", true);
      json.writeArrayFieldStart("errors");
      json.writeEndArray();
      if (created.isPresent()) {
        json.writeBooleanField("created", created.get());
      }
      json.writeEndObject();
    }
  }

  /** Not written. */
  record Failed(String statusCode, String message, List<String> fields) implements RowResult {

    static Failed of(RowRefused refused) {
      return new Failed(refused.statusCode(), refused.getMessage(), refused.fields());
    }

    static Failed rolledBack() {
      return new Failed(
          "ALL_OR_NONE_OPERATION_ROLLED_BACK",
          "Record rolled back because not all records were valid and the request was using"
              + " AllOrNone header",
          List.of());
    }

    @Override
    public void write(JsonGenerator json) throws IOException {
      json.writeStartObject();
      json.writeBooleanField("success", false);
      json.writeArrayFieldStart("errors");
      json.writeStartObject();
      json.writeStringField("statusCode", statusCode);
      json.writeStringField("message", message);
      json.writeArrayFieldStart("fields");
      for (String field : fields) {
        json.writeString(field);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    }
  }
}
