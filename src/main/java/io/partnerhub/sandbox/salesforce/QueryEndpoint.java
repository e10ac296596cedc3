package io.partnerhub.sandbox.salesforce;

import com.fasterxml.jackson.core.JsonGenerator;
import io.partnerhub.sandbox.sim.SimAnswer;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers {@code query} and {@code queryAll}, page by page. */
final class QueryEndpoint {

  private static final int SMALLEST_BATCH = 200;
  private static final int LARGEST_BATCH = 2_000;
  private static final Pattern BATCH = Pattern.compile("batchSize\\s*=\\s*(\\d{1,6})");
  private static final Pattern LOCATOR = Pattern.compile("(\\w{18})-(\\d{1,9})");

  private final QueryRunner runner;
  private final Cursors cursors;
  private int pageSize = LARGEST_BATCH;

  QueryEndpoint(Database database, Cursors cursors) {
    this.runner = new QueryRunner(database);
    this.cursors = cursors;
  }

  /** No page is longer from now on, whatever the caller asks for. */
  void pageSize(int rows) {
    pageSize = rows;
  }

  SimAnswer answer(ApiRequest request) {
    if (!request.method().equals("GET")) {
      throw request.wrongMethod();
    }
    return request.path().size() > 1 ? next(request) : first(request);
  }

  private SimAnswer first(ApiRequest request) {
    String soql =
        request
            .parameter("q")
            .orElseThrow(
                () -> new ApiError(400, "MALFORMED_QUERY", "SOQL statements cannot be empty"));
    boolean withDeleted = request.segment(0).equals("queryAll");
    QueryRunner.Result result = runner.run(soql, withDeleted);
    boolean fits = result.count() || result.rows().size() <= batch(request);
    return page(request, result, fits ? "" : cursors.open(result), 0);
  }

  private SimAnswer next(ApiRequest request) {
    Matcher locator = LOCATOR.matcher(request.segment(1));
    if (!locator.matches()) {
      throw Cursors.unknown();
    }
    QueryRunner.Result result = cursors.get(locator.group(1));
    int from = Integer.parseInt(locator.group(2));
    if (from >= result.rows().size()) {
      throw Cursors.unknown();
    }
    return page(request, result, locator.group(1), from);
  }

  private SimAnswer page(ApiRequest request, QueryRunner.Result result, String cursor, int from) {
    int size = result.rows().size();
    int to = Math.min(size, from + batch(request));
    boolean done = result.count() || to == size;
    return SimAnswer.json(
        200,
        Wire.bytes(
            json -> {
              json.writeStartObject();
              json.writeNumberField("totalSize", size);
              json.writeBooleanField("done", done);
              if (!done) {
                json.writeStringField(
                    "nextRecordsUrl",
                    "/services/data/" + request.version() + "/query/" + cursor + "-" + to);
              }
              json.writeArrayFieldStart("records");
              if (!result.count()) {
                rows(json, request, result, result.rows().subList(from, to));
              }
              json.writeEndArray();
              json.writeEndObject();
            }));
  }

  private static void rows(
      JsonGenerator json, ApiRequest request, QueryRunner.Result result, List<Row> rows)
      throws IOException {
    for (Row row : rows) {
      result.projection().write(json, row, request.version());
    }
  }

  private int batch(ApiRequest request) {
    Matcher wish = BATCH.matcher(request.headers().getOrDefault("sforce-query-options", ""));
    int batch =
        wish.find()
            ? Math.max(SMALLEST_BATCH, Math.min(LARGEST_BATCH, Integer.parseInt(wish.group(1))))
            : LARGEST_BATCH;
    return Math.min(batch, pageSize);
  }
}
