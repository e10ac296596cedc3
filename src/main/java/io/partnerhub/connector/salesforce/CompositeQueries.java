package io.partnerhub.connector.salesforce;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnerhub.connector.Batches;
import io.partnerhub.connector.Http;
import io.partnerhub.connector.salesforce.Queries.Rows;
import io.partnerhub.sync.Outcome.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs several queries in one call; their first pages come together. */
final class CompositeQueries {

  /** Most queries that Salesforce takes in one composite call. */
  static final int MOST = 5;

  private static final int OK = 200;
  private static final ObjectMapper ERRORS = new ObjectMapper();

  private final SalesforceApi api;
  private final Reads reads;

  CompositeQueries(SalesforceApi api) {
    this.api = api;
    this.reads = new Reads(api);
  }

  /** What one query of the call came to. */
  sealed interface Part {

    record Answered(Rows<NativeRecord> rows) implements Part {}

    record Refused(Reason why) implements Part {}
  }

  /** One part for each path, in their order; any number of paths, five a call. */
  List<Part> run(List<String> paths) {
    List<Part> parts = new ArrayList<>();
    Batches.of(paths, MOST).forEach(some -> parts.addAll(call(some)));
    return parts;
  }

  private List<Part> call(List<String> paths) {
    Map<String, Part> byReference =
        reads.post(api.path("composite"), body(paths), CompositeQueries::parts);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < paths.size(); i++) {
      parts.add(byReference.getOrDefault(reference(i), missing()));
    }
    return parts;
  }

  private static Part missing() {
    return new Part.Refused(
        AnswerJson.unexpected("the answer leaves out a part of the call").reason());
  }

  private static String reference(int place) {
    return "query" + place;
  }

  private static byte[] body(List<String> paths) {
    return JsonBody.write(
        json -> {
          json.writeStartObject();
          json.writeBooleanField("allOrNone", false);
          json.writeArrayFieldStart("compositeRequest");
          for (int i = 0; i < paths.size(); i++) {
            json.writeStartObject();
            json.writeStringField("method", "GET");
            json.writeStringField("url", paths.get(i));
            json.writeStringField("referenceId", reference(i));
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static Map<String, Part> parts(JsonParser parser) throws IOException, UnusableAnswer {
    Map<String, Part> parts = new HashMap<>();
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw AnswerJson.unexpected("a composite answer that is no object");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean parted = parser.currentName().equals("compositeResponse");
      if (parser.nextToken() == JsonToken.START_ARRAY && parted) {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
          addPart(parser, parts);
        }
      } else {
        parser.skipChildren();
      }
    }
    return parts;
  }

  /** Its name and status come behind its body. */
  private static void addPart(JsonParser parser, Map<String, Part> parts)
      throws IOException, UnusableAnswer {
    Rows<NativeRecord> rows = null;
    JsonNode errors = null;
    int status = 0;
    String reference = "";
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (name) {
        case "body" -> {
          if (value == JsonToken.START_OBJECT) {
            rows = Queries.content(parser, row -> row);
          } else {
            errors = ERRORS.readTree(parser);
          }
        }
        case "httpStatusCode" -> status = parser.getIntValue();
        case "referenceId" -> reference = parser.getText();
        default -> parser.skipChildren();
      }
    }
    parts.put(
        reference,
        status == OK && rows != null ? new Part.Answered(rows) : refused(status, errors));
  }

  private static Part refused(int status, JsonNode errors) {
    Reason bare =
        new Reason(
            Http.kindOf(status),
            "HTTP_" + status,
            "Salesforce answered a part of a call with " + status);
    return new Part.Refused(
        errors == null ? bare : ApiError.ofBody(errors).map(e -> e.reason(status)).orElse(bare));
  }
}
