package io.partnerhub.sandbox.salesforce;

import io.partnerhub.sandbox.sim.SimAnswer;
import io.partnerhub.sandbox.sim.SimRequest;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** What every request passes: length of the URI, sign-in, the day's limit. */
final class FrontDoor {

  static final int LONGEST_URI = 16_384;
  private static final String BEARER = "Bearer ";

  private final OrgState org;
  private final TokenEndpoint tokens;
  private final RestApi api;

  FrontDoor(OrgState org, OrgSettings settings, Clock clock) {
    this.org = org;
    this.tokens = new TokenEndpoint(settings, org.sessions(), clock);
    this.api = new RestApi(org);
  }

  SimAnswer answer(SimRequest request) {
    if (request.uriBytes() > LONGEST_URI) {
      return SimAnswer.html(414, "<h1>URI Too Long</h1>");
    }
    return switch (request.path()) {
      case TokenEndpoint.TOKEN -> tokens.token(request);
      case TokenEndpoint.REVOKE -> tokens.revoke(request);
      case "/services/data", "/services/data/" -> versions();
      default -> withUsage(rest(request));
    };
  }

  private SimAnswer rest(SimRequest request) {
    try {
      String authorization = request.header("authorization").orElse("");
      if (!authorization.startsWith(BEARER)
          || !org.sessions().isOpen(authorization.substring(BEARER.length()))) {
        throw new ApiError(401, "INVALID_SESSION_ID", "Session expired or invalid");
      }
      org.usage().count();
      return api.answer(ApiRequest.of(request));
    } catch (ApiError e) {
      return e.answer();
    }
  }

  private SimAnswer withUsage(SimAnswer answer) {
    Map<String, String> headers = new HashMap<>(answer.headers());
    headers.put("Sforce-Limit-Info", org.usage().header());
    return new SimAnswer(answer.status(), headers, answer.body(), answer.cut());
  }

  private static SimAnswer versions() {
    return SimAnswer.json(
        200,
        ApiVersions.all().stream()
            .map(v -> Map.of("label", "v" + v, "version", v, "url", "/services/data/v" + v))
            .toList());
  }
}
