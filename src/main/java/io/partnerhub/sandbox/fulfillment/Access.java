package io.partnerhub.sandbox.fulfillment;

import io.partnerhub.sandbox.sim.SimAnswer;
import io.partnerhub.sandbox.sim.SimRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who may call, and how often; the sandbox knows one client, by a lasting token or its secret. */
final class Access {

  private static final String BEARER = "Bearer ";
  private static final String BASIC = "Basic ";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Duration TOKEN_LIVES = Duration.ofHours(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int USUAL_PER_MINUTE = 6_000;

  private final ClientSettings client;
  private final Clock clock;
  private final Map<String, Instant> tokens = new HashMap<>();
  private final Deque<Instant> calls = new ArrayDeque<>();
  private int perMinute = USUAL_PER_MINUTE;
  private int issued;
  private boolean lastingExpired;

  Access(ClientSettings client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  int perMinute() {
    return perMinute;
  }

  void perMinute(int most) {
    perMinute = most;
  }

  /** Lets every token expire, the lasting one too unless {@code lasting} is false. */
  void expire(boolean lasting) {
    tokens.replaceAll((token, end) -> Instant.MIN);
    lastingExpired |= lasting;
  }

  /** Makes the lasting token good again. */
  void renew() {
    lastingExpired = false;
  }

  /** The id of the client that calls. */
  String caller(SimRequest request) {
    String header = request.header("authorization").orElse("");
    if (!header.startsWith(BEARER)) {
      throw Problem.of(401, "unauthorized", "A bearer token is needed");
    }
    String token = header.substring(BEARER.length());
    boolean lasting = token.equals(client.token());
    if (!lasting && !tokens.containsKey(token)) {
      throw Problem.of(401, "unauthorized", "This token is not known");
    }
    if (lasting ? lastingExpired : !clock.instant().isBefore(tokens.get(token))) {
      throw Problem.of(401, "token-expired", "This token has expired");
    }
    return client.id();
  }

  /** Counts a call, or refuses it. */
  void count() {
    Instant now = clock.instant();
    while (!calls.isEmpty() && !calls.peek().isAfter(now.minus(MINUTE))) {
      calls.remove();
    }
    if (calls.size() >= perMinute) {
      long wait = Duration.between(now, calls.element().plus(MINUTE)).toSeconds();
      throw Problem.later(
          429, "too-many-requests", perMinute + " calls a minute are allowed", (int) wait + 1);
    }
    calls.add(now);
  }

  /** The answer of the token endpoint. */
  SimAnswer token(SimRequest request) {
    if (!Wire.mediaType(request).equals(FORM)) {
      return refused(400, "invalid_request");
    }
    Map<String, List<String>> form = request.form();
    if (!"client_credentials".equals(first(form, "grant_type"))) {
      return refused(400, "unsupported_grant_type");
    }
    String expected = client.id() + ":" + client.secret();
    String header = request.header("authorization").orElse("");
    String given =
        header.startsWith(BASIC)
            ? basic(header.substring(BASIC.length()))
            : first(form, "client_id") + ":" + first(form, "client_secret");
    if (!given.equals(expected)) {
      return refused(401, "invalid_client");
    }
    String token = "token-" + ++issued;
    tokens.put(token, clock.instant().plus(TOKEN_LIVES));
    return SimAnswer.json(
        200,
        Map.of(
            "access_token", token, "token_type", "Bearer", "expires_in", TOKEN_LIVES.toSeconds()));
  }

  private static SimAnswer refused(int status, String error) {
    return SimAnswer.json(status, Map.of("error", error));
  }

  private static String first(Map<String, List<String>> form, String name) {
    return form.getOrDefault(name, List.of("")).get(0);
  }

  private static String basic(String encoded) {
    try {
      return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
