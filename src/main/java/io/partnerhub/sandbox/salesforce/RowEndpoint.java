package io.partnerhub.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partnerhub.sandbox.sim.SimAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creates, reads, changes and deletes one record by its id. */
final class RowEndpoint {

  private final Database database;
  private final RecordWriter writer;

  RowEndpoint(Database database, RecordWriter writer) {
    this.database = database;
    this.writer = writer;
  }

  SimAnswer create(ApiRequest request, SObjectType type) throws RowRefused {
    ObjectNode body = request.object();
    if (Records.property(body, "Id").isPresent()) {
      throw new RowRefused(
          "INVALID_FIELD_FOR_INSERT_UPDATE",
          type.name() + ": cannot specify Id in an insert call",
          List.of("Id"));
    }
    return created(writer.insert(type, body, People.HUB), Optional.empty());
  }

  SimAnswer answer(ApiRequest request, SObjectType type, Row row) throws RowRefused {
    Preconditions.check(request, row);
    switch (request.method()) {
      case "GET":
        return read(request, row);
      case "PATCH":
        return change(request, type, row);
      case "DELETE":
        writer.delete(type, row.id(), People.HUB);
        return SimAnswer.empty(204);
      default:
        throw request.wrongMethod();
    }
  }

  /**
   * A record by its id.
   *
   * @throws ApiError when there is none or it is deleted
   */
  Row live(SObjectType type, String id) {
    Row row = Ids.to15(id).flatMap(database.table(type)::get).orElseThrow(ApiError::notFound);
    if (row.deleted()) {
      throw new ApiError(404, "ENTITY_IS_DELETED", "entity is deleted");
    }
    return row;
  }

  private SimAnswer read(ApiRequest request, Row row) {
    Projection projection =
        request
            .parameter("fields")
            .map(f -> Projection.withId(database, row.type(), List.of(f.split("\\s*,\\s*"))))
            .orElseGet(() -> Projection.all(database, row.type()));
    return SimAnswer.json(200, Wire.bytes(json -> projection.write(json, row, request.version())));
  }

  private SimAnswer change(ApiRequest request, SObjectType type, Row row) throws RowRefused {
    ObjectNode body = request.object();
    if (Records.property(body, "Id").isPresent()) {
      throw new ApiError(
          400, "INVALID_FIELD", "The Id field should not be specified in the sobject data.");
    }
    writer.update(type, row.id(), body, People.HUB);
    return SimAnswer.empty(204);
  }

  static SimAnswer created(String id15, Optional<Boolean> created) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("id", Ids.to18(id15));
    result.put("success", true);
    result.put("errors", List.of());
    created.ifPresent(c -> result.put("created", c));
    return SimAnswer.json(created.orElse(true) ? 201 : 200, result);
  }
}
