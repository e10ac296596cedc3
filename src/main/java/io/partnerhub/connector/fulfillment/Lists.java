package io.partnerhub.connector.fulfillment;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads the lists of records in answers; what is no list of records is no answer. */
final class Lists {

  private Lists() {}

  /**
   * The records in a list.
   *
   * @throws ApiFault when the answer has no such list, or something in it is no record
   */
  static List<JsonNode> records(
      Api api, Request request, JsonNode answer, JsonPointer items, RecordReading reading) {
    JsonNode list = answer.at(items);
    if (!list.isArray()) {
      throw api.errors().unreadable(request, "got an answer without a list at " + items);
    }
    List<JsonNode> records = new ArrayList<>();
    for (JsonNode record : list) {
      if (!reading.isRecord(record)) {
        throw api.errors().unreadable(request, "got a record without an id");
      }
      records.add(record);
    }
    return records;
  }
}
