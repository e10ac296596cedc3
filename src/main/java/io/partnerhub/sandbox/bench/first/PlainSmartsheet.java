package io.partnerhub.sandbox.bench.first;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.partnerhub.sandbox.Simulators;
import io.partnerhub.sandbox.bench.world.Parts;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One sheet's bulk calls by a plain client. */
final class PlainSmartsheet {

  static final int ROWS_A_WRITE = 500;
  private static final int ROWS_A_READ = 400;
  private static final String OPTIONS = "include=objectValue,writerInfo&level=2";

  private final PlainClient client;
  private final String sheet;
  private final Map<String, Long> columns;

  private PlainSmartsheet(PlainClient client, String sheet, Map<String, Long> columns) {
    this.client = client;
    this.sheet = sheet;
    this.columns = columns;
  }

  static PlainSmartsheet open(String baseUrl, String id) throws IOException, InterruptedException {
    PlainClient client = new PlainClient(baseUrl, Simulators.SMARTSHEET_TOKEN);
    String sheet = "/2.0/sheets/" + id;
    Map<String, Long> columns = new HashMap<>();
    client
        .get(sheet + "/columns?includeAll=true")
        .path("data")
        .forEach(column -> columns.put(column.path("title").asText(), column.path("id").asLong()));
    return new PlainSmartsheet(client, sheet, columns);
  }

  void readChangedSince(String stamp) throws IOException, InterruptedException {
    client.get(sheet + "?" + OPTIONS + "&pageSize=2000&page=1&rowsModifiedSince=" + stamp);
  }

  void readByIds(List<String> ids) throws IOException, InterruptedException {
    for (List<String> some : Parts.of(ids, ROWS_A_READ)) {
      client.get(sheet + "?" + OPTIONS + "&rowIds=" + String.join(",", some));
    }
  }

  /** A new row of these cells; the columns are named by their titles. */
  ObjectNode row(Map<String, JsonNode> cells) {
    ObjectNode row = PlainClient.JSON.createObjectNode().put("toBottom", true);
    return withCells(row, cells);
  }

  /** Other cells of a row that is there. */
  ObjectNode row(long id, Map<String, JsonNode> cells) {
    return withCells(PlainClient.JSON.createObjectNode().put("id", id), cells);
  }

  private ObjectNode withCells(ObjectNode row, Map<String, JsonNode> values) {
    ArrayNode cells = row.putArray("cells");
    values.forEach(
        (title, value) ->
            cells.addObject().put("columnId", columns.get(title)).set("value", value));
    return row;
  }

  void add(List<ObjectNode> rows) throws IOException, InterruptedException {
    write("POST", rows);
  }

  void update(List<ObjectNode> rows) throws IOException, InterruptedException {
    write("PUT", rows);
  }

  private void write(String method, List<ObjectNode> rows)
      throws IOException, InterruptedException {
    for (List<ObjectNode> some : Parts.of(rows, ROWS_A_WRITE)) {
      ArrayNode body = PlainClient.JSON.createArrayNode().addAll(some);
      client.send(method, sheet + "/rows?allowPartialSuccess=true&" + OPTIONS, body);
    }
  }
}
