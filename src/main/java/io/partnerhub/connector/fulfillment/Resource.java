package io.partnerhub.connector.fulfillment;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One kind of record: how it is listed, read and written.
 *
 * @param title what people call it; null for its name
 * @param delete null where the hub cannot delete
 * @param batch null where each record is written by a call of its own
 * @param fields by the names that mappings use
 */
record Resource(
    String title,
    Marks record,
    Changes changes,
    LookUp byId,
    LookUp byKey,
    Call create,
    Call update,
    Call delete,
    Batch batch,
    Map<String, FieldForm> fields) {

  Resource {
    Map<String, FieldForm> named = new LinkedHashMap<>();
    fields.forEach((name, field) -> named.put(name, field.named(name)));
    fields = named;
  }

  /** The same with a title, if only its name. */
  Resource titled(String name) {
    return title != null
        ? this
        : new Resource(name, record, changes, byId, byKey, create, update, delete, batch, fields);
  }

  /** Where a record shows what all records have; all but the id may be null. */
  record Marks(
      JsonPointer id,
      JsonPointer version,
      JsonPointer changed,
      JsonPointer changedBy,
      JsonPointer createdBy,
      JsonPointer deleted) {}

  /**
   * How changes are listed.
   *
   * @param since null unless the greatest time of change is kept
   */
  record Changes(
      String path,
      Map<String, String> query,
      JsonPointer items,
      Paging page,
      Keep keep,
      Since since) {

    Changes {
      query = query == null ? Map.of() : query;
    }
  }

  /** What is remembered of a list that was read. */
  enum Keep {
    CURSOR,
    CHANGED,
    NOTHING
  }

  /**
   * How the next page is asked for.
   *
   * @param next the cursor in an answer; null where pages are numbered
   * @param more null where an empty page is the last
   */
  record Paging(String query, JsonPointer next, JsonPointer more, Integer first) {

    Paging {
      first = first == null ? 1 : first;
    }

    boolean isNumbered() {
      return next == null;
    }
  }

  /**
   * @param overlap seconds that a poll begins behind the greatest time of change
   */
  record Since(String query, Integer overlap) {

    private static final int USUAL_OVERLAP = 120;

    Since {
      overlap = overlap == null ? USUAL_OVERLAP : overlap;
    }
  }

  /**
   * How records are found by ids or keys.
   *
   * @param query takes several values; null where the path takes one
   * @param items the list in the answer; null with {@code query}
   */
  record LookUp(String path, String query, Integer most, JsonPointer items, JsonPointer item) {

    LookUp {
      most = most == null ? 1 : most;
      item = item == null ? JsonPointer.empty() : item;
    }
  }

  /**
   * A call that writes one record.
   *
   * @param body with placeholders
   * @param item the record in the answer
   */
  record Call(
      String method,
      String path,
      String type,
      Map<String, String> headers,
      JsonNode body,
      JsonPointer item) {

    Call {
      type = type == null ? Template.JSON : type;
      headers = headers == null ? Map.of() : headers;
      body = body == null || body.isNull() ? Template.VALUES : body;
      item = item == null ? JsonPointer.empty() : item;
    }
  }

  /** A call that writes many. */
  record Batch(
      String method,
      String path,
      String type,
      int most,
      String items,
      JsonNode create,
      JsonNode update,
      JsonPointer results,
      JsonPointer status,
      JsonPointer item,
      JsonPointer error) {

    Batch {
      method = method == null ? "POST" : method;
      type = type == null ? Template.JSON : type;
    }
  }
}
