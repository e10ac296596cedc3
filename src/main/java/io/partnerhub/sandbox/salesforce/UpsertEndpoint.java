package io.partnerhub.sandbox.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partnerhub.sandbox.sim.SimAnswer;
import java.util.Optional;

/** Reads, upserts and deletes one record by an external id. */
final class UpsertEndpoint {

  private final Database database;
  private final RecordWriter writer;
  private final RowEndpoint rows;

  UpsertEndpoint(Database database, RecordWriter writer, RowEndpoint rows) {
    this.database = database;
    this.writer = writer;
    this.rows = rows;
  }

  SimAnswer answer(ApiRequest request, SObjectType type, Field key, String value)
      throws RowRefused {
    Optional<Row> row = database.table(type).find(key, value.strip());
    if (request.method().equals("PATCH")) {
      return upsert(request, type, key, value, row);
    }
    return rows.answer(request, type, row.orElseThrow(ApiError::notFound));
  }

  private SimAnswer upsert(
      ApiRequest request, SObjectType type, Field key, String value, Optional<Row> row)
      throws RowRefused {
    ObjectNode body = request.object();
    if (Records.property(body, key.name()).isPresent()) {
      throw new ApiError(
          400,
          "INVALID_FIELD",
          "The " + key.name() + " field should not be specified in the sobject data.");
    }
    if (row.isPresent()) {
      Preconditions.check(request, row.get());
      writer.update(type, row.get().id(), body, People.HUB);
      return RowEndpoint.created(row.get().id(), Optional.of(false));
    }
    if (request.parameter("updateOnly").map(Boolean::parseBoolean).orElse(false)) {
      throw ApiError.notFound();
    }
    ObjectNode fields = body.deepCopy().put(key.name(), value);
    return RowEndpoint.created(writer.insert(type, fields, People.HUB), Optional.of(true));
  }
}
