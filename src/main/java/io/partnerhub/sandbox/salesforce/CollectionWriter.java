package io.partnerhub.sandbox.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.sandbox.sim.SimAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs the records of one collection in their order, all or each for itself. */
final class CollectionWriter {

  static final int MOST_RECORDS = 200;
  private static final int MOST_CHUNKS = 10;

  private final Database database;

  /** Writes one record. */
  interface RowAction<T> {
    RowResult.Written run(T record) throws RowRefused;
  }

  CollectionWriter(Database database) {
    this.database = database;
  }

  /** The records of a body, checked for their number and form. */
  static List<JsonNode> records(ApiRequest request) {
    JsonNode records = request.object().path("records");
    if (!records.isArray() || records.isEmpty()) {
      throw new ApiError(
          400, "INVALID_INPUT", "records: a list of at least one record is required");
    }
    List<JsonNode> list = new ArrayList<>();
    for (JsonNode record : records) {
      if (!record.isObject() || !record.path("attributes").path("type").isTextual()) {
        throw new ApiError(400, "INVALID_INPUT", "each record needs attributes with a type");
      }
      list.add(record);
    }
    checkNumber(list);
    checkChunks(list);
    return list;
  }

  /**
   * Records of one type in a row are a chunk, of which a request holds at most ten (REST API guide,
   * "Create Records Using sObject Collections"); the message is that of the same limit in Apex, its
   * code [I].
   */
  private static void checkChunks(List<JsonNode> records) {
    int chunks = 0;
    String type = "";
    for (JsonNode record : records) {
      String next = record.path("attributes").path("type").asText();
      chunks += next.equalsIgnoreCase(type) ? 0 : 1;
      type = next;
    }
    if (chunks > MOST_CHUNKS) {
      throw new ApiError(
          400,
          "LIMIT_EXCEEDED",
          "Cannot have more than 10 chunks in a single operation. Please rearrange the data to"
              + " reduce chunking.");
    }
  }

  static void checkNumber(List<?> records) {
    if (records.size() > MOST_RECORDS) {
      throw new ApiError(
          400,
          "EXCEEDED_ID_LIMIT",
          "record limit reached. cannot submit more than 200 records in this transaction");
    }
  }

  <T> SimAnswer run(List<T> records, boolean allOrNone, RowAction<T> action) {
    int mark = database.mark();
    List<RowResult> results = new ArrayList<>(records.size());
    boolean failed = false;
    for (T record : records) {
      Optional<RowRefused> refused = attempt(record, action, results);
      failed |= refused.isPresent();
    }
    if (failed && allOrNone) {
      database.rollback(mark);
      results.replaceAll(r -> r instanceof RowResult.Written ? RowResult.Failed.rolledBack() : r);
    }
    return answer(results);
  }

  private static <T> Optional<RowRefused> attempt(
      T record, RowAction<T> action, List<RowResult> results) {
    try {
      results.add(action.run(record));
      return Optional.empty();
    } catch (RowRefused e) {
      results.add(RowResult.Failed.of(e));
      return Optional.of(e);
    }
  }

  private static SimAnswer answer(List<RowResult> results) {
    return SimAnswer.json(
        200,
        Wire.bytes(
            json -> {
              json.writeStartArray();
              for (RowResult result : results) {
                result.write(json);
              }
              json.writeEndArray();
            }));
  }
}
