package io.partnerhub.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.sandbox.sim.SimAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads up to 2,000 records by their ids, with null where there is none to see. */
final class RetrieveEndpoint {

  private static final int MOST_IDS = 2_000;

  private final Database database;

  RetrieveEndpoint(Database database) {
    this.database = database;
  }

  SimAnswer answer(ApiRequest request, SObjectType type) {
    return switch (request.method()) {
      case "POST" ->
          retrieve(
              request, type, texts(request.object(), "ids"), texts(request.object(), "fields"));
      case "GET" -> retrieve(request, type, list(request, "ids"), list(request, "fields"));
      default -> throw request.wrongMethod();
    };
  }

  private SimAnswer retrieve(
      ApiRequest request, SObjectType type, List<String> ids, List<String> fields) {
    if (ids.size() > MOST_IDS) {
      throw new ApiError(
          400, "EXCEEDED_ID_LIMIT", "record limit reached. cannot retrieve more than 2000 records");
    }
    Projection projection = Projection.withId(database, type, fields);
    return SimAnswer.json(
        200,
        Wire.bytes(
            json -> {
              json.writeStartArray();
              for (String id : ids) {
                Optional<Row> row = live(type, id);
                if (row.isPresent()) {
                  projection.write(json, row.get(), request.version());
                } else {
                  json.writeNull();
                }
              }
              json.writeEndArray();
            }));
  }

  private Optional<Row> live(SObjectType type, String id) {
    return Ids.to15(id).flatMap(database.table(type)::get).filter(row -> !row.deleted());
  }

  private static List<String> texts(JsonNode body, String name) {
    List<String> texts = new ArrayList<>();
    body.path(name).forEach(item -> texts.add(item.asText()));
    return required(texts, name);
  }

  private static List<String> list(ApiRequest request, String name) {
    return required(
        request
            .parameter(name)
            .filter(v -> !v.isBlank())
            .map(v -> List.of(v.split(",")))
            .orElse(List.of()),
        name);
  }

  private static List<String> required(List<String> values, String name) {
    if (values.isEmpty()) {
      throw new ApiError(400, "MISSING_ARGUMENT", "The " + name + " parameter is required");
    }
    return values;
  }
}
