package io.partnerhub.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.sandbox.sim.SimAnswer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Upserts up to 200 records of one object by an external id. */
final class UpsertCollectionEndpoint {

  private final Database database;
  private final RecordWriter writer;
  private final CollectionWriter collection;

  UpsertCollectionEndpoint(Database database, RecordWriter writer) {
    this.database = database;
    this.writer = writer;
    this.collection = new CollectionWriter(database);
  }

  SimAnswer answer(ApiRequest request, SObjectType type, Field key) {
    if (!request.method().equals("PATCH")) {
      throw request.wrongMethod();
    }
    List<JsonNode> records = CollectionWriter.records(request);
    Map<String, Long> uses =
        records.stream()
            .map(record -> keyText(record, key).toLowerCase(Locale.ROOT))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return collection.run(
        records, request.flag(ApiRequest.ALL_OR_NONE), record -> upsert(type, key, record, uses));
  }

  private RowResult.Written upsert(
      SObjectType type, Field key, JsonNode record, Map<String, Long> uses) throws RowRefused {
    String value = keyText(record, key);
    check(type, key, record, value);
    if (uses.get(value.toLowerCase(Locale.ROOT)) > 1) {
      throw new RowRefused("DUPLICATE_VALUE", "Duplicate external id specified: " + value);
    }
    Optional<Row> row = database.table(type).find(key, value);
    if (row.isPresent()) {
      writer.update(type, row.get().id(), Records.without(record, key.name()), People.HUB);
      return new RowResult.Written(row.get().id(), Optional.of(false));
    }
    return new RowResult.Written(writer.insert(type, record, People.HUB), Optional.of(true));
  }

  private static void check(SObjectType type, Field key, JsonNode record, String value)
      throws RowRefused {
    if (!type.name().equalsIgnoreCase(record.path("attributes").path("type").asText())) {
      throw new RowRefused("INVALID_TYPE", "all records must be of type " + type.name());
    }
    if (Records.property(record, "Id").isPresent()) {
      throw new RowRefused(
          "INVALID_FIELD", "cannot specify an Id in an upsert by " + key.name(), List.of("Id"));
    }
    if (value.isEmpty()) {
      throw new RowRefused("MISSING_ARGUMENT", key.name() + " not specified", key);
    }
  }

  private static String keyText(JsonNode record, Field key) {
    return Records.property(record, key.name())
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .orElse("")
        .strip();
  }
}
