package io.partnerhub.sandbox.smartsheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A callback URL: it echoes challenges and answers callbacks as it is told. */
final class CallbackServer implements AutoCloseable {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  final List<Call> calls = new CopyOnWriteArrayList<>();
  final List<String> challenges = new CopyOnWriteArrayList<>();
  volatile int status = 200;
  volatile boolean echoes = true;
  volatile CountDownLatch hold = new CountDownLatch(0);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  /** A callback as it came in. */
  record Call(String signature, byte[] body) {

    JsonNode json() {
      try {
        return MAPPER.readTree(body);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Its events, such as {@code cell updated}. */
    List<String> events() {
      return json().path("events").findParents("objectType").stream()
          .map(e -> e.get("objectType").asText() + " " + e.get("eventType").asText())
          .toList();
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  CallbackServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hub";
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String challenge = exchange.getRequestHeaders().getFirst("Smartsheet-Hook-Challenge");
    if (challenge != null) {
      challenges.add(challenge);
      if (echoes) {
        exchange.getResponseHeaders().add("Smartsheet-Hook-Response", challenge);
      }
      exchange.sendResponseHeaders(200, -1);
    } else {
      calls.add(new Call(exchange.getRequestHeaders().getFirst("Smartsheet-Hmac-SHA256"), body));
      await();
      exchange.sendResponseHeaders(status, -1);
    }
    exchange.close();
  }

  private void await() {
    try {
      hold.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    hold.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
