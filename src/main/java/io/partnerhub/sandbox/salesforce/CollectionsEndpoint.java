package io.partnerhub.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.sandbox.sim.SimAnswer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Creates, changes and deletes up to 200 records in one call. */
final class CollectionsEndpoint {

  /** How often one id counts in an update call; the org refuses what comes after. */
  private static final int SAME_ID = 12;

  private final Database database;
  private final RecordWriter writer;
  private final CollectionWriter collection;

  CollectionsEndpoint(Database database, RecordWriter writer) {
    this.database = database;
    this.writer = writer;
    this.collection = new CollectionWriter(database);
  }

  SimAnswer answer(ApiRequest request) {
    return switch (request.method()) {
      case "POST" -> create(request);
      case "PATCH" -> update(request);
      case "DELETE" -> delete(request);
      default -> throw request.wrongMethod();
    };
  }

  private SimAnswer create(ApiRequest request) {
    return collection.run(
        CollectionWriter.records(request),
        request.flag(ApiRequest.ALL_OR_NONE),
        record -> {
          if (Records.property(record, "Id").isPresent()) {
            throw new RowRefused(
                "INVALID_FIELD_FOR_INSERT_UPDATE",
                "cannot specify Id in an insert call",
                List.of("Id"));
          }
          String id = writer.insert(type(record), record, People.HUB);
          return new RowResult.Written(id, Optional.empty());
        });
  }

  private SimAnswer update(ApiRequest request) {
    Map<String, Integer> seen = new HashMap<>();
    return collection.run(
        CollectionWriter.records(request),
        request.flag(ApiRequest.ALL_OR_NONE),
        record -> {
          SObjectType type = type(record);
          String id = id(record);
          if (seen.merge(id, 1, Integer::sum) > SAME_ID) {
            throw new RowRefused("DUPLICATE_VALUE", "duplicate id specified: " + Ids.to18(id));
          }
          writer.update(type, id, record, People.HUB);
          return new RowResult.Written(id, Optional.empty());
        });
  }

  private SimAnswer delete(ApiRequest request) {
    List<String> ids =
        List.of(
            request
                .parameter("ids")
                .filter(v -> !v.isBlank())
                .orElseThrow(() -> new ApiError(400, "MISSING_ARGUMENT", "ids is required"))
                .split(","));
    CollectionWriter.checkNumber(ids);
    return collection.run(
        ids,
        request.flag(ApiRequest.ALL_OR_NONE),
        text -> {
          String id = Ids.to15(text.strip()).orElseThrow(() -> malformed(text));
          writer.delete(typeOf(id), id, People.HUB);
          return new RowResult.Written(id, Optional.empty());
        });
  }

  private SObjectType type(JsonNode record) throws RowRefused {
    String name = record.path("attributes").path("type").asText();
    return database
        .schema()
        .type(name)
        .orElseThrow(
            () -> new RowRefused("INVALID_TYPE", "sObject type '" + name + "' is not supported."));
  }

  private SObjectType typeOf(String id15) throws RowRefused {
    return database.schema().types().stream()
        .filter(type -> id15.startsWith(type.keyPrefix()))
        .findFirst()
        .orElseThrow(() -> malformed(id15));
  }

  private static String id(JsonNode record) throws RowRefused {
    String text =
        Records.property(record, "Id")
            .filter(JsonNode::isTextual)
            .map(JsonNode::asText)
            .orElseThrow(
                () -> new RowRefused("MISSING_ARGUMENT", "Id not specified in an update call"));
    return Ids.to15(text).orElseThrow(() -> malformed(text));
  }

  private static RowRefused malformed(String id) {
    return new RowRefused("MALFORMED_ID", "malformed id " + id);
  }
}
