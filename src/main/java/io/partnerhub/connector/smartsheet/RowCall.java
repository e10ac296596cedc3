package io.partnerhub.connector.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One call that adds or changes rows of a sheet, with its answer row by row. */
final class RowCall {

  private final Api api;
  private final FaultReader faults;
  private final Layout layout;

  RowCall(Api api, Layout layout) {
    this.api = api;
    this.faults = api.faults();
    this.layout = layout;
  }

  /**
   * What a call came to.
   *
   * @param rows as written, in the order of the answer
   * @param failures by the index of the row in the request
   * @param version of the sheet after the call; negative where the answer does not tell
   */
  record Result(List<JsonNode> rows, Map<Integer, ApiFault> failures, long version) {

    /** Whether it tells of each row that was sent, so that their order says which is which. */
    boolean tellsOfAll(int sent) {
      return rows.size() + failures.size() == sent && !failures.containsKey(ApiFault.NO_ROW);
    }
  }

  Result send(String method, RowBody body) {
    List<JsonNode> rows = new ArrayList<>();
    Request request =
        Request.write(
                method,
                "rows of the sheet " + layout.name(),
                "sheets/" + SheetId.checked(layout.sheet()) + "/rows",
                body.bytes())
            .with("allowPartialSuccess", true)
            .with("include", "objectValue")
            .with("level", 2);
    ObjectNode answer = api.call(request, in -> ObjectStream.read(in, "result", rows::add));
    Map<Integer, ApiFault> failures = new HashMap<>();
    for (JsonNode item : answer.path("failedItems")) {
      int index = item.path("index").asInt(ApiFault.NO_ROW);
      failures.put(index, faults.item(index, item.path("error")));
    }
    return new Result(rows, failures, answer.path("version").asLong(-1));
  }
}
