package io.partnerhub.sandbox.salesforce;

import io.partnerhub.sandbox.sim.Call;
import io.partnerhub.sandbox.sim.Operation;
import io.partnerhub.sandbox.sim.SimRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names requests for the counters. A composite of reads only is a read, any other a write. */
final class Calls {

  private static final Pattern REST =
      Pattern.compile("/services/data/v\\d+\\.0/(\\w+)(/sobjects)?(/.*)?");
  private static final Pattern WRITING =
      Pattern.compile("\"method\"\\s*:\\s*\"(PATCH|PUT|DELETE)\"");
  private static final Pattern POSTING =
      Pattern.compile("/composite/sobjects/?\"|/sobjects/\\w+/?\"");

  private Calls() {}

  static Call of(SimRequest request) {
    if (request.path().equals(TokenEndpoint.TOKEN)) {
      return new Call(Operation.LOGIN, "POST token");
    }
    Matcher rest = REST.matcher(request.path());
    if (!rest.matches()) {
      return new Call(Operation.OTHER, "other");
    }
    String method = method(request.method());
    return switch (rest.group(1)) {
      case "query", "queryAll" -> new Call(Operation.READ, method + " " + rest.group(1));
      case "sobjects" -> sobjects(method, request.path());
      case "composite" ->
          rest.group(2) == null
              ? composite(method, request)
              : collections(method, rest.group(3) == null ? "" : rest.group(3));
      default -> new Call(Operation.OTHER, "other");
    };
  }

  private static Call sobjects(String method, String path) {
    if (path.matches(".*/describe/?")) {
      return new Call(Operation.OTHER, "GET describe");
    }
    return new Call(byMethod(method), method + " sobjects");
  }

  private static Call collections(String method, String rest) {
    boolean retrieve = rest.matches("/\\w+/?") && !method.equals("PATCH");
    return retrieve
        ? new Call(Operation.READ, method + " composite/sobjects/{object}")
        : new Call(byMethod(method), method + " composite/sobjects");
  }

  private static Call composite(String method, SimRequest request) {
    String body = request.text();
    boolean writes = WRITING.matcher(body).find() || body.contains("POST") && posts(body);
    return new Call(writes ? Operation.WRITE : Operation.READ, method + " composite");
  }

  /** A POST inside a composite writes unless it retrieves, which names an object after sobjects. */
  private static boolean posts(String body) {
    Matcher url = POSTING.matcher(body);
    while (url.find()) {
      if (!isRetrieve(body, url.start())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRetrieve(String body, int at) {
    return at >= 10 && body.startsWith("/composite", at - 10);
  }

  private static Operation byMethod(String method) {
    return method.equals("GET") ? Operation.READ : Operation.WRITE;
  }

  private static String method(String method) {
    return switch (method) {
      case "GET", "POST", "PATCH", "PUT", "DELETE" -> method;
      default -> "OTHER";
    };
  }
}
