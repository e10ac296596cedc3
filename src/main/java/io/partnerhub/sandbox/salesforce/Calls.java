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
  private static final Call OTHER = new Call(Operation.OTHER, "other");

  private Calls() {}

  static Call of(SimRequest request) {
    if (request.path().equals(TokenEndpoint.TOKEN)) {
      return new Call(Operation.LOGIN, "POST token");
    }
    Matcher rest = REST.matcher(request.path());
    if (!rest.matches()) {
      return OTHER;
    }
    String method = known(request.method());
    boolean composite = rest.group(1).equals("composite") && rest.group(2) == null;
    Operation operation =
        composite ? CompositeCalls.operation(request.body()) : operation(method, request.path());
    return switch (rest.group(1)) {
      case "query", "queryAll" -> new Call(operation, method + " " + rest.group(1));
      case "sobjects" -> new Call(operation, method + " sobjects");
      case "composite" ->
          new Call(operation, method + (composite ? " composite" : " composite/sobjects"));
      case "limits" -> new Call(Operation.OTHER, method + " limits");
      default -> OTHER;
    };
  }

  /** A GET reads; so does a POST that retrieves records, which names an object after sobjects. */
  static Operation operation(String method, String path) {
    if (path.matches(".*/describe/?")) {
      return Operation.OTHER;
    }
    boolean retrieve =
        method.equals("POST") && path.matches("/services/data/[^/]+/composite/sobjects/\\w+/?");
    return method.equals("GET") || retrieve ? Operation.READ : Operation.WRITE;
  }

  private static String known(String method) {
    return switch (method) {
      case "GET", "POST", "PATCH", "PUT", "DELETE" -> method;
      default -> "OTHER";
    };
  }
}
