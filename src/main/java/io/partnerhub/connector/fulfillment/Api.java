package io.partnerhub.connector.fulfillment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.partnerhub.connector.ExactJson;
import io.partnerhub.connector.Pace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;

/** The one way out: every call passes here, gets its permit, and has its faults told apart. */
final class Api {

  static final ObjectMapper JSON = new ExactJson();

  private static final int MOST_BYTES = 64 * 1024 * 1024;
  private static final int NO_CONTENT = 204;
  private static final int UNAUTHORIZED = 401;
  private static final long SHORTEST_LIFE = 60;

  private final ProducerTemplate template;
  private final Endpoint endpoint;
  private final Endpoint tokens;
  private final Pace pace;
  private final Authorization authorization;
  private final ErrorReader errors;

  Api(FulfillmentSettings settings, Definition definition, ProducerTemplate template, Clock clock) {
    this.template = template;
    this.pace = Pace.perMinute("the API", settings.requestsPerMinute(), clock);
    this.authorization = new Authorization(settings.login(), clock);
    this.errors = new ErrorReader(definition.errors(), settings.secrets());
    CamelContext camel = template.getCamelContext();
    this.endpoint =
        HttpEndpoint.in(
            camel, "fulfillment-http", settings, settings.baseUrl(), authorization::header);
    this.tokens =
        authorization.isRenewable()
            ? HttpEndpoint.in(
                camel,
                "fulfillment-token-http",
                settings,
                tokenAddress(settings, definition),
                () -> authorization.basic().orElse(null))
            : null;
  }

  static String tokenAddress(FulfillmentSettings settings, Definition definition) {
    if (definition.token() == null) {
      throw new IllegalArgumentException(
          "fulfillment.auth is client-credentials, and the connector file has no \"token\": the"
              + " address where they are exchanged for a token");
    }
    return definition.token().startsWith("/")
        ? settings.baseUrl() + definition.token()
        : definition.token();
  }

  Pace pace() {
    return pace;
  }

  ErrorReader errors() {
    return errors;
  }

  /**
   * Makes a call; one that is refused for its token is made again with another, where there is one.
   *
   * @return the body; missing for a success that has none by its status
   * @throws ApiFault for everything but a success with a readable body
   */
  JsonNode call(Request request) {
    authorization.prepare(this::token);
    String used = authorization.header();
    Reply reply = send(endpoint, request);
    if (reply.status() == UNAUTHORIZED && authorization.isRenewable()) {
      authorization.refused(used);
      authorization.prepare(this::token);
      reply = send(endpoint, request);
    }
    return body(request, reply);
  }

  private JsonNode body(Request request, Reply reply) {
    if (!reply.isSuccess()) {
      ApiFault fault = errors.refusal(request, reply.status(), reply.retryAfter(), reply.body());
      if (fault.meaning() == Meaning.LATER && fault.after() != null) {
        pace.pause(fault.after());
      }
      throw fault;
    }
    if (reply.flaw() != null && reply.status() != NO_CONTENT) {
      throw errors.unreadable(request, "got " + reply.flaw());
    }
    return reply.body();
  }

  private Authorization.Token token() {
    Request request =
        new Request(
            "POST",
            "a token",
            "",
            Map.of(),
            Map.of(),
            "application/x-www-form-urlencoded",
            "grant_type=client_credentials".getBytes(StandardCharsets.US_ASCII));
    JsonNode answer = body(request, send(tokens, request));
    String token = answer.path("access_token").asText("");
    if (!token.matches("[\\x21-\\x7e]+")) {
      throw errors.unreadable(request, "got an answer without an access_token");
    }
    long lives = Math.max(SHORTEST_LIFE, answer.path("expires_in").asLong(SHORTEST_LIFE));
    return new Authorization.Token(token, Duration.ofSeconds(lives));
  }

  private Reply send(Endpoint to, Request request) {
    take(request);
    Reception reception = new Reception();
    Exchange exchange = send(to, request, reception);
    if (exchange.getException() != null) {
      throw errors.transport(request, exchange.getException());
    }
    return reception.reply;
  }

  private Exchange send(Endpoint to, Request request, Reception reception) {
    try {
      return template.send(
          to, ExchangePattern.InOut, e -> fill(e.getMessage(), request), reception::receive);
    } finally {
      pace.done();
    }
  }

  private void take(Request request) {
    try {
      pace.take(1)
          .ifPresent(
              refusal -> {
                throw errors.notSent(request, refusal);
              });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw errors.stopping(request, e);
    }
  }

  private static void fill(Message message, Request request) {
    message.setHeader(Exchange.HTTP_METHOD, request.method());
    if (!request.path().isEmpty()) {
      message.setHeader(Exchange.HTTP_PATH, request.path());
    }
    if (!request.query().isEmpty()) {
      message.setHeader(Exchange.HTTP_QUERY, request.queryString());
    }
    request.headers().forEach(message::setHeader);
    if (request.body() != null) {
      message.setHeader(Exchange.CONTENT_TYPE, request.type());
      message.setBody(request.body());
    }
  }

  /** Reads an answer while its connection is still open. */
  private static final class Reception {
    private Reply reply;

    private void receive(Exchange exchange) throws IOException {
      if (exchange.getException() != null) {
        return;
      }
      Message answer = exchange.getMessage();
      InputStream content = answer.getBody(InputStream.class);
      byte[] bytes = content == null ? new byte[0] : content.readNBytes(MOST_BYTES + 1);
      int status = answer.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
      String after = answer.getHeader("Retry-After", String.class);
      if (bytes.length > MOST_BYTES) {
        reply = new Reply(status, after, MissingNode.getInstance(), "far too long an answer");
      } else if (bytes.length == 0) {
        reply = new Reply(status, after, MissingNode.getInstance(), "an empty answer");
      } else {
        reply = read(status, after, bytes);
      }
    }

    private static Reply read(int status, String after, byte[] bytes) {
      try {
        return new Reply(status, after, JSON.readTree(bytes), null);
      } catch (IOException e) {
        String flaw = "an answer that is not JSON (" + ErrorReader.problem(e) + ")";
        return new Reply(status, after, MissingNode.getInstance(), flaw);
      }
    }
  }
}
