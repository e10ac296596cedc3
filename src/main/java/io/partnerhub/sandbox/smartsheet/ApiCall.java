package io.partnerhub.sandbox.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import io.partnerhub.sandbox.sim.SimRequest;
import java.util.Map;

/**
 * A request that was let in.
 *
 * @param ids of the path, by their names in its template
 */
record ApiCall(SimRequest request, Map<String, Long> ids, Person caller) {

  private static final int LONGEST_MARKS = 512;

  long id(String name) {
    return ids.get(name);
  }

  /** The marks of a write, at most 512 characters of them; null without any. */
  String changeAgent() {
    return request
        .header("smartsheet-change-agent")
        .map(marks -> marks.substring(0, Math.min(LONGEST_MARKS, marks.length())))
        .orElse(null);
  }

  JsonNode body() {
    String type = request.header("content-type").orElse("application/json");
    if (request.body().length > 0 && !type.startsWith("application/json")) {
      throw ErrorCode.CONTENT_TYPE.with();
    }
    return Json.body(request.body());
  }

  boolean flag(String parameter) {
    return request.parameter(parameter).filter("true"::equals).isPresent();
  }
}
