package io.partnerhub.sandbox.salesforce;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.sandbox.sim.SimAnswer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Runs up to 25 calls as one; its own status is 200 whatever became of them. */
final class CompositeEndpoint {

  private static final int MOST_REQUESTS = 25;
  private static final int MOST_QUERIES_AND_COLLECTIONS = 5;

  private final Database database;
  private final Function<ApiRequest, SimAnswer> api;

  /**
   * A composite over the other endpoints.
   *
   * @param api answers one call and never throws {@link ApiError}
   */
  CompositeEndpoint(Database database, Function<ApiRequest, SimAnswer> api) {
    this.database = database;
    this.api = api;
  }

  SimAnswer answer(ApiRequest request) {
    if (!request.method().equals("POST")) {
      throw request.wrongMethod();
    }
    List<SubRequest> subRequests = subRequests(request);
    boolean allOrNone = request.body().path(ApiRequest.ALL_OR_NONE).asBoolean();
    int mark = database.mark();
    List<SimAnswer> answers = run(subRequests, allOrNone);
    if (allOrNone && answers.stream().anyMatch(a -> a.status() >= 400)) {
      database.rollback(mark);
      answers = rolledBack(subRequests, answers);
    }
    return answer(subRequests, answers);
  }

  private static List<SubRequest> subRequests(ApiRequest request) {
    JsonNode json = request.object().path("compositeRequest");
    List<SubRequest> subRequests = new ArrayList<>();
    json.forEach(sub -> subRequests.add(SubRequest.of(sub)));
    if (subRequests.isEmpty()) {
      throw new ApiError(400, "INVALID_INPUT", "compositeRequest: at least one call is required");
    }
    if (subRequests.size() > MOST_REQUESTS) {
      throw tooMany(MOST_REQUESTS + " operations");
    }
    if (subRequests.stream().filter(SubRequest::isQueryOrCollection).count()
        > MOST_QUERIES_AND_COLLECTIONS) {
      throw tooMany(MOST_QUERIES_AND_COLLECTIONS + " query or sObject collection operations");
    }
    Set<String> ids = new HashSet<>();
    for (SubRequest sub : subRequests) {
      if (!ids.add(sub.referenceId())) {
        throw new ApiError(
            400, "INVALID_INPUT", "Duplicate ReferenceId provided: " + sub.referenceId());
      }
    }
    return subRequests;
  }

  private static ApiError tooMany(String what) {
    return new ApiError(
        400, "LIMIT_EXCEEDED", "The composite request exceeds the limit of " + what);
  }

  private List<SimAnswer> run(List<SubRequest> subRequests, boolean allOrNone) {
    References references = new References();
    List<SimAnswer> answers = new ArrayList<>();
    boolean failed = false;
    for (SubRequest sub : subRequests) {
      SimAnswer answer = failed && allOrNone ? halted() : run(sub, references, allOrNone);
      references.add(sub.referenceId(), answer);
      answers.add(answer);
      failed |= answer.status() >= 400;
    }
    return answers;
  }

  private SimAnswer run(SubRequest sub, References references, boolean allOrNone) {
    try {
      ApiRequest request = sub.request(references);
      if (request.path().equals(List.of("composite"))) {
        throw new ApiError(400, "INVALID_INPUT", "a composite cannot hold a composite");
      }
      return allOrNone && sub.isCollection() ? allOrNone(request) : api.apply(request);
    } catch (ApiError e) {
      return e.answer();
    }
  }

  /**
   * Runs a collection in a composite that is all or none: whatever the collection says itself (REST
   * API guide, "allOrNone Parameters in Composite and Collections Requests"), one record that fails
   * fails it, and the composite with it.
   */
  private SimAnswer allOrNone(ApiRequest collection) {
    SimAnswer answer = api.apply(collection.with(ApiRequest.ALL_OR_NONE, "true"));
    return anyFailed(answer) ? SimAnswer.json(400, answer.body()) : answer;
  }

  private static boolean anyFailed(SimAnswer collection) {
    for (JsonNode row : Wire.read(collection.body())) {
      if (row.path("success").isBoolean() && !row.path("success").booleanValue()) {
        return true;
      }
    }
    return false;
  }

  /** A collection keeps its rows in the answer though they were taken back: its status tells. */
  private static List<SimAnswer> rolledBack(List<SubRequest> subRequests, List<SimAnswer> answers) {
    List<SimAnswer> after = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      SimAnswer answer = answers.get(i);
      if (answer.status() >= 400) {
        after.add(answer);
      } else if (subRequests.get(i).isCollection()) {
        after.add(SimAnswer.json(400, answer.body()));
      } else {
        after.add(halted());
      }
    }
    return after;
  }

  private static SimAnswer halted() {
    return new ApiError(
            400,
            "PROCESSING_HALTED",
            "The transaction was rolled back since another operation in the same transaction"
                + " failed.")
        .answer();
  }

  private static SimAnswer answer(List<SubRequest> subRequests, List<SimAnswer> answers) {
    return SimAnswer.json(
        200,
        Wire.bytes(
            json -> {
              json.writeStartObject();
              json.writeArrayFieldStart("compositeResponse");
              for (int i = 0; i < answers.size(); i++) {
                write(json, subRequests.get(i), answers.get(i));
              }
              json.writeEndArray();
              json.writeEndObject();
            }));
  }

  private static void write(JsonGenerator json, SubRequest sub, SimAnswer answer)
      throws IOException {
    json.writeStartObject();
    json.writeFieldName("body");
    if (answer.body().length == 0) {
      json.writeNull();
    } else {
      json.writeRawValue(new String(answer.body(), StandardCharsets.UTF_8));
    }
    json.writeObjectFieldStart("httpHeaders");
    json.writeEndObject();
    json.writeNumberField("httpStatusCode", answer.status());
    json.writeStringField("referenceId", sub.referenceId());
    json.writeEndObject();
  }
}
