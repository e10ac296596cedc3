package io.partnerhub.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Defaults of camel-http that do a write twice or send a secret elsewhere. */
class HttpTest {

  private final List<String> authorizations = new CopyOnWriteArrayList<>();
  private final DefaultCamelContext camel = new DefaultCamelContext();
  private final HttpServer server = server();
  private int status = 200;

  private HttpServer server() {
    try {
      HttpServer made =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      made.createContext(
          "/",
          call -> {
            authorizations.add(call.getRequestHeaders().get("Authorization").toString());
            call.getRequestBody().readAllBytes();
            call.getResponseHeaders().add("Retry-After", "0");
            call.getResponseHeaders().add("Location", "/elsewhere");
            call.sendResponseHeaders(status, -1);
            call.close();
          });
      made.start();
      return made;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @AfterEach
  void stop() {
    camel.stop();
    server.stop(0);
  }

  private Exchange post() {
    camel.addComponent("own-http", Http.component(Duration.ofSeconds(10), () -> "Bearer ours"));
    camel.start();
    return camel
        .createProducerTemplate()
        .send(
            Http.endpoint(
                camel, "own-http", "http://127.0.0.1:" + server.getAddress().getPort() + "/rows"),
            ExchangePattern.InOut,
            e -> {
              e.getMessage().setHeader(Exchange.HTTP_METHOD, "POST");
              e.getMessage().setHeader("Authorization", "Bearer of somebody else");
              e.getMessage().setBody("[]");
            });
  }

  /** The client's default repeats 429 and 503 by itself, a POST too. */
  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void a_post_that_was_refused_is_not_repeated_behind_the_hubs_back(int refused) {
    status = refused;

    Exchange answer = post();

    assertThat(authorizations).hasSize(1);
    assertThat(answer.getException()).isNull();
    assertThat(answer.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(refused);
    assertThat(answer.getMessage().getHeader("Retry-After")).isEqualTo("0");
  }

  /** A redirect would take the token to wherever it points, and could send a write again. */
  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void a_redirect_is_not_followed(int redirect) {
    status = redirect;

    post();

    assertThat(authorizations).hasSize(1);
  }

  /** A header that came in from outside goes out by default. */
  @Test
  void only_the_hubs_own_authorization_is_sent() {
    post();

    assertThat(authorizations).containsExactly("[Bearer ours]");
  }
}
