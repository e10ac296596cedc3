package io.partnerhub.connector.salesforce;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Runs queries, a page a call. */
final class Queries {

  private static final String PATHS = "/services/data/";

  private final SalesforceApi api;
  private final Reads reads;

  Queries(SalesforceApi api) {
    this.api = api;
    this.reads = new Reads(api);
  }

  /**
   * One page of an answer.
   *
   * @param next path of the next page; null on the last one
   * @param totalSize rows of all pages
   */
  record Rows<T>(List<T> rows, String next, int totalSize) {}

  /** What is made of each record while the answer is still being read. */
  @FunctionalInterface
  interface Each<T> {
    T apply(NativeRecord row) throws UnusableAnswer;
  }

  /** Live rows, or with {@code deletedToo} those in the recycle bin as well. */
  String path(boolean deletedToo, String soql) {
    return Soql.path(resource(deletedToo), soql);
  }

  String resource(boolean deletedToo) {
    return api.path(deletedToo ? "queryAll" : "query");
  }

  <T> Rows<T> page(String path, Each<T> each) {
    return reads.get(path, parser -> rows(parser, each));
  }

  /** All pages of one query, for answers that are known to be short. */
  <T> List<T> all(String path, Each<T> each) {
    List<T> rows = new ArrayList<>();
    for (String next = path; next != null; ) {
      Rows<T> page = page(next, each);
      rows.addAll(page.rows());
      next = page.next();
    }
    return rows;
  }

  private static <T> Rows<T> rows(JsonParser parser, Each<T> each)
      throws IOException, UnusableAnswer {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw AnswerJson.unexpected("a query answer that is no object");
    }
    return content(parser, each);
  }

  /** The parser stands on the answer's opening brace and is left on the closing one. */
  static <T> Rows<T> content(JsonParser parser, Each<T> each) throws IOException, UnusableAnswer {
    List<T> rows = null;
    String next = null;
    int total = 0;
    boolean done = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (name) {
        case "records" -> rows = records(parser, each);
        case "nextRecordsUrl" -> next = value == JsonToken.VALUE_NULL ? null : parser.getText();
        case "totalSize" -> total = parser.getIntValue();
        case "done" -> done = parser.getBooleanValue();
        default -> parser.skipChildren();
      }
    }
    return checked(rows, next, total, done);
  }

  private static <T> Rows<T> checked(List<T> rows, String next, int total, boolean done)
      throws UnusableAnswer {
    if (rows == null) {
      throw AnswerJson.unexpected("a query answer without records");
    }
    if (done != Objects.isNull(next)) {
      throw AnswerJson.unexpected("a query answer that is neither done nor goes on");
    }
    // The path is put behind the org's host: anything else could name another host.
    if (next != null && !next.startsWith(PATHS)) {
      throw AnswerJson.unexpected("nextRecordsUrl outside " + PATHS);
    }
    return new Rows<>(rows, next, total);
  }

  private static <T> List<T> records(JsonParser parser, Each<T> each)
      throws IOException, UnusableAnswer {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw AnswerJson.unexpected("records that are no list");
    }
    List<T> rows = new ArrayList<>();
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      rows.add(each.apply(NativeRecord.read(parser)));
    }
    return rows;
  }
}
