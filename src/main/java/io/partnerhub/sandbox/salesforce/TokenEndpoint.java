package io.partnerhub.sandbox.salesforce;

import io.partnerhub.sandbox.sim.SimAnswer;
import io.partnerhub.sandbox.sim.SimRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Signs clients in and out. */
final class TokenEndpoint {

  static final String TOKEN = "/services/oauth2/token";
  static final String REVOKE = "/services/oauth2/revoke";

  static final String ORG_ID = Ids.of("00D", 1_000_042);

  private final OrgSettings settings;
  private final Sessions sessions;
  private final Clock clock;

  TokenEndpoint(OrgSettings settings, Sessions sessions, Clock clock) {
    this.settings = settings;
    this.sessions = sessions;
    this.clock = clock;
  }

  SimAnswer token(SimRequest request) {
    if (!request.method().equals("POST")) {
      return refused("invalid_request", "must use HTTP POST");
    }
    String baseUrl = "http://" + request.header("host").orElse("localhost");
    try {
      check(request.form(), baseUrl);
      return opened(baseUrl);
    } catch (LoginRefused e) {
      return refused(e.error(), e.getMessage());
    } catch (IllegalArgumentException e) {
      return refused("invalid_request", "the body is no form");
    }
  }

  SimAnswer revoke(SimRequest request) {
    String token = request.parameter("token").or(() -> first(request.form(), "token")).orElse("");
    return sessions.close(token)
        ? SimAnswer.empty(200)
        : refused("invalid_token", "invalid token: it is unknown or expired");
  }

  private void check(Map<String, List<String>> form, String baseUrl) throws LoginRefused {
    String grant = first(form, "grant_type").orElse("");
    switch (grant) {
      case "client_credentials" -> checkSecret(form);
      case "urn:ietf:params:oauth:grant-type:jwt-bearer" ->
          JwtAssertion.check(
              first(form, "assertion").orElse(""), settings, baseUrl, clock.instant());
      default -> throw new LoginRefused("unsupported_grant_type", "grant type not supported");
    }
  }

  private void checkSecret(Map<String, List<String>> form) throws LoginRefused {
    if (!first(form, "client_id").equals(Optional.of(settings.clientId()))) {
      throw new LoginRefused("invalid_client_id", "client identifier invalid");
    }
    if (!first(form, "client_secret").equals(Optional.of(settings.clientSecret()))) {
      throw new LoginRefused("invalid_client", "invalid client credentials");
    }
  }

  private SimAnswer opened(String baseUrl) {
    Instant now = clock.instant();
    Map<String, String> token = new LinkedHashMap<>();
    token.put("access_token", sessions.open(ORG_ID));
    token.put("signature", "c2ltdWxhdGVkIHNpZ25hdHVyZSBvZiBhIHNhbmRib3g=");
    token.put("scope", "api");
    token.put("instance_url", baseUrl);
    token.put("id", baseUrl + "/id/" + Ids.to18(ORG_ID) + "/" + Ids.to18(People.HUB));
    token.put("token_type", "Bearer");
    token.put("issued_at", String.valueOf(now.toEpochMilli()));
    return SimAnswer.json(200, token);
  }

  private static SimAnswer refused(String error, String description) {
    return SimAnswer.json(400, Map.of("error", error, "error_description", description));
  }

  private static Optional<String> first(Map<String, List<String>> form, String name) {
    return Optional.ofNullable(form.get(name)).map(values -> values.get(0));
  }
}
